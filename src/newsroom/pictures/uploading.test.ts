import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { idIn, tusClient } from '../../../test/tus.ts';
import { feature as uploads } from '../uploads/uploads.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature } from './pictures.ts';

let newsroom: TestHouse;
beforeAll(async () => {
  newsroom = await testHouse([uploads, feature]);
});
afterAll(async () => {
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

/** Sends it in two parts and reads it, as the job would. */
async function send(file: Uint8Array, words: Record<string, string>) {
  const tus = tusClient(newsroom);
  const id = idIn(await tus.begin(file.length, { kind: 'picture', ...words }));
  await tus.send(id, 0, file.subarray(0, 100));
  await tus.send(id, 100, file.subarray(100));
  await uploads.jobs![0]!.run(newsroom.house, { id });
  return (await tus.look(id)).json;
}

it('becomes a picture by the same rules as one that is put in whole', async () => {
  const photo = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#3a7bd5' } }).jpeg().toBuffer();
  const told = await send(photo, { filename: 'Zürich «See».jpg', filetype: 'image/jpeg', language: 'fr', credit: 'Zoë Rüegg' });
  expect(told).toMatchObject({ state: 'kept', subject: expect.stringMatching(/^picture:/u) });
  const { json } = await newsroom.ask('editor', { path: `/pictures/${told.subject.slice('picture:'.length)}` });
  expect(json).toMatchObject({ name: 'Zürich «See».jpg', width: 700, credit: 'Zoë Rüegg', language: 'fr', state: 'ready', createdBy: 'staff-reporter', bytes: photo.length });
});

it('is refused by its content, in words that say what to do', async () => {
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${' '.repeat(200)}</svg>`);
  expect((await send(svg, { filename: 'karte.jpg' })).refused).toEqual({
    name: 'unsupported-type', again: false, message: 'SVG ist kein Bild, sondern ein Dokument, in dem auch Programme stehen können. Speichern Sie es als PNG.',
  });
});
