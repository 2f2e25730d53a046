import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtAssets, hashedAssets } from './static.ts';
import type { TestWeb } from './testing.ts';
import { startTestWeb } from './testing.ts';

let folder: string;
let running: TestWeb;
const script = `console.log(${JSON.stringify('«Zürich» '.repeat(100))})`;
const font = Buffer.from([0x77, 0x4f, 0x46, 0x32, ...Array.from({ length: 900 }, () => 7)]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-static-'));
  await mkdir(join(folder, 'desk/assets'), { recursive: true });
  await writeFile(join(folder, 'desk/assets/desk-Bq3x.js'), script);
  await writeFile(join(folder, 'geheim.txt'), 'nicht für Leser');
  await writeFile(join(folder, 'newsreader.woff2'), font);
  const fonts = await hashedAssets('/assets', [{ name: 'newsreader.woff2', file: join(folder, 'newsreader.woff2') }]);
  running = await startTestWeb({ assets: [await builtAssets('/desk', join(folder, 'desk')), fonts] });
  fontPath = fonts.address('newsreader.woff2');
});
let fontPath: string;
afterEach(async () => {
  await running.web.close();
  await rm(folder, { recursive: true });
});

test('a file of the build is sent compressed and may be kept for ever', async () => {
  for (const visit of ['read', 'kept']) {
    const answer = await fetch(`${running.url}/desk/assets/desk-Bq3x.js`, { headers: { 'Accept-Encoding': 'br' } });
    expect(answer.headers.get('content-encoding'), visit).toBe('br');
    expect(answer.headers.get('cache-control'), visit).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type'), visit).toBe('text/javascript; charset=utf-8');
    expect(await answer.text(), visit).toBe(script);
  }
});

test('a font has an address of its content and is sent as it is', async () => {
  expect(fontPath).toMatch(/^\/assets\/newsreader\.[0-9a-f]{10}\.woff2$/);
  const answer = await fetch(running.url + fontPath);
  expect([answer.headers.get('content-encoding'), answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([null, 'font/woff2', null]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(font);
});

test('who has a file gets 304', async () => {
  const etag = (await fetch(running.url + fontPath)).headers.get('etag') ?? '';
  expect((await fetch(running.url + fontPath, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test.each(['/desk/../geheim.txt', '/desk/%2e%2e/geheim.txt', '/desk/..%2fgeheim.txt', '/desk/assets/..\\..\\geheim.txt', '/desk/assets', '/desk//assets/desk-Bq3x.js', '/assets/newsreader.woff2'])('no address leads out of the list: %s', async (path) => {
  // fetch would resolve the dots itself: the raw target is sent.
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  get({ host: '127.0.0.1', port: new URL(running.url).port, path }, (answer) => {
    answer.resume();
    resolve(answer.statusCode);
  });
  expect([400, 404]).toContain(await promise);
});

test('a name that is not in the list is a mistake in the page', async () => {
  const none = await hashedAssets('/assets', []);
  expect(() => none.address('fehlt.woff2')).toThrow('fehlt.woff2');
});
