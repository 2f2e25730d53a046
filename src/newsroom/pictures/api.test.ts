import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { readMetadata } from '../../platform/images/metadata.ts';
import { xmpPacket } from '../../platform/images/written-metadata.ts';
import { StoreFull } from '../../platform/objects/store-full.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import type { PictureJson } from './schemas.ts';
import { feature } from './pictures.ts';
import { pictureSummaries } from './summaries.ts';

let newsroom: TestHouse;
let photo: Buffer;

const xmp = xmpPacket({ creators: ['Jörg Zäch'], creditLine: 'Alpenbild', copyright: '© Alpenbild', usageTerms: 'Nur redaktionell', digitalSourceType: '' });

beforeAll(async () => {
  newsroom = await testHouse([feature]);
  photo = await sharp({ create: { width: 1000, height: 640, channels: 3, background: '#3a7bd5' } }).withXmp(xmp!).jpeg().toBuffer();
});

afterAll(async () => {
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

async function upload(file: Uint8Array, { role = 'reporter', name = 'Zürich «See».jpg', fields = {} }: { role?: string; name?: string; fields?: Record<string, string> } = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new File([file as Uint8Array<ArrayBuffer>], name));
  return send(new Response(form), '/pictures', role);
}

async function send(from: Response, path: string, role: string | null) {
  const headers: Record<string, string> = { 'content-type': from.headers.get('content-type') ?? '', 'accept-language': 'de-CH', ...(role !== null && { 'x-test-role': role }) };
  const answer = await feature.api!(newsroom.house).request(path, { method: 'POST', headers, body: await from.arrayBuffer() });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, headers: answer.headers, json: await answer.json() as any };
}

const whole = (picture: PictureJson) => picture.renditions.filter(({ shape }) => shape === 'whole');

async function bytesOf(picture: PictureJson, { shape, format, width }: Pick<PictureJson['renditions'][number], 'shape' | 'format' | 'width'>): Promise<Buffer> {
  const row = await newsroom.house.db.selectFrom('picture_renditions').selectAll()
    .where('picture_id', '=', picture.id).where('shape', '=', shape).where('format', '=', format).where('width', '=', width).executeTakeFirstOrThrow();
  return Buffer.from((await newsroom.house.objects.get(row.address))!);
}

const runJob = (id: string) => renditionsJob.run(newsroom.house, { id });
const read = async (id: string) => (await newsroom.ask('editor', { path: `/pictures/${id}` })).json as PictureJson;

