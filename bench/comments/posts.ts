/** Readers who post: forms over kept connections, each with its own session and network. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface PostLoad {
  readonly url: string;
  readonly story: string;
  /** One per reader; taken in turn. */
  readonly cookies: readonly string[];
  readonly seconds: number;
  readonly connections: number;
  /** Null: as many as are answered. */
  readonly perSecond: number | null;
}

export interface PostsAnswered {
  /** Accepted a second. */
  readonly accepted: number;
  readonly others: number;
  /** Milliseconds from when each was due to its answer. */
  readonly times: readonly number[];
  /** What was acknowledged. */
  readonly ids: readonly string[];
}

interface Counts {
  others: number;
  next: number;
  readonly times: number[];
  readonly ids: string[];
}

export async function sendPosts(load: PostLoad): Promise<PostsAnswered> {
  const { hostname, port } = new URL(load.url);
  const counts: Counts = { others: 0, next: 0, times: [], ids: [] };
  const began = performance.now();
  const end = began + load.seconds * 1_000;
  await Promise.all(Array.from({ length: load.connections }, async () => {
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    await keepPosting({ socket, load, counts, began, end });
    socket.destroy();
  }));
  return { accepted: counts.ids.length / ((performance.now() - began) / 1_000), others: counts.others, times: counts.times, ids: counts.ids };
}

interface Posting {
  readonly socket: Socket;
  readonly load: PostLoad;
  readonly counts: Counts;
  readonly began: number;
  readonly end: number;
}

async function keepPosting({ socket, load, counts, began, end }: Posting): Promise<void> {
  for (;;) {
    const number = counts.next++;
    // Each reader writes once: who came again at once would rightly be refused.
    if (number >= load.cookies.length) return;
    // Whoever is due and has to wait for a free connection waits as a reader would: it counts.
    const due = load.perSecond === null ? performance.now() : began + (number / load.perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    if (performance.now() >= end) return;
    const head = await ask(socket, request(load, number));
    counts.times.push(performance.now() - due);
    const [, id] = /^HTTP\/1\.1 303[\s\S]*?\nlocation: \/kommentar\/(\w+)/iu.exec(head) ?? [];
    if (id === undefined) counts.others += 1;
    else counts.ids.push(id);
  }
}

const sentences = ['Ich wohne seit vierzig Jahren am See und habe so etwas noch nie gesehen.', 'Die Gemeinde hätte das viel früher prüfen müssen, die Berichte liegen seit Jahren vor.', 'Danke für den genauen Bericht, so etwas liest man selten.', 'Wer zahlt am Ende die Schäden an den Dächern und Leitungen?', 'Im November ist das in unserem Tal nichts Besonderes.'];

/** Texts of 80 to 300 characters that nobody has sent before. */
function request({ url, story, cookies }: PostLoad, number: number): string {
  const text = `${sentences[number % 5]} ${number % 3 === 0 ? '' : sentences[(number * 7 + 2) % 5]} ${number % 4 === 0 ? sentences[(number * 3 + 1) % 5] : ''} Nummer ${number.toString(36)}.`;
  const body = new URLSearchParams({ text, adresse: '' }).toString();
  return [
    `POST /kommentare/${story}/schreiben HTTP/1.1`, `Host: ${new URL(url).host}`, `Origin: ${url}`, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${Buffer.byteLength(body)}`,
    `Cookie: ${cookies[number % cookies.length]}`, `X-Forwarded-For: 10.${number % 199}.${(number >> 3) % 251}.${number % 241}`, '', body,
  ].join('\r\n');
}

/** The answer's head; a body, if it has one, is read and forgotten. */
function ask(socket: Socket, text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let answer = '';
  const read = (chunk: Buffer) => {
    answer += chunk.toString('latin1');
    const end = answer.indexOf('\r\n\r\n');
    if (end === -1) return;
    const length = Number(/\ncontent-length: (\d+)/iu.exec(answer)?.[1] ?? 0);
    const whole = /\ntransfer-encoding: chunked/iu.test(answer) ? answer.endsWith('0\r\n\r\n') : answer.length >= end + 4 + length;
    if (!whole) return;
    stop();
    resolve(answer.slice(0, end));
  };
  const fail = (error?: Error) => {
    stop();
    reject(error ?? new Error('the connection was closed'));
  };
  const stop = () => void socket.off('data', read).off('error', fail).off('close', fail);
  socket.on('data', read).on('error', fail).on('close', fail);
  socket.write(text);
  return promise;
}
