/** What a row names and no feature reports would be swept after a day, and missed by no doctor. */
import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsroom } from '../src/newsroom.ts';
import { importPicture } from '../src/newsroom/pictures/pictures.ts';
import { drawStory } from '../src/newsroom/reach/social-drawing.ts';
import { all } from '../src/platform/objects/objects.contract.ts';
import { namedByAny } from '../src/platform/objects/sweeping.ts';
import { mp4 } from '../src/platform/video/testing.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';

/** They tell what happened to objects; they keep none. */
const tellsOnly = ['acts', 'seals'];

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse(newsroom);
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } }).composite([{ input: Buffer.from('<svg width="300" height="200"><circle cx="90" cy="90" r="80" fill="#e04020"/></svg>'), left: 40, top: 60 }]).png().toBuffer();
  const kept = await world.act((tools) => importPicture(tools, { bytes: picture, name: 'Föhn.png', language: 'de', credit: 'Archiv', renditions: 'now' }));
  expect(kept).not.toHaveProperty('refused');
  expect((await put('PUT', '/publication/logo', picture, 'image/png')).status).toBe(200);
  expect((await put('POST', '/videos?name=See.mp4', mp4(), 'video/mp4')).status).toBe(201);
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
  const { id } = (await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Zürichs «Föhn» dreht', lead: 'Am Abend.', body: { html: '<p>Text.</p>' } } })).json;
  expect((await world.ask('editor', { method: 'POST', path: `/stories/${id}/publish`, body: {} })).status).toBe(200);
  await drawStory(world.house, id);
});
afterAll(() => world.close());

async function put(method: string, path: string, body: Buffer, type: string): Promise<Response> {
  for (const feature of newsroom) {
    const answer = await feature.api?.(world.house).request(path, { method, body: new Uint8Array(body), headers: { 'content-type': type, 'x-test-role': 'publisher', 'if-match': '"1"' } });
    if (answer !== undefined && answer.status !== 404) return answer;
  }
  throw new Error(`no feature answers ${path}`);
}

/** Every object that stands in a row, wherever in it, with its table. */
async function inRows(): Promise<Map<string, string>> {
  const there = new Set((await all(world.house.objects)).map(({ address }) => address));
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.house.db);
  const found = new Map<string, string>();
  for (const { name } of tables.filter((table) => !tellsOnly.includes(table.name))) {
    const { rows } = await sql<{ address: string }>`select distinct match[1] as address from ${sql.table(name)} as it, regexp_matches(to_jsonb(it)::text, '(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])', 'g') as match`.execute(world.house.db);
    for (const { address } of rows) if (there.has(address)) found.set(address, name);
  }
  return found;
}

/** Tables with objects that no feature names, or that none says must be there. */
async function unreported(): Promise<string[]> {
  const { house } = world;
  const found = await inRows();
  const named = await namedByAny(house, [...found.keys()]);
  const needed = new Set((await Promise.all(house.features.map((feature) => feature.everyObject?.(house.db) ?? []))).flat().map(({ address }) => address));
  return [...new Set([...found].filter(([address]) => !named.has(address) || !needed.has(address)).map(([, table]) => table))];
}

it('knows every object that a row names, whichever feature it belongs to', async () => {
  expect([...new Set((await inRows()).values())]).toEqual(expect.arrayContaining(['pictures', 'picture_renditions', 'publication', 'social_pictures', 'videos']));
  expect(await unreported()).toEqual([]);
});

it('finds a table of which no feature tells', async () => {
  const address = await world.house.objects.put(Buffer.from('Prospekt'));
  await sql`create table brochures (facts jsonb not null)`.execute(world.house.db);
  await sql`insert into brochures values (${JSON.stringify({ pages: [address] })})`.execute(world.house.db);
  expect(await unreported()).toEqual(['brochures']);
});