describe('putting a picture in', () => {
  it('makes it usable at once, with what the file says of itself', async () => {
    const { status, json, headers } = await upload(photo, { fields: { caption: 'Der See bei Föhn', alt: 'Wellen' } });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(json).toMatchObject({
      name: 'Zürich «See».jpg', mediaType: 'image/jpeg', width: 1000, height: 640, caption: 'Der See bei Föhn', alt: 'Wellen', language: 'de',
      credit: 'Alpenbild / Jörg Zäch', state: 'ready', missing: [], createdBy: 'staff-reporter',
    });
    expect(json.colour).toMatch(/^#3[89a-c]7[9a-d]d[3-7]$/u);
    expect(json.renditions.map((one: { shape: string; format: string; width: number; height: number }) => `${one.shape} ${one.format} ${one.width} ${one.height}`)).toEqual([
      'social jpeg 1000 525', 'square jpeg 240 240', 'square jpeg 480 480', 'square webp 240 240', 'square webp 480 480',
      'tall jpeg 480 600', 'tall jpeg 512 640', 'tall webp 480 600', 'tall webp 512 640',
      'whole jpeg 480 307', 'whole jpeg 800 512', 'whole jpeg 1000 640', 'whole webp 480 307', 'whole webp 800 512', 'whole webp 1000 640',
      'wide jpeg 480 320', 'wide jpeg 800 533', 'wide jpeg 960 640', 'wide webp 480 320', 'wide webp 800 533', 'wide webp 960 640',
    ]);
    expect(json.thumb).toMatch(new RegExp(`^/bilder/${json.id}/[0-9a-f]{16}-480\\.jpg$`, 'u'));
    expect(readdirSync(join(newsroom.house.settings.dataDir, 'arriving'))).toEqual([]);
  });

  it('takes the file alone as the body', async () => {
    const { status, json } = await send(new Response(photo as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/jpeg' } }), '/pictures?name=../../b%C3%BChne.jpg&credit=Eigen', 'picture-editor');
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'bühne.jpg', credit: 'Eigen', missing: [{ name: 'alt', field: 'alt' }] });
  });

  it('makes the small format after, and tells who waits', async () => {
    const { json } = await upload(photo);
    newsroom.announced.length = 0;
    await runJob(json.id);
    expect(whole(await read(json.id)).filter(({ format }) => format === 'avif').map(({ width }) => width)).toEqual([480, 800, 1000]);
    expect(newsroom.announced).toEqual([{ event: 'picture.ready', facts: { id: json.id }, tags: [`picture:${json.id}`] }]);
    await runJob(json.id);
    expect(newsroom.announced).toHaveLength(1);
  });

  it('writes credit and rights into every rendition', async () => {
    const { json } = await upload(photo);
    await runJob(json.id);
    const { renditions } = await read(json.id);
    expect(renditions).toHaveLength(31);
    for (const one of renditions) {
      expect(readMetadata(await bytesOf(json, one)), `${one.shape} ${one.format} ${one.width}`).toMatchObject({
        creators: ['Jörg Zäch'], creditLine: 'Alpenbild / Jörg Zäch', copyright: '© Alpenbild', usageTerms: 'Nur redaktionell',
      });
    }
  });

  it('keeps each of many uploads of the same file as a picture of its own, and the bytes once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(photo, { fields: { credit: 'Gleichzeitig' } })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(4);
    const originals = await newsroom.house.db.selectFrom('pictures').select('original').distinct().where('credit', '=', 'Gleichzeitig').execute();
    expect(originals).toHaveLength(1);
  });

  it.each([
    ['a text that is called a picture', Buffer.from('Liebe Redaktion, anbei das Bild'), 415, 'not-a-picture'],
    ['nothing', Buffer.alloc(0), 415, 'not-a-picture'],
    ['an SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, 'unsupported-type'],
  ])('refuses %s', async (_what, file, status, name) => {
    const answer = await upload(file, { name: 'bild.jpg' });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ type: `urn:broadsheet:problem:${name}`, name });
    expect(answer.json.detail).toMatch(/^(?:Diese Datei ist kein Bild|SVG ist kein Bild)/u);
  });

  it('refuses a picture that is cut off, and keeps nothing of it', async () => {
    const noisy = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 120, sigma: 40 } } }).jpeg().toBuffer();
    const before = await count();
    const answer = await upload(noisy.subarray(0, noisy.length / 2));
    expect(answer.status).toBe(422);
    expect(answer.json.type).toBe('urn:broadsheet:problem:corrupt');
    expect(await count()).toEqual(before);
  });

  it('refuses a form without a file, and fields that are no fields', async () => {
    const form = new FormData();
    form.append('caption', 'Ohne Bild');
    expect((await send(new Response(form), '/pictures', 'reporter')).json.type).toBe('urn:broadsheet:problem:no-file');
    expect((await upload(photo, { fields: { language: 'Züritüütsch!' } })).status).toBe(422);
  });

  it('says in words that there is no room, and keeps no row', async () => {
    const before = await count();
    const { house } = newsroom;
    const full = { ...house, objects: { ...house.objects, put: () => Promise.reject(new StoreFull(new Error('ENOSPC'))) } };
    const answer = await feature.api!(full).request('/pictures?name=a.jpg', { method: 'POST', headers: { 'x-test-role': 'editor', 'content-type': 'image/jpeg', 'accept-language': 'fr' }, body: photo as Uint8Array<ArrayBuffer> });
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({ name: 'store-full', detail: expect.stringMatching(/plus de place/u) });
    expect(await count()).toEqual(before);
  });

  it('is for those who write and for the picture desk', async () => {
    expect((await send(new Response(photo as Uint8Array<ArrayBuffer>), '/pictures', null)).status).toBe(401);
    expect((await upload(photo, { role: 'moderator' })).status).toBe(403);
  });
});

