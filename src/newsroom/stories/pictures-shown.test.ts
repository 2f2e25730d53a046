import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { importPicture } from '../pictures/pictures.ts';
import { listPublic, publicStory } from './reading.ts';

let world: TestHouse;
let picture: string;
let shade = 0;
beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
});
beforeEach(async () => {
  shade += 1;
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: { r: shade, g: 9, b: 9 } } }).png().toBuffer();
  const kept = await world.act((tools) => importPicture(tools, { bytes, name: 'Föhn.png', language: 'de', credit: 'Archiv', alt: 'Berg', renditions: 'now' }));
  if ('refused' in kept) throw new Error(kept.refused);
  picture = kept.id;
});
afterAll(() => world.close());

const write = async (fields: object = {}) => (await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Föhn über Zürich', body: { html: '<p>Text.</p>' }, picture, ...fields } })).json;
const go = (id: string, way: string, body: object = {}, role = 'editor') => world.ask(role, { method: 'POST', path: `/stories/${id}/${way}`, body });
const uses = async () => (await world.ask('editor', { path: `/pictures/${picture}/uses` })).json.items;
const change = async (said: object) => world.ask('editor', { method: 'PATCH', path: `/pictures/${picture}`, body: said, headers: { 'if-match': `"${(await world.ask('editor', { path: `/pictures/${picture}` })).json.version}"` } });

it('tells pictures where they are used, from the first draft to the withdrawal', async () => {
  const { id } = await write();
  expect(await uses()).toMatchObject([{ usedBy: `story:${id}`, title: 'Föhn über Zürich', path: `/stories/${id}`, public: false, since: null }]);
  await go(id, 'publish');
  const first = world.clock.now().toISOString();
  expect(await uses()).toMatchObject([{ public: true, since: first }]);
  const { version } = (await world.ask('editor', { path: `/stories/${id}` })).json;
  await world.ask('editor', { method: 'PATCH', path: `/stories/${id}`, body: { picture: null, headline: 'Ohne Bild' }, headers: { 'if-match': `"${version}"` } });
  expect(await uses()).toMatchObject([{ title: 'Ohne Bild', public: true }]);
  world.clock.pass(60_000);
  await go(id, 'publish');
  expect(await uses()).toEqual([]);
});

it('keeps a picture from readers that somebody else must bring before them, and lets what they see be', async () => {
  await change({ usableBy: ['role:picture-editor', 'staff:staff-publisher'] });
  const { id, missing } = await write();
  expect(missing).toEqual([{ name: 'picture-use', pointer: '/picture', picture }]);
  expect((await go(id, 'publish')).json.errors).toMatchObject([{ name: 'picture-use', pointer: '/picture' }]);
  expect((await go(id, 'publish', {}, 'publisher')).status).toBe(200);
  expect((await go(id, 'publish')).status).toBe(200);
});

it('shows a picture with its own story only, on its page and in lists', async () => {
  const own = await write();
  await change({ onlyWith: `story:${own.id}` });
  const other = await write();
  await go(own.id, 'publish');
  expect((await go(other.id, 'publish')).json.errors).toMatchObject([{ name: 'picture-rights' }]);
  await change({ onlyWith: null });
  await go(other.id, 'publish');
  await change({ onlyWith: `story:${own.id}` });
  const { db } = world.house;
  const listed = await listPublic(db, { language: 'de', limit: 10 });
  const ready = new Map(listed.map((teaser) => [teaser.id, teaser.picture?.ready]));
  expect([ready.get(own.id), ready.get(other.id)]).toEqual([true, false]);
  const page = await publicStory(db, other.id);
  expect(page !== null && 'pictures' in page && page.pictures.get(picture)?.ready).toBe(false);
});
