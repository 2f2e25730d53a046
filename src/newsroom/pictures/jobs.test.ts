import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { importPicture } from './actions.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature, pictureSummaries } from './pictures.ts';
import { inShape } from './picture.ts';
import { nearDuplicates, readPicture } from './store.ts';

let newsroom: TestHouse;
let bytes: Buffer;
beforeAll(async () => {
  newsroom = await testHouse([feature]);
  bytes = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#765' } }).jpeg().toBuffer();
});
afterAll(async () => {
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

async function bring(file: Buffer): Promise<string> {
  const picture = await newsroom.act((tools) => importPicture(tools, { bytes: file, name: 'Föhn.jpg', language: 'de', caption: 'Föhn', credit: 'Archiv' }));
  if ('refused' in picture) throw new Error(picture.refused);
  return picture.id;
}

it('makes a picture that was brought in later: usable first, small after', async () => {
  const id = await bring(bytes);
  const before = (await pictureSummaries(newsroom.house.db, [id])).get(id);
  expect(before).toMatchObject({ ready: false, fallback: null, sources: [], width: 600, height: 300 });
  newsroom.announced.length = 0;
  await renditionsJob.run(newsroom.house, { id });
  expect((await pictureSummaries(newsroom.house.db, [id])).get(id)).toMatchObject({ ready: true, sources: [{ format: 'webp' }, { format: 'jpeg' }] });
  await renditionsJob.run(newsroom.house, { id });
  const after = (await pictureSummaries(newsroom.house.db, [id])).get(id)!;
  expect(after.sources.map(({ format, widths }) => [format, widths.length])).toEqual([['avif', 2], ['webp', 2], ['jpeg', 2]]);
  expect(newsroom.announced.map(({ event }) => event)).toEqual(['picture.ready', 'picture.ready']);
});

it('does nothing twice, and nothing for a picture that is not there', async () => {
  const id = await bring(bytes);
  await Promise.all([renditionsJob.run(newsroom.house, { id }), renditionsJob.run(newsroom.house, { id })]);
  const rows = async () => (await newsroom.house.db.selectFrom('picture_renditions').selectAll().where('picture_id', '=', id).execute());
  const made = await rows();
  // The quick formats; all of them where the second run came when the first was done.
  expect([4, 6]).toContain(made.filter(({ shape }) => shape === 'whole').length);
  await Promise.all([renditionsJob.run(newsroom.house, { id }), renditionsJob.run(newsroom.house, { id })]);
  await renditionsJob.run(newsroom.house, { id });
  expect((await rows()).map(({ shape, format, width }) => `${shape} ${format} ${width}`).filter((one) => /^(?:whole|social)/u.test(one)).sort()).toEqual([
    'social jpeg 571', 'whole avif 480', 'whole avif 600', 'whole jpeg 480', 'whole jpeg 600', 'whole webp 480', 'whole webp 600',
  ]);
  const before = await rows();
  await renditionsJob.run(newsroom.house, { id });
  expect(await rows()).toEqual(before);
  await renditionsJob.run(newsroom.house, { id: 'xxxxxxxx' });
});

it('makes the crops alone anew around a focal point that was set, under new addresses', async () => {
  const id = await bring(bytes);
  const { house } = newsroom;
  for (let round = 0; round < 2; round++) await renditionsJob.run(house, { id });
  const before = (await pictureSummaries(house.db, [id])).get(id)!;
  expect(inShape(before, 'square')).toMatchObject({ id, width: 300, height: 300, sources: [{ format: 'avif' }, { format: 'webp' }, { format: 'jpeg' }] });
  expect(inShape(before, 'square').fallback).toMatch(new RegExp(`^/bilder/${id}/[0-9a-f]{16}-square-300\\.jpg$`, 'u'));
  await house.db.updateTable('pictures').where('id', '=', id).set({ focal_x: 0.9, focal_y: 0.25 }).execute();
  await renditionsJob.run(house, { id });
  const after = (await pictureSummaries(house.db, [id])).get(id)!;
  expect(after.sources).toEqual(before.sources);
  expect(after.crops.square!.fallback).not.toBe(before.crops.square!.fallback);
  expect(after.crops.square!.sources.map(({ format, widths }) => [format, widths.length])).toEqual([['avif', 2], ['webp', 2], ['jpeg', 2]]);
  newsroom.announced.length = 0;
  await renditionsJob.run(house, { id });
  expect(newsroom.announced).toEqual([]);
});

it('finds the pictures that look alike, the most alike first', async () => {
  const { house } = newsroom;
  const hill = (height: number) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#9bd"/><path d="M0 400L${height} 90l90 160 90-60 220 210z" fill="#364"/><circle cx="460" cy="80" r="40" fill="#fe8"/></svg>`));
  const made = async (file: Buffer) => {
    const id = await bring(file);
    await renditionsJob.run(house, { id });
    return id;
  };
  const first = await made(await hill(200).jpeg().toBuffer());
  const same = await made(await hill(200).jpeg().toBuffer());
  const smaller = await made(await hill(200).resize({ width: 300 }).modulate({ brightness: 1.1 }).webp({ quality: 30 }).toBuffer());
  const another = await made(await hill(200).flop().negate().png().toBuffer());
  const alike = await nearDuplicates(house.db, first);
  expect(alike[0]).toEqual({ id: same, distance: 0 });
  expect(alike.map(({ id }) => id)).toContain(smaller);
  expect(alike.map(({ id }) => id)).not.toContain(another);
  expect(alike.map(({ id }) => id)).not.toContain(first);
  expect(await nearDuplicates(house.db, 'xxxxxxxx')).toEqual([]);
});

it('says that a picture failed whose file is damaged, and does not try again', async () => {
  const id = await bring(bytes.subarray(0, bytes.length / 2));
  await renditionsJob.run(newsroom.house, { id });
  expect(await readPicture(newsroom.house.db, id)).toMatchObject({ state: 'failed', renditions: [] });
  await renditionsJob.run(newsroom.house, { id });
  expect((await pictureSummaries(newsroom.house.db, [id])).get(id)).toMatchObject({ ready: false });
});

it('keeps no renditions with a credit that was changed while they were made', async () => {
  const id = await bring(bytes);
  const { house } = newsroom;
  const slow = { ...house, objects: { ...house.objects, put: async (one: Uint8Array) => {
    await newsroom.ask('editor', { method: 'PATCH', path: `/pictures/${id}`, headers: { 'if-match': '"1"' }, body: { credit: 'Zoë Rüegg' } });
    return house.objects.put(one);
  } } };
  await renditionsJob.run(slow, { id });
  expect(await readPicture(house.db, id)).toMatchObject({ state: 'making', made: '', credit: 'Zoë Rüegg' });
  await renditionsJob.run(house, { id });
  expect(await readPicture(house.db, id)).toMatchObject({ state: 'ready' });
});
