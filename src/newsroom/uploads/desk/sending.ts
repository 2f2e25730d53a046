/** One file over a line that may break: asked where it goes on, it goes on there (tus 1.0). */
import type { Answer, Speak } from './line.ts';

export interface Sending {
  readonly file: File;
  /** What the program is told of it: its kind, and that kind's fields. */
  readonly words: Readonly<Record<string, string>>;
  readonly speak: Speak;
  readonly signal: AbortSignal;
  /** Where it is known under which name the program has its beginning; survives a reload of the page. */
  readonly memory: Memory;
  /** Waits for the line after so many failures in a row. */
  wait(failures: number): Promise<void>;
  /** Waits until it may be worth asking what came of it. */
  news(id: string): Promise<void>;
  tell(progress: Progress): void;
}

export interface Memory {
  get(): string | null;
  set(id: string | null): void;
}

export interface Progress {
  /** `cut`: the line is away, and it goes on by itself. `reading`: all bytes are there. */
  readonly state: 'sending' | 'cut' | 'reading';
  readonly sent: number;
}

/** Why a file was not taken, in the program's words or by a name of ours. */
export class NotTaken extends Error {
  readonly problem: { readonly name: string; readonly words: string };
  constructor(name: string, words = '') {
    super(name);
    this.problem = { name, words };
  }
}

export class GivenUp extends Error {}

const least = 1024 * 1024;
const most = 8 * least;
/** A part that was through sooner may be larger: fewer stops on a quick line, little to lose on a slow one. */
const quick = 1_500;

/** Answers with what came of it, such as `picture:k3f9bcdf`. Rejects with NotTaken or GivenUp. */
export async function sendFile(sending: Sending): Promise<string> {
  const id = await sendBytes(sending);
  const subject = await whatCameOf(id, sending);
  sending.memory.set(null);
  return subject;
}

async function sendBytes(sending: Sending): Promise<string> {
  const { file, memory, tell } = sending;
  let id = memory.get();
  // Null while it must be asked for.
  let offset: number | null = null;
  let part = least;
  for (let failures = 0; ;) {
    if (id !== null && offset !== null && offset >= file.size) return id;
    const began = Date.now();
    const answer: Answer = await next(sending, { id, offset, part });
    if (sending.signal.aborted) throw new GivenUp();
    if (answer.status < 400 && answer.status !== 0) {
      id ??= answer.header('Location')?.split('/').at(-1) ?? null;
      memory.set(id);
      offset = Number(answer.header('Upload-Offset') ?? 0);
      if (offset > 0) part = Date.now() - began < quick ? Math.min(most, part * 2) : Math.max(least, part / 2);
      failures = 0;
      tell({ state: 'sending', sent: offset });
    } else if (id !== null && (answer.status === 404 || answer.status === 410)) {
      [id, offset] = [null, null];
    } else {
      await failed(sending, answer, { failures: (failures += 1), sent: offset ?? 0 });
      offset = null;
    }
  }
}

interface Place {
  readonly id: string | null;
  readonly offset: number | null;
  readonly part: number;
}

function next({ file, words, speak, signal, tell }: Sending, { id, offset, part }: Place): Promise<Answer> {
  if (id === null) {
    const metadata = Object.entries({ filename: file.name, ...words }).map(([name, value]) => `${name} ${base64(value)}`).join(',');
    return speak({ method: 'POST', path: '/uploads', headers: { 'Upload-Length': String(file.size), 'Upload-Metadata': metadata }, signal });
  }
  if (offset === null) return speak({ method: 'HEAD', path: `/uploads/${id}`, signal });
  return speak({
    method: 'PATCH', path: `/uploads/${id}`, headers: { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: file.slice(offset, offset + part), signal, onLeft: (bytes) => tell({ state: 'sending', sent: Math.min(file.size, offset + bytes) }),
  });
}

/** What passes is waited for; what does not is told. */
async function failed({ file, tell, wait, signal }: Sending, answer: Answer, { failures, sent }: { failures: number; sent: number }): Promise<void> {
  if (!passes(answer.status)) throw notTaken(answer);
  if (answer.status === 0 && !(await isReadable(file))) throw new NotTaken('unreadable');
  tell({ state: 'cut', sent });
  await wait(failures);
  if (signal.aborted) throw new GivenUp();
}

/** No answer, another request at the same file, a program that starts anew; not a full disk, for which somebody must do something. */
function passes(status: number): boolean {
  return status === 0 || status === 408 || status === 409 || status === 423 || (status >= 500 && status !== 507);
}

/** A file that was moved away meanwhile looks to the browser like a broken line. */
async function isReadable(file: File): Promise<boolean> {
  return file.slice(0, 1).arrayBuffer().then(() => true, () => false);
}

async function whatCameOf(id: string, { file, speak, signal, tell, wait, news }: Sending): Promise<string> {
  tell({ state: 'reading', sent: file.size });
  for (let failures = 0; ;) {
    const answer = await speak({ method: 'GET', path: `/uploads/${id}`, signal });
    if (signal.aborted) throw new GivenUp();
    const { state, subject, refused } = answer.json as { state?: string; subject?: string; refused?: { name: string; message: string } | null };
    if (state === 'kept' && subject !== undefined) return subject;
    if (state === 'refused' && refused) throw new NotTaken(refused.name, refused.message);
    if (answer.status >= 400 && !passes(answer.status)) throw notTaken(answer);
    if (answer.status === 200) await news(id);
    else await wait((failures += 1));
  }
}

function notTaken({ status, json }: Answer): NotTaken {
  const [name, detail, title] = [json['name'], json['detail'], json['title']].map((one) => (typeof one === 'string' ? one : ''));
  return new NotTaken(name === '' ? `http-${status}` : name!, detail === '' ? title : detail);
}

/** Of the text in UTF-8, as the protocol wants it. */
function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
