/** A section may take no address from the house: every route that there is begins with a reserved word. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsroom } from '../../src/newsroom.ts';
import { renditionUrl } from '../../src/newsroom/pictures/picture.ts';
import { videoUrl } from '../../src/newsroom/videos/videos.ts';
import { reservedWords, wordsOfRoutes } from '../../src/newsroom/sections/sections.ts';
import { siteAssets } from '../../src/newsroom/site/site.ts';
import { fontFiles, fontName } from '../../src/design/fonts.ts';
import { eventsApi } from '../../src/platform/events/stream.ts';
import { buildApp } from '../../src/platform/http/app.ts';
import type { AppParts } from '../../src/platform/http/web-parts.ts';
import type { TestHouse } from '../house.ts';
import { testHouse } from '../house.ts';

let world: TestHouse;
beforeAll(async () => { world = await testHouse(newsroom); });
afterAll(() => world.close());

/** Pages, forms, API, health, files: as the web side puts them together. */
async function everyPath(): Promise<string[]> {
  const { house } = world;
  const apis = [eventsApi(house), ...newsroom.flatMap((feature) => feature.api?.(house) ?? [])];
  // The desk begins to build itself when it is asked for its routes; they are read instead.
  const routes = newsroom.filter(({ name }) => name !== 'desk').flatMap((feature) => feature.routes?.(house) ?? []);
  const ofDesk = [...readFileSync('src/newsroom/desk/desk.ts', 'utf8').matchAll(/routes\.\w+\('([^']+)'/gu)].map((match) => match[1]!);
  expect(ofDesk).toContain('/desk/*');
  // Only what is mounted is looked at: nothing is asked of the parts that answer.
  const app = buildApp({ settings: house.settings, clock: house.clock, log: house.log, apis, routes } as unknown as AppParts);
  const [assets] = await siteAssets();
  return [
    ...app.routes.map(({ path }) => path), ...ofDesk, ...newsroom.flatMap((feature) => feature.pages?.(house) ?? []).map(({ path }) => path),
    ...fontFiles.map(({ file }) => assets.address(fontName(file))), videoUrl('23456789', '0123456789abcdef.mp4'), renditionUrl({ id: '23456789', made: '0123456789abcdef', shape: 'whole', width: 480, format: 'avif' }),
  ];
}

it('holds for every route of every feature', async () => {
  const words = wordsOfRoutes(await everyPath());
  for (const known of ['api', 'desk', 'desk-preview', 'autor', 'bilder', 'videos', 'assets', 'vorschau', 'logo', 'metrics']) expect(words).toContain(known);
  expect([...words].filter((word) => !reservedWords.has(word))).toEqual([]);
});

it('holds for whoever answers before pages and framework', () => {
  // Their addresses are theirs alone to know: one more of them has to be named above.
  expect(newsroom.filter((feature) => feature.first !== undefined).map(({ name }) => name)).toEqual(['pictures', 'videos']);
});

it('lets no section stand there', async () => {
  const refused = await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'bilder', name: 'Bilder' } });
  expect(refused).toMatchObject({ status: 422, json: { name: 'path-reserved' } });
});
