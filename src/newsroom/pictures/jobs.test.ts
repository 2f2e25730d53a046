import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { importPicture } from './actions.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature, pictureSummaries } from './pictures.ts';
import { readPicture } from './store.ts';

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
  expect(made).toHaveLength(4);
  await Promise.all([renditionsJob.run(newsroom.house, { id }), renditionsJob.run(newsroom.house, { id })]);
  await renditionsJob.run(newsroom.house, { id });
  expect(await rows()).toHaveLength(6);
  await renditionsJob.run(newsroom.house, { id: 'xxxxxxxx' });
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
