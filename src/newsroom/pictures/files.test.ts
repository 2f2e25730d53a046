import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createWeb } from '../../platform/http/web.ts';
import type { Web } from '../../platform/http/web.ts';
import { importPicture } from './actions.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature, pictureSummaries } from './pictures.ts';
import { blockPicture } from './rights.ts';

let newsroom: TestHouse;
let web: Web;
let url: string;
let id: string;
let path: string;
/** What happens while the store is asked for bytes. */
let meanwhile = async (): Promise<void> => undefined;

beforeAll(async () => {
  newsroom = await testHouse([feature]);
  const { house } = newsroom;
  web = createWeb({
    settings: { ...house.settings, host: '127.0.0.1', port: 0 }, clock: house.clock, log: house.log, metrics: createMetrics(), pages: [], apis: [], routes: [],
    first: [feature.first!({ ...house, objects: { ...house.objects, get: async (address) => { const bytes = await house.objects.get(address); await meanwhile(); return bytes; } } })], isDatabaseGone: () => false,
    errorPages: { render: async () => ({ body: 'x' }), plain: () => ({ body: 'x' }) },
  });
  ({ url } = await web.listen());
  const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#446688' } }).png().toBuffer();
  const picture = await newsroom.act((tools) => importPicture(tools, { bytes, name: 'schöllenen.png', language: 'de', credit: 'Archiv', renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  id = picture.id;
  path = await fallback();
});

afterAll(async () => {
  await web.close();
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

async function fallback(): Promise<string> {
  return (await pictureSummaries(newsroom.house.db, [id])).get(id)!.fallback!;
}

const ask = (target: string, headers: Record<string, string> = {}, method = 'GET') => fetch(url + target, { method, headers, redirect: 'manual' });

it('sends a rendition that browsers keep for a year, the same from disk and from memory', async () => {
  for (const from of ['disk', 'memory']) {
    const answer = await ask(path);
    expect(answer.status, from).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg', 'cache-control': 'public, max-age=31536000, immutable', 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect((await sharp(bytes).metadata()).width).toBe(600);
  }
});

it('says that nothing has changed, and sends the head alone where that is asked for', async () => {
  const etag = (await ask(path)).headers.get('etag')!;
  const known = await ask(path, { 'if-none-match': `"other", ${etag}` });
  expect([known.status, await known.text()]).toEqual([304, '']);
  const head = await ask(path, {}, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500);
});

it('sends the part that is asked for', async () => {
  const whole = Buffer.from(await (await ask(path)).arrayBuffer());
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await ask(path, { range, ...more });
    return { status: answer.status, of: answer.headers.get('content-range'), bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  expect(await part('bytes=0-9')).toEqual({ status: 206, of: `bytes 0-9/${whole.length}`, bytes: whole.subarray(0, 10) });
  expect(await part('bytes=-7')).toEqual({ status: 206, of: `bytes ${whole.length - 7}-${whole.length - 1}/${whole.length}`, bytes: whole.subarray(-7) });
  expect((await part(`bytes=${whole.length - 1}-99999999`)).bytes).toHaveLength(1);
  expect(await part(`bytes=${whole.length}-`)).toMatchObject({ status: 416, of: `bytes */${whole.length}` });
  for (const odd of ['bytes=5-2', 'bytes=0-1,4-5', 'pages=1-2', 'bytes=-']) expect((await part(odd)).status, odd).toBe(200);
  expect((await part('bytes=0-9', { 'if-range': '"before"' })).status).toBe(200);
});

it('sends a crop, and the whole picture in place of a crop that there is not', async () => {
  const { crops } = (await pictureSummaries(newsroom.house.db, [id])).get(id)!;
  const square = await ask(crops.square!.fallback!);
  const { width, height } = await sharp(Buffer.from(await square.arrayBuffer())).metadata();
  expect([square.status, width, height]).toEqual([200, crops.square!.width, crops.square!.width]);
  const moved = await ask(crops.square!.fallback!.replace(/[0-9a-f]{16}/u, '0123456789abcdef'));
  expect([moved.status, moved.headers.get('location')]).toEqual([302, crops.square!.fallback]);
  expect(crops.wide).toBeUndefined();
  expect((await ask(path.replace(/[0-9a-f]{16}-/u, '0123456789abcdef-wide-'))).headers.get('location')).toBe(path);
});

it('answers 404 for what was never there', async () => {
  for (const target of ['/bilder/', '/bilder/xxxxxxxx/0123456789abcdef-480.jpg', `/bilder/${id}/../../etc/passwd`, path.replace('-600', '-601'), path.replace('.jpg', '.svg'), `/bilder/${id}/%00-480.jpg`]) {
    expect((await ask(target)).status, target).toBe(404);
  }
  expect((await ask(path, {}, 'POST')).status).not.toBe(200);
});

it('leads from an address of before to the present one', async () => {
  const before = path;
  await newsroom.ask('editor', { method: 'PATCH', path: `/pictures/${id}`, headers: { 'if-match': '"1"' }, body: { credit: 'Keystone-SDA' } });
  await renditionsJob.run(newsroom.house, { id });
  newsroom.house.events.hear({ event: 'picture.ready', facts: { id }, tags: [`picture:${id}`] });
  const answer = await ask(before);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(await fallback());
  expect(answer.headers.get('location')).not.toBe(before);
  expect((await ask(answer.headers.get('location')!)).status).toBe(200);
});

it('keeps nothing in memory of a picture that was blocked while its bytes were fetched', async () => {
  const now = await fallback();
  newsroom.house.events.hear({ event: 'picture.changed', facts: { id }, tags: [] });
  meanwhile = async () => {
    meanwhile = async () => undefined;
    await newsroom.act((tools) => blockPicture(tools, { id, reason: 'Falsche Person' }));
    newsroom.house.events.hear({ event: 'picture.blocked', facts: { id }, tags: [] });
  };
  await ask(now);
  expect((await ask(now)).status).toBe(410);
});
