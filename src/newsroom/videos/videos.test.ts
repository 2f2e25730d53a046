import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import { box, mp4, webm } from '../../platform/video/testing.ts';
import { importPicture } from '../pictures/pictures.ts';
import { removalJob } from './rights.ts';
import type { VideoJson } from './schemas.ts';
import { videoSummaries } from './videos.ts';

let newsroom: TestHouse;
let poster: string;
const converts = (await ffmpegVersion()) !== null;
const captions = 'WEBVTT\n\n00:01.000 --> 00:04.000\n«Grüezi mitenand»\n';

beforeAll(async () => {
  newsroom = await testHouse(await newsroomUpTo('videos'));
  const bytes = await sharp({ create: { width: 960, height: 540, channels: 3, background: '#456' } }).png().toBuffer();
  const picture = await newsroom.act((tools) => importPicture(tools, { bytes, name: 'Standbild.png', language: 'de', credit: 'Archiv', alt: 'See', renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  poster = picture.id;
});
afterAll(() => newsroom.close());

let films = 0;
/** A film that no other test has put in. */
const film = () => mp4({ frames: Buffer.from(`Film ${films += 1}`) });

async function putIn(bytes: Buffer, { role = 'reporter', query = 'name=F%C3%B6hn.mp4' } = {}) {
  const { house } = newsroom;
  const api = house.features.find(({ name }) => name === 'videos')!.api!(house);
  const answer = await api.request(`/videos?${query}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'video/mp4', 'x-test-role': role, 'accept-language': 'de-CH' } });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, json: await answer.json() as any };
}

async function caption(id: string, language: string, text: string, role = 'reporter') {
  const { house } = newsroom;
  const api = house.features.find(({ name }) => name === 'videos')!.api!(house);
  const answer = await api.request(`/videos/${id}/captions/${language}`, { method: 'PUT', body: text, headers: { 'content-type': 'text/vtt', 'x-test-role': role, 'accept-language': 'de-CH' } });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, json: await answer.json() as any };
}

const change = (video: VideoJson, body: object, role = 'reporter') => newsroom.ask(role, { method: 'PATCH', path: `/videos/${video.id}`, body, headers: { 'if-match': `"${video.version}"` } });

describe('putting a film in', () => {
  it('keeps it as it came, and says what it is and what is missing', async () => {
    const bytes = film();
    const { status, json } = await putIn(bytes);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      name: 'Föhn.mp4', mediaType: 'video/mp4', codecs: { video: 'h264', audio: 'aac' }, width: 1280, height: 720, duration: 12_500, bytes: bytes.length, version: 1,
      conversion: { state: converts ? 'waiting' : 'none', progress: 0 }, warnings: ['captions'], missing: [{ name: 'title' }, { name: 'credit' }, { name: 'poster' }],
    });
    expect(json.sources).toEqual([{ url: expect.stringMatching(/^\/videos\/[2-9b-z]{8}\/[0-9a-f]{16}\.mp4$/u), type: 'video/mp4; codecs="avc1.64001f, mp4a.40.2"', media: null }]);
    expect(newsroom.announced.at(-1)).toEqual({ event: 'video.uploaded', facts: { id: json.id } });
    expect((await putIn(webm(), { query: 'name=a.mp4' })).json).toMatchObject({ mediaType: 'video/webm', codecs: { video: 'vp9', audio: 'opus' } });
  });

  it('takes away where it was made, before it is kept', async () => {
    const secret = '+47.3769+008.5417/';
    const { json } = await putIn(Buffer.concat([film(), box('udta', box('\u00a9xyz', Buffer.from(`\0\x12\x15\xc7${secret}`, 'latin1')))]));
    const row = await newsroom.house.db.selectFrom('videos').select('original').where('id', '=', json.id).executeTakeFirstOrThrow();
    const kept = Buffer.from((await newsroom.house.objects.get(row.original))!);
    expect(kept.includes(secret)).toBe(false);
    expect(kept.length).toBe(json.bytes);
  });

  it('refuses by name what is no film, damaged, or nothing', async () => {
    expect(await putIn(Buffer.from('Föhn'))).toMatchObject({ status: 415, json: { name: 'not-a-video', detail: 'Diese Datei ist kein Video.' } });
    expect(await putIn(film().subarray(0, -2))).toMatchObject({ status: 422, json: { name: 'corrupt' } });
    expect(await putIn(webm({ kind: 'matroska' }))).toMatchObject({ status: 415, json: { name: 'unsupported-type', detail: expect.stringContaining('Matroska') } });
    expect(await putIn(Buffer.alloc(0))).toMatchObject({ status: 422, json: { name: 'no-file' } });
    expect((await putIn(film(), { role: 'moderator' })).status).toBe(403);
  });

  it.runIf(converts)('takes HEVC and QuickTime where they can be converted, and shows them only then', async () => {
    const { status, json } = await putIn(mp4({ video: 'hvc1', brand: 'qt  ' }));
    expect(status).toBe(201);
    expect(json).toMatchObject({ sources: [], conversion: { state: 'waiting' } });
    expect(json.missing).toContainEqual({ name: 'qualities', field: 'qualities' });
  });

  it.skipIf(converts)('says what to do with HEVC and QuickTime where nothing can convert them', async () => {
    expect(await putIn(mp4({ video: 'hvc1' }))).toMatchObject({ status: 415, json: { name: 'unsupported-codec', detail: expect.stringContaining('Maximale Kompatibilität') } });
    expect(await putIn(mp4({ brand: 'qt  ' }))).toMatchObject({ status: 415, json: { name: 'unsupported-type', detail: expect.stringContaining('MOV') } });
  });
});

describe('a film', () => {
  it('is ready to publish with title, credit and poster, and better with captions', async () => {
    const video = (await putIn(film())).json;
    const changed = await change(video, { title: 'Der See  bei Föhn', credit: 'Anna Çelik', description: 'Zwei Minuten.', poster, posterAt: { x: 20, y: 80 } });
    expect(changed).toMatchObject({ status: 200, json: { title: 'Der See bei Föhn', missing: [], posterAt: { x: 20, y: 80 }, poster: { id: poster, url: expect.stringContaining('/bilder/') }, version: 2 } });
    expect(newsroom.announced.at(-1)).toMatchObject({ event: 'video.changed', tags: [`video:${video.id}`] });
    expect((await newsroom.ask('editor', { path: `/pictures/${poster}/uses` })).json.items).toMatchObject([{ usedBy: `video:${video.id}`, title: 'Der See bei Föhn', path: `/videos/${video.id}`, public: false }]);
    expect((await change(video, { title: 'zu spät' })).status).toBe(412);
    expect(await change(changed.json, { poster: 'nobody22' })).toMatchObject({ status: 422, json: { errors: [{ pointer: '/poster' }] } });
    expect((await change(changed.json, { title: 'x' }, 'freelancer')).status).toBe(403);
    expect((await caption(video.id, 'de', captions)).json).toMatchObject({ warnings: [], captions: [{ language: 'de', cues: 1, url: expect.stringMatching(/\.vtt$/u) }], version: 3 });
    expect((await caption(video.id, 'fr', captions.replace('Grüezi', 'Bonjour'))).json.captions).toHaveLength(2);
    expect(await caption(video.id, 'it', 'WEBVTT\n\n00:04.000 --> 00:01.000\nCiao\n')).toMatchObject({ status: 422, json: { name: 'captions-broken', detail: 'Auf Zeile 3 stimmt die Zeitangabe nicht: «00:04.000 --> 00:01.000».' } });
    expect((await newsroom.ask('reporter', { method: 'DELETE', path: `/videos/${video.id}/captions/fr` })).json.captions).toHaveLength(1);
    expect((await newsroom.ask('reporter', { method: 'DELETE', path: `/videos/${video.id}/captions/fr` })).status).toBe(404);
    const summary = (await videoSummaries(newsroom.house.db, [video.id, 'nobody22'])).get(video.id);
    expect(summary).toMatchObject({ title: 'Der See bei Föhn', ready: true, poster, captions: [{ language: 'de' }] });
  });

  it('is found by its words, the newest first, page by page', async () => {
    const one = (await putIn(film(), { query: 'name=a.mp4&title=Lawine%20am%20T%C3%B6di' })).json;
    const two = (await putIn(film(), { query: 'name=b.mp4&title=Lawine%20am%20Piz' })).json;
    const found = await newsroom.ask('moderator', { path: '/videos?q=lawine%20piz' });
    expect(found.json.items.map(({ id }: VideoJson) => id)).toEqual([two.id]);
    const first = (await newsroom.ask('moderator', { path: '/videos?q=lawine&limit=1' })).json;
    const next = (await newsroom.ask('moderator', { path: `/videos?q=lawine&limit=1&cursor=${first.next}` })).json;
    expect([...first.items, ...next.items].map(({ id }: VideoJson) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(first.converts).toBe(converts);
  });

  it('leaves the page when it is blocked, and comes back when it is let', async () => {
    const video = (await putIn(film())).json;
    expect((await newsroom.ask('reporter', { method: 'POST', path: `/videos/${video.id}/block`, body: { reason: 'weil' } })).status).toBe(403);
    const blocked = await newsroom.ask('editor', { method: 'POST', path: `/videos/${video.id}/block`, body: { reason: 'Die gefilmte Person verlangt es.' } });
    expect(blocked.json).toMatchObject({ blocked: { reason: 'Die gefilmte Person verlangt es.' }, sources: [] });
    expect(blocked.json.missing[0]).toEqual({ name: 'rights', field: 'rights' });
    expect((await newsroom.ask('editor', { method: 'DELETE', path: `/videos/${video.id}/block` })).json.blocked).toBeNull();
    expect((await newsroom.ask('editor', { method: 'DELETE', path: `/videos/${video.id}/block` })).status).toBe(409);
  });

  it('is gone for ever when it is sealed, with every other of the same file, and is not taken again', async () => {
    const bytes = film();
    const [one, two] = [(await putIn(bytes, { query: 'name=a.mp4&title=Eins' })).json, (await putIn(bytes)).json];
    await caption(one.id, 'de', captions);
    const { original } = await newsroom.house.db.selectFrom('videos').select('original').where('id', '=', one.id).executeTakeFirstOrThrow();
    expect((await newsroom.ask('editor', { method: 'POST', path: `/videos/${one.id}/seal`, body: { reason: 'Urteil', confirm: true } })).status).toBe(403);
    const sealed = await newsroom.ask('administrator', { method: 'POST', path: `/videos/${one.id}/seal`, body: { reason: 'Urteil vom 3. Mai', confirm: true } });
    expect(new Set(sealed.json.sealed)).toEqual(new Set([one.id, two.id]));
    await removalJob.run(newsroom.house, { addresses: [original] });
    expect(await newsroom.house.objects.get(original)).toBeNull();
    expect((await newsroom.ask('editor', { path: `/videos/${one.id}` })).json).toMatchObject({ title: '', name: '', captions: [], sources: [] });
    expect(await putIn(bytes)).toMatchObject({ status: 410, json: { name: 'sealed' } });
  });
});