describe('saying what a picture shows', () => {
  it('asks for the version, and gives the present one to who comes late', async () => {
    const { json } = await upload(photo, { role: 'editor' });
    const patch = (version: string | null, body: unknown) => newsroom.ask('editor', {
      method: 'PATCH', path: `/pictures/${json.id}`, body, ...(version !== null && { headers: { 'if-match': version } }),
    });
    expect((await patch(null, { alt: 'See' })).status).toBe(428);
    const first = await patch('"1"', { alt: '  Ein See \n im Föhn ' });
    expect(first.json).toMatchObject({ alt: 'Ein See im Föhn', version: 2 });
    expect(first.headers.get('etag')).toBe('"2"');
    const late = await patch('"1"', { alt: 'Ein Meer' });
    expect(late.status).toBe(412);
    expect(late.json.current).toMatchObject({ alt: 'Ein See im Föhn', version: 2 });
  });

  it('lets one of two who write at the same time win', async () => {
    const { json } = await upload(photo, { role: 'editor' });
    const answers = await Promise.all(['Eins', 'Zwei'].map((alt) => newsroom.ask('editor', {
      method: 'PATCH', path: `/pictures/${json.id}`, body: { alt }, headers: { 'if-match': '"1"' },
    })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('lets a reporter change own pictures only', async () => {
    const { json: foreign } = await upload(photo, { role: 'editor' });
    const { json: own } = await upload(photo, { role: 'reporter' });
    const patch = (id: string) => newsroom.ask('reporter', { method: 'PATCH', path: `/pictures/${id}`, body: { credit: 'Ich' }, headers: { 'if-match': '"1"' } });
    expect((await patch(foreign.id)).json.type).toBe('urn:broadsheet:problem:not-yours');
    expect((await patch(own.id)).status).toBe(200);
  });

  it('makes the renditions anew with a new credit, under new addresses', async () => {
    const { json } = await upload(photo, { role: 'editor' });
    await runJob(json.id);
    await newsroom.ask('editor', { method: 'PATCH', path: `/pictures/${json.id}`, body: { credit: 'Keystone-SDA / Zoë Rüegg' }, headers: { 'if-match': '"1"' } });
    await runJob(json.id);
    const after = await read(json.id);
    expect(after.thumb).not.toBe(json.thumb);
    expect(after.renditions).toHaveLength(31);
    expect(readMetadata(await bytesOf(json, { shape: 'tall', format: 'avif', width: 480 })).creditLine).toBe('Keystone-SDA / Zoë Rüegg');
  });
});

describe('looking pictures up', () => {
  it('finds words in any field, page by page, the newest first', async () => {
    for (const number of [1, 2, 3]) {
      await upload(photo, { fields: { caption: `Matterhorn_${number} 100 %`, alt: 'Gipfel' } });
      newsroom.clock.pass(1_000);
    }
    const page = async (query: string) => (await newsroom.ask('freelancer', { path: `/pictures?${query}` })).json;
    const first = await page('q=matterhorn_+gipfel&limit=2');
    expect(first.items.map(({ caption }: PictureJson) => caption)).toEqual(['Matterhorn_3 100 %', 'Matterhorn_2 100 %']);
    const second = await page(`q=matterhorn_+gipfel&limit=2&cursor=${encodeURIComponent(first.next)}`);
    expect(second.items.map(({ caption }: PictureJson) => caption)).toEqual(['Matterhorn_1 100 %']);
    expect(second.next).toBeNull();
    expect((await page('q=matterhornX')).items).toEqual([]);
    expect((await page('q=100+%25&cursor=rubbish')).items).toHaveLength(3);
  });

  it('says what pages show, small formats first', async () => {
    const { json } = await upload(photo);
    await runJob(json.id);
    const summaries = await pictureSummaries(newsroom.house.db, [json.id, json.id, 'xxxxxxxx']);
    expect([...summaries.keys()]).toEqual([json.id]);
    const summary = summaries.get(json.id)!;
    expect(summary).toMatchObject({ ready: true, width: 1000, height: 640, credit: 'Alpenbild / Jörg Zäch' });
    expect(summary.sources.map(({ type, widths }) => [type, widths.map(({ width }) => width)])).toEqual([
      ['image/avif', [480, 800, 1000]], ['image/webp', [480, 800, 1000]], ['image/jpeg', [480, 800, 1000]],
    ]);
    expect(summary.fallback).toMatch(/-800\.jpg$/u);
  });
});

async function count() {
  const { rows } = { rows: await newsroom.house.db.selectFrom('pictures').select('id').execute() };
  let objects = 0;
  for await (const _ of newsroom.house.objects.list()) objects += 1;
  return { pictures: rows.length, objects };
}
