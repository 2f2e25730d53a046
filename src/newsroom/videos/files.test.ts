import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createWeb } from '../../platform/http/web.ts';
import type { Web } from '../../platform/http/web.ts';
import { mp4 } from '../../platform/video/testing.ts';
import { keepVideo } from './actions.ts';
import { putCaptions, replaceQualities } from './store.ts';
import { feature, videoSummaries } from './videos.ts';

let newsroom: TestHouse;
let web: Web;
let url: string;
let id: string;
let path: string;
const bytes = mp4({ frames: Buffer.alloc(3_000_000, 'Föhn') });

beforeAll(async () => {
  newsroom = await testHouse(await newsroomUpTo('videos'));
  const { house } = newsroom;
  web = createWeb({
    settings: { ...house.settings, host: '127.0.0.1', port: 0 }, clock: house.clock, log: house.log, metrics: createMetrics(), pages: [], apis: [], routes: [],
    first: [feature.first!(house)], isDatabaseGone: () => false,
    errorPages: { render: async () => ({ body: 'x' }), plain: () => ({ body: 'x' }) },
  });
  ({ url } = await web.listen());
  const original = await house.objects.put(bytes);
  const facts = { mediaType: 'video/mp4' as const, width: 1280, height: 720, duration: 9_000, video: 'h264', audio: 'aac', codecs: 'avc1.64001f, mp4a.40.2', playable: true, bytes: bytes.length };
  const video = await newsroom.act((tools) => keepVideo(tools, { facts, original, converts: false, said: { name: 'Föhn.mp4', language: 'de' } }));
  if ('refused' in video) throw new Error(video.refused);
  ({ id } = video);
  path = (await videoSummaries(house.db, [id])).get(id)!.sources[0]!.url;
});
afterAll(async () => {
  await web.close();
  await newsroom.close();
});

const get = (headers: Record<string, string> = {}, method = 'GET', target = path) => fetch(url + target, { method, headers });

/** What was announced is heard by the house, as the database would tell it. */
function hear() {
  for (const { event, facts, tags = [] } of newsroom.announced.splice(0)) newsroom.house.events.hear({ event, facts, tags });
}

describe('a film on its way to readers', () => {
  it('comes whole, to be kept for a year', async () => {
    const answer = await get();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4', 'content-length': String(bytes.length), 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await get({ 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
    expect((await get({}, 'GET', `${path}?v=2`)).status).toBe(200);
  });

  it.each([['bytes=0-9', 0, 9], ['bytes=2000000-', 2_000_000, bytes.length - 1], ['bytes=-5', bytes.length - 5, bytes.length - 1], ['bytes=100-99999999', 100, bytes.length - 1]])('comes in part: %s', async (range, from, to) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([206, `bytes ${from}-${to}/${bytes.length}`, String(to - from + 1)]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it('says where its end is, to whoever asks beyond it', async () => {
    const answer = await get({ range: `bytes=${bytes.length}-` });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
  });

  it('comes in part only where the part belongs to the same film', async () => {
    const etag = (await get({}, 'HEAD')).headers.get('etag')!;
    expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
    expect((await get({ range: 'bytes=9-1' })).status).toBe(200);
  });

  it('tells its head alone', async () => {
    const answer = await get({ range: 'bytes=0-9' }, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([206, '10', '']);
  });

  it('is read from the store as it is sent: a reader who goes away stops it', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const stop = new AbortController();
    const answer = await fetch(url + path, { signal: stop.signal });
    await answer.body!.getReader().read();
    stop.abort();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(bytes.length);
    expect((await get({ range: 'bytes=0-0' })).status).toBe(206);
  });

  it('is not there under other names', async () => {
    for (const other of [`/videos/${id}/0123456789abcdef.mp4`, `/videos/nobody22/${path.split('/')[3]}`, path.replace('.mp4', '.webm')]) expect((await get({}, 'GET', other)).status, other).toBe(404);
  });

  it('brings its captions and its stream along', async () => {
    const media = await newsroom.house.objects.put(Buffer.from('Fragmente'));
    const file = await newsroom.house.objects.put(Buffer.from('Film'));
    await newsroom.act(async (tools) => {
      await putCaptions(tools.db, id, { language: 'de', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nGrüezi\n', cues: 1 });
      const both = { width: 1280, height: 720, codecs: 'avc1.64001f,mp4a.40.2', bandwidth: 900_000 };
      await replaceQualities(tools.db, id, [{ kind: 'file', ...both, address: file, bytes: 4, playlist: '' }, { kind: 'stream', ...both, address: media, bytes: 9, playlist: '#EXTM3U\n#EXT-X-MAP:URI="media.m4s"\n' }]);
      await tools.announce({ event: 'video.ready', facts: { id } });
    });
    hear();
    const { sources, captions } = (await videoSummaries(newsroom.house.db, [id])).get(id)!;
    expect(sources.map(({ type }) => type)).toEqual(['application/vnd.apple.mpegurl', 'video/mp4; codecs="avc1.64001f,mp4a.40.2"']);
    const master = await (await get({}, 'GET', sources[0]!.url)).text();
    const [, list = ''] = /\n#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2"\n([0-9a-f]{16}\.m3u8)\n$/u.exec(master) ?? [];
    const playlist = await (await get({}, 'GET', `/videos/${id}/${list}`)).text();
    expect(playlist).toBe(`#EXTM3U\n#EXT-X-MAP:URI="${media.slice(0, 16)}.m4s"\n`);
    expect(await (await get({ range: 'bytes=0-3' }, 'GET', `/videos/${id}/${media.slice(0, 16)}.m4s`)).text()).toBe('Frag');
    const vtt = await get({}, 'GET', captions[0]!.url);
    expect([vtt.headers.get('content-type'), await vtt.text()]).toEqual(['text/vtt; charset=utf-8', expect.stringContaining('Grüezi')]);
  });

  it('is gone while it is blocked', async () => {
    await newsroom.ask('editor', { method: 'POST', path: `/videos/${id}/block`, body: { reason: 'Urteil' } });
    hear();
    expect([(await get()).status, (await get({ range: 'bytes=0-1' })).status]).toEqual([410, 410]);
    await newsroom.ask('editor', { method: 'DELETE', path: `/videos/${id}/block` });
    hear();
    expect((await get()).status).toBe(200);
  });
});
