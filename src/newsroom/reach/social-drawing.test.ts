import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { importPicture } from '../pictures/pictures.ts';
import type { PublicStory } from '../stories/stories.ts';
import { publicStory } from '../stories/stories.ts';
import { publisherOf } from './publisher.ts';
import { feature } from './reach.ts';
import { storySocial } from './social.ts';
import { drawingListeners, drawnFor, redrawJob } from './social-drawing.ts';

let world: TestHouse;
let id: string;
beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('reach'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
  id = (await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Zürichs «Föhn» dreht', body: { html: '<p>Text.</p>' } } })).json.id;
});
afterAll(() => world.close());

const publish = async (fields: object = {}) => {
  const { version } = (await world.ask('editor', { path: `/stories/${id}` })).json;
  await world.ask('editor', { method: 'PATCH', path: `/stories/${id}`, body: { lead: `Fassung ${version}`, ...fields }, headers: { 'if-match': `"${version}"` } });
  expect((await world.ask('editor', { method: 'POST', path: `/stories/${id}/publish`, body: {} })).status).toBe(200);
  await hear('story.updated', id);
};
const hear = async (event: string, thing: string) => {
  for (const listener of drawingListeners) if (listener.event === event) await listener.hear(world.house, { id: thing });
};
const story = async () => (await publicStory(world.house.db, id)) as PublicStory;
const social = async () => {
  const shown = await story();
  const publisher = publisherOf({ name: 'Der Höhenweg', tagline: '', languages: ['de'], logo: null }, 'https://hoehenweg.example');
  return Object.fromEntries(storySocial(shown, publisher, await drawnFor(world.house.db, shown)));
};

it('shows a story without a picture by its headline, drawn once for each headline', async () => {
  await publish();
  const properties = await social();
  expect(properties).toMatchObject({ 'og:image:width': '1200', 'og:image:height': '630', 'og:image:alt': 'Zürichs «Föhn» dreht', 'twitter:image:alt': 'Zürichs «Föhn» dreht', 'twitter:card': 'summary_large_image' });
  const path = new URL(properties['og:image']!).pathname;
  expect(path).toMatch(/^\/teilen\/[0-9a-f]{16}\.png$/u);
  expect(world.announced.at(-1)).toEqual({ event: 'story.drawn', facts: { id }, tags: [`story:${id}`] });
  const answer = await feature.routes!(world.house).request(path);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  const [row] = await world.house.db.selectFrom('social_pictures').selectAll().execute();
  expect(await feature.namesObjects!(world.house.db, [row!.address, 'x'])).toEqual(new Set([row!.address]));
  await publish();
  expect(new URL((await social())['og:image']!).pathname).toBe(path);
  await publish({ headline: 'Der Föhn legt sich' });
  expect(new URL((await social())['og:image']!).pathname).not.toBe(path);
  expect((await feature.routes!(world.house).request(path)).status).toBe(404);
});

it('draws its headline anew when the publication is called something else, or has another accent', async () => {
  await publish();
  const path = new URL((await social())['og:image']!).pathname;
  const redraw = async () => redrawJob.run(world.house, {});
  await redraw();
  expect(new URL((await social())['og:image']!).pathname).toBe(path);
  const { version } = (await world.ask('publisher', { path: '/publication' })).json;
  expect((await world.ask('publisher', { method: 'PATCH', path: '/publication', body: { name: 'Der Höhenweg' }, headers: { 'if-match': `"${version}"` } })).status).toBe(200);
  await redraw();
  expect(new URL((await social())['og:image']!).pathname).not.toBe(path);
  expect((await feature.everyObject!(world.house.db)).map(({ of }) => of)).toEqual([`story:${id}`]);
});

it('shows its picture cut around what matters where it has one, and its headline again when the right ends', async () => {
  const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#345' } }).jpeg().toBuffer();
  const picture = await world.act((tools) => importPicture(tools, { bytes, name: 'See.jpg', language: 'de', credit: 'Archiv', alt: 'Ein See', renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  await publish({ picture: picture.id });
  expect(await social()).toMatchObject({ 'og:image': expect.stringMatching(/\/bilder\/.*-social-1200\.jpg$/u) as unknown, 'og:image:width': '1200', 'og:image:height': '630', 'og:image:alt': 'Ein See' });
  expect(await world.house.db.selectFrom('social_pictures').selectAll().execute()).toEqual([]);
  await world.ask('editor', { method: 'POST', path: `/pictures/${picture.id}/block`, body: { reason: 'Persönlichkeitsrecht' } });
  await hear('picture.blocked', picture.id);
  expect((await social())['og:image']).toContain('/teilen/');
  await world.ask('editor', { method: 'POST', path: `/stories/${id}/withdraw`, body: { reason: 'x' } });
  await hear('story.withdrawn', id);
  expect(await world.house.db.selectFrom('social_pictures').selectAll().execute()).toEqual([]);
});
