import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, expect, test } from 'vitest';
import type { TestWeb } from './testing.ts';
import { htmlPage, startTestWeb } from './testing.ts';

let running: TestWeb | undefined;
afterEach(() => running?.web.close());

test('stopping lets the answer under way finish, takes no new one, and is quick about idle connections', async () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  running = await startTestWeb({ pages: [
    { path: '/langsam', render: async () => { begin(); await finished; return htmlPage('fertig'); } },
    { path: '/', render: async () => htmlPage('Front') },
  ] });
  const agent = new Agent({ keepAlive: true });
  const idle = await fetchWith(agent, running.url);
  expect(idle).toContain('Front');
  const slow = fetchWith(agent, `${running.url}/langsam`);
  await begun;
  const closed = running.web.close();
  await expect(fetchWith(new Agent(), running.url)).rejects.toThrow('ECONNREFUSED');
  finish();
  expect(await slow).toContain('fertig');
  const began = performance.now();
  await closed;
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('stopping ends event streams', async () => {
  const routes = new Hono().get('/ereignisse', (c) => streamSSE(c, async (stream) => {
    await stream.writeSSE({ data: 'offen' });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
  }));
  running = await startTestWeb({ routes: [routes] });
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
  get(`${running.url}/ereignisse`, resolve);
  const answer = await promise;
  await once(answer, 'data');
  const ended = once(answer, 'end');
  answer.resume();
  const began = performance.now();
  await running.web.close();
  await ended;
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('an answer that never ends is cut when patience is over', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const routes = new Hono().get('/nie', () => { begin(); return new Promise<Response>(() => {}); });
  running = await startTestWeb({ routes: [routes], settings: { patience: 100 } });
  const answer = fetch(`${running.url}/nie`);
  answer.catch(() => {});
  await begun;
  await running.web.close();
  await expect(answer).rejects.toThrow();
});

test('a header that is too large is refused', async () => {
  running = await startTestWeb();
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'ü'.repeat(20_000)}\r\n\r\n`);
  const [answer] = await once(socket, 'data') as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 431 /);
});

test.each([
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['an impossible host', 'GET /nirgends HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
  ['a whole address as its target', 'GET http://x/y HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a star as its target', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['two slashes', 'GET //fremd.example/ HTTP/1.1\r\nHost: x\r\n\r\n', 200],
  ['two ways to tell its length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['a wish for another protocol', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', 200],
])('a request with %s gets a clear answer and no fault', async (_, raw, status) => {
  running = await startTestWeb({ pages: [{ path: '/*', render: async ({ path }) => htmlPage(path) }] });
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  socket.write(raw);
  const [answer] = await once(socket, 'data') as [Buffer];
  socket.destroy();
  expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(running.lines.filter(({ message }) => message !== 'answered')).toEqual([]);
});

test('health is told, and readiness as the program says', async () => {
  let ready = true;
  running = await startTestWeb({ isReady: async () => ready });
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  ready = false;
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
});

test('a port that is taken is an error of the start', async () => {
  running = await startTestWeb();
  await expect(startTestWeb({ settings: { port: Number(new URL(running.url).port) } })).rejects.toThrow('EADDRINUSE');
});

async function fetchWith(agent: Agent, url: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  get(url, { agent }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
    answer.on('end', () => resolve(text));
  }).on('error', reject);
  return promise;
}

test('who sends too much over a slow line reads why, and goes on with the same connection', async () => {
  running = await startTestWeb({ pages: [{ path: '/', render: async () => htmlPage('Front') }] });
  const { host, hostname, port } = new URL(running.url);
  const line = connect(Number(port), hostname);
  let read = '';
  line.setEncoding('utf8').on('data', (part: string) => (read += part));
  const rest = 'x'.repeat(2_000_000);
  line.write(`POST /kommentare HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${rest.length + 1}\r\n\r\nx`);
  while (!read.includes('Fehler 413')) await once(line, 'data');
  expect(read).toMatch(/^HTTP\/1\.1 413 /u);
  // Longer than the adapter would have waited before it cut the line.
  await pause(700);
  line.write(`${rest}GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  while (!read.includes('Front')) await once(line, 'data');
  line.destroy();
});
