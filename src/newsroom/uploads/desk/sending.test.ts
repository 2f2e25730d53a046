import { expect, it } from 'vitest';
import type { Answer, Request } from './line.ts';
import type { Progress } from './sending.ts';
import { GivenUp, NotTaken, sendFile } from './sending.ts';

/** The program at the other end, as far as the protocol goes, over a line that does as the test says. */
function otherEnd({ ends = { state: 'kept', subject: 'picture:k3f9bcdf' } as object } = {}) {
  const end = { bytes: new Uint8Array(), known: false, begun: 0, requests: [] as string[], answers: [] as (Partial<Answer> | undefined)[], arrives: 1 };
  const answer = (status: number, headers: Record<string, string> = {}, json = {}): Answer => ({ status, header: (name) => headers[name] ?? null, json });
  const speak = async ({ method, headers = {}, body }: Request): Promise<Answer> => {
    end.requests.push(method);
    const planned = end.answers.shift();
    if (planned !== undefined && method !== 'PATCH') return { ...answer(0), ...planned };
    if (method === 'POST') {
      [end.known, end.bytes] = [true, new Uint8Array()];
      end.begun += 1;
      return answer(201, { Location: '/api/v1/uploads/abc' });
    }
    if (!end.known) return answer(404);
    if (method === 'HEAD') return answer(200, { 'Upload-Offset': String(end.bytes.length) });
    if (method === 'GET') return answer(200, {}, ends);
    if (Number(headers['Upload-Offset']) !== end.bytes.length) return answer(409);
    const part = new Uint8Array(await body!.arrayBuffer());
    // A line that breaks has let some of it through.
    const came = planned === undefined ? part : part.subarray(0, Math.floor(part.length * end.arrives));
    end.bytes = Buffer.concat([end.bytes, came]);
    return planned === undefined ? answer(204, { 'Upload-Offset': String(end.bytes.length) }) : { ...answer(0), ...planned };
  };
  return { end, speak };
}

function sending(other: ReturnType<typeof otherEnd>, bytes = 5_000_000) {
  const content = new Uint8Array(bytes).map((_, index) => index % 251);
  const told: Progress[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  let known: string | null = null;
  const run = () => sendFile({
    file: new File([content], 'Zürich «See».jpg'), words: { kind: 'picture', language: 'de' }, speak: other.speak, signal: stop.signal,
    memory: { get: () => known, set: (id) => (known = id) },
    wait: async (failures) => void waits.push(failures), news: async () => undefined, tell: (progress) => void told.push(progress),
  });
  return { content, told, waits, stop, run, known: () => known, remember: (id: string) => (known = id) };
}

it('sends all in parts, and answers with what came of it', async () => {
  const other = otherEnd();
  const { run, content, told, known } = sending(other);
  expect(await run()).toBe('picture:k3f9bcdf');
  expect(Buffer.compare(other.end.bytes, content)).toBe(0);
  expect(told.map(({ sent }) => sent)).toEqual(told.map(({ sent }) => sent).toSorted((a, b) => a - b));
  expect(told.at(-1)).toEqual({ state: 'reading', sent: content.length });
  expect(known()).toBeNull();
});

it('goes on after a tunnel at the byte that had come, and sends nothing twice', async () => {
  const other = otherEnd();
  const { run, content, waits, told } = sending(other);
  // Begun; the second part is cut in the middle; asking fails twice; then the line is back.
  other.end.answers = [undefined, undefined, { status: 0 }, { status: 0 }, { status: 503 }];
  other.end.arrives = 0.5;
  await run();
  expect(Buffer.compare(other.end.bytes, content)).toBe(0);
  expect(other.end.requests.slice(0, 6)).toEqual(['POST', 'PATCH', 'PATCH', 'HEAD', 'HEAD', 'HEAD']);
  expect(waits).toEqual([1, 2, 3]);
  expect(told.some(({ state }) => state === 'cut')).toBe(true);
  expect(other.end.begun).toBe(1);
});

it('goes on with what was begun before the page was closed, and begins anew where that is forgotten', async () => {
  const other = otherEnd();
  const one = sending(other);
  other.end.known = true;
  other.end.bytes = one.content.subarray(0, 1_000_000);
  one.remember('abc');
  await one.run();
  expect([other.end.begun, Buffer.compare(other.end.bytes, one.content)]).toEqual([0, 0]);
  const forgotten = otherEnd();
  const two = sending(forgotten);
  two.remember('gone');
  await two.run();
  expect([forgotten.end.begun, Buffer.compare(forgotten.end.bytes, two.content)]).toEqual([1, 0]);
});

it('tells what the program says of a file that it does not take, before and after its bytes', async () => {
  const before = otherEnd();
  before.end.answers = [{ status: 413, json: { name: 'too-large', detail: 'Höchstens 80 MB.' } }];
  await expect(sending(before).run()).rejects.toMatchObject({ problem: { name: 'too-large', words: 'Höchstens 80 MB.' } });
  const full = otherEnd();
  full.end.answers = [undefined, { status: 507, json: { name: 'store-full', detail: 'Kein Platz.' } }];
  const one = sending(full);
  await expect(one.run()).rejects.toMatchObject({ problem: { name: 'store-full' } });
  expect(one.known()).toBe('abc');
  const after = otherEnd({ ends: { state: 'refused', refused: { name: 'corrupt', message: 'Die Datei ist beschädigt.' } } });
  await expect(sending(after).run()).rejects.toMatchObject({ problem: { name: 'corrupt', words: 'Die Datei ist beschädigt.' } });
});

it('knows a file that was moved away from a line that broke', async () => {
  const other = otherEnd();
  other.end.answers = [{ status: 0 }];
  const one = sending(other);
  const broken = Object.assign(new File(['x'], 'x'), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) }) as unknown as File;
  const { promise, reject } = Promise.withResolvers<never>();
  sendFile({ file: broken, words: {}, speak: other.speak, signal: one.stop.signal, memory: { get: () => null, set: () => undefined }, wait: async () => undefined, news: async () => undefined, tell: () => undefined }).catch(reject);
  await expect(promise).rejects.toBeInstanceOf(NotTaken);
});

it('ends where it is given up', async () => {
  const other = otherEnd();
  const { run, stop } = sending(other);
  stop.abort();
  await expect(run()).rejects.toBeInstanceOf(GivenUp);
});
