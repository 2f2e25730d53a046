/**
 * The one way in which the journalists' app speaks with the program: JSON below /api/v1.
 * What the program refuses is thrown as a `Problem`, so that whoever asked can say it in words; a lost connection is a `Problem` too.
 */

export interface ProblemFacts {
  /** 0 where there was no answer at all. */
  readonly status: number;
  /** The refusal's stable name. */
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly name: string; readonly message: string }[];
  /** With 412: what stands there now. */
  readonly current?: unknown;
}

export class Problem extends Error {
  readonly facts: ProblemFacts;

  constructor(facts: ProblemFacts) {
    super(facts.detail === '' ? facts.title : facts.detail);
    this.facts = facts;
  }
}

export interface Ask {
  readonly body?: unknown;
  /** The version that the change begins with; sent as If-Match. */
  readonly version?: number;
  readonly signal?: AbortSignal;
  /** The page is going away: the request outlives it (at most 64 KB). */
  readonly parting?: boolean;
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

let language = 'de';

/** In which language the program words its refusals. */
export function askIn(tag: string): void {
  language = tag;
}

/** Reads something; `path` begins after /api/v1. */
export function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>('GET', path, signal === undefined ? {} : { signal });
}

/** Throws a Problem for everything that is not a success. An answer without content is `undefined`. */
export async function ask<T>(method: Method, path: string, options: Ask = {}): Promise<T> {
  const response = await send(method, path, options);
  if (!response.ok) throw new Problem(await readProblem(response));
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
  return (await response.json()) as T;
}

/** Joins path and query; what is undefined or empty is left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const names = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') names.set(name, String(value));
  const text = names.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send(method: Method, path: string, { body, version, signal, parting }: Ask): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language };
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  const raw = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !raw) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) init.body = raw ? body : JSON.stringify(body);
  if (signal !== undefined) init.signal = signal;
  if (parting === true) init.keepalive = true;
  try {
    return await fetch(`/api/v1${path}`, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, name: 'no-connection', title: '', detail: '', errors: [] });
  }
}

async function readProblem(response: Response): Promise<ProblemFacts> {
  const facts: Partial<ProblemFacts> = await response.json().catch(() => ({}));
  return {
    status: response.status,
    name: facts.name ?? 'refused',
    title: facts.title ?? response.statusText,
    detail: facts.detail ?? '',
    errors: facts.errors ?? [],
    current: facts.current,
  };
}

/** For queries: what cannot get better by asking again is not asked again. */
export function mayAskAgain(failures: number, error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return failures < 3 && (error.facts.status === 0 || error.facts.status >= 500);
}
