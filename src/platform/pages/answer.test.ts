import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestWeb } from '../http/testing.ts';
import { htmlPage, startTestWeb } from '../http/testing.ts';
import type { Page } from './page.ts';

const front = htmlPage('Der Gemeinderat «Zürich West» hat entschieden. '.repeat(200), { headers: { 'Content-Security-Policy': `default-src 'none'` } });
const pages: Record<string, Page> = {
  '/': front,
  '/alt': htmlPage('', { status: 301, location: '/schweiz/z%C3%BCrich-k3f9', tags: ['story:k3f9'] }),
  '/über': htmlPage('', { status: 301, location: '/schweiz/über uns' , tags: ['x'] }),
  '/weg': htmlPage('Diese Geschichte wurde zurückgezogen.', { status: 410, tags: ['story:weg'] }),
};

let running: TestWeb;
beforeEach(async () => {
  running = await startTestWeb({ pages: [{ path: '/*', render: async ({ path }) => pages[path] ?? htmlPage('Nicht da', { status: 404 }) }] });
});
afterEach(() => running.web.close());

/** node:http decodes nothing and shows the headers as they were sent. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>();
  get(running.url + path, { headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
  }).on('error', reject);
  return promise;
}

test('readers get a page in the encoding that they take, rendered or from memory', async () => {
  for (const visit of ['first', 'second']) {
    const br = await ask('/', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()], visit).toEqual(['br', front.body]);
    const gzip = await ask('/', { 'Accept-Encoding': 'br;q=0, gzip' });
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()], visit).toEqual(['gzip', front.body]);
    const plain = await ask('/');
    expect([plain.headers['content-encoding'], plain.body.toString()], visit).toEqual([undefined, front.body]);
  }
});

test('a page says that browsers ask before using it again, and varies by encoding alone', async () => {
  for (const visit of ['first', 'second']) {
    const { headers } = await ask('/');
    expect(headers, visit).toMatchObject({ 'cache-control': 'no-cache', vary: 'Accept-Encoding', 'content-security-policy': `default-src 'none'`, 'x-content-type-options': 'nosniff' });
    expect(headers, visit).not.toHaveProperty('set-cookie');
  }
});

test('who has the page gets 304 without a body, in any encoding', async () => {
  const { headers: { etag = '' } } = await ask('/', { 'Accept-Encoding': 'br' });
  for (const known of [etag, etag.slice(2), '*', `"x", ${etag}`]) {
    const answer = await ask('/', { 'If-None-Match': known, 'Accept-Encoding': 'gzip' });
    expect([answer.status, answer.body.length, answer.headers.etag, answer.headers.vary, answer.headers['cache-control']], known).toEqual([304, 0, etag, 'Accept-Encoding', 'no-cache']);
    expect(answer.headers).not.toHaveProperty('content-type');
  }
  expect((await ask('/', { 'If-None-Match': '"anderes"' })).status).toBe(200);
});

test('a page that had to be rendered anew but came out the same is a 304 too', async () => {
  const { headers: { etag = '' } } = await ask('/');
  running.web.cache.dropAll();
  expect((await ask('/', { 'If-None-Match': etag })).status).toBe(304);
});

test('a redirect goes where it should, escaped once', async () => {
  expect((await ask('/alt')).headers.location).toBe('/schweiz/z%C3%BCrich-k3f9');
  expect((await ask('/%C3%BCber')).headers.location).toBe('/schweiz/%C3%BCber%20uns');
});

test('what is gone or not there answers so, whatever the browser has', async () => {
  expect((await ask('/weg', { 'If-None-Match': '*' })).status).toBe(410);
  expect((await ask('/nirgends', { 'If-None-Match': '*' })).status).toBe(404);
  expect((await ask('/nirgends')).headers).not.toHaveProperty('etag');
});

test('a cookie changes nothing', async () => {
  await ask('/');
  const { body, headers } = await ask('/', { Cookie: 'leser=vera' });
  expect([body.toString(), headers.vary]).toEqual([front.body, 'Accept-Encoding']);
  expect(running.web.cache.counts().renders).toBe(1);
});

test('a Host header of somebody\'s own changes nothing', async () => {
  await ask('/', { Host: 'fremd.example' });
  expect((await ask('/')).body.toString()).toBe(front.body);
  expect(running.web.cache.counts().renders).toBe(1);
});
