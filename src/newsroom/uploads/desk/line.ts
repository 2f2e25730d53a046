/** One request of an upload. Not fetch, which does not say how much of a body has left. */

export interface Request {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'GET' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  /** Told how many bytes of the body have left. */
  onLeft?(bytes: number): void;
  readonly signal?: AbortSignal;
}

export interface Answer {
  /** 0 where there was no answer at all. */
  readonly status: number;
  header(name: string): string | null;
  /** What it says as JSON; empty where it says nothing. */
  readonly json: Readonly<Record<string, unknown>>;
}

export type Speak = (request: Request) => Promise<Answer>;

/** A part that does not move for so long is on a dead line, whatever the browser still hopes. */
const silence = 30_000;

/** Never rejects: a line that breaks, or a request that is given up, is an answer of status 0. */
export const speak: Speak = ({ method, path, headers = {}, body, onLeft, signal }) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  let watch = 0;
  const alive = () => {
    clearTimeout(watch);
    watch = window.setTimeout(() => request.abort(), silence);
  };
  const giveUp = () => request.abort();
  request.open(method, `/api/v1${path}`);
  for (const [name, value] of Object.entries({ 'Accept-Language': document.documentElement.lang, 'Tus-Resumable': '1.0.0', ...headers })) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded }) => {
    alive();
    onLeft?.(loaded);
  });
  request.addEventListener('loadend', () => {
    clearTimeout(watch);
    signal?.removeEventListener('abort', giveUp);
    resolve({ status: request.status, header: (name) => request.getResponseHeader(name), json: readJson(request.responseText) });
  });
  if (signal?.aborted === true) return resolve({ status: 0, header: () => null, json: {} });
  signal?.addEventListener('abort', giveUp);
  alive();
  request.send(body ?? null);
});

function readJson(text: string): Answer['json'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer['json']) : {};
  } catch {
    return {};
  }
}
