import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { searchStories } from './reading.ts';
import { learnWords, nearestWords, searchPublic } from './search-store.ts';

let world: TestHouse;

async function published(headline: string, text: string, language = 'de'): Promise<string> {
  const { json } = await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'schweiz', headline, language, body: { html: `<p>${text}</p>` }, byline: ['Ürsula Öztürk'] } });
  expect((await world.ask('editor', { method: 'POST', path: `/stories/${json.id}/publish` })).status).toBe(200);
  await world.house.db.transaction().execute((tx) => learnWords(tx, json.id));
  world.clock.pass(60_000);
  return json.id;
}
const find = async (query: string, language = 'de') => (await searchPublic(world.house.db, { query, language, limit: 10, offset: 0 })).rows.map((row) => row.story_id);

beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'schweiz', name: 'Schweiz' } });
});
afterAll(() => world.close());

describe('search', () => {
  it('finds words in any of their forms, without their accents, and in compounds', async () => {
    const id = await published('Bundesratswahl in Bern', 'Die Häuser am Aaregletscher stehen leer.');
    expect(await find('wahl')).toEqual([id]);
    expect(await find('haus')).toEqual([id]);
    expect(await find('aaregletschers')).toEqual([id]);
    expect(await find('oztürk')).toEqual([id]);
    expect(await find('verfassung')).toEqual([]);
  });
  it('puts the title before the text, and the newer before the older', async () => {
    const inText = await published('Wetter am Wochenende', 'Ein Lawinenhang wurde gesperrt. Lawinenhang!');
    const inTitle = await published('Lawinenhang gesperrt', 'Es schneit.');
    await published('Ganz anderes', 'Sonne.');
    expect(await find('lawinenhang')).toEqual([inTitle, inText]);
  });
  it('takes phrases and exclusions at their word', async () => {
    const id = await published('Seilbahn', 'Die alte Seilbahn fährt wieder.');
    expect(await find('"alte seilbahn"')).toEqual([id]);
    expect(await find('"seilbahn alte"')).toEqual([]);
    expect(await find('seilbahn -fährt')).toEqual([]);
  });
  it('keeps languages apart', async () => {
    const id = await published('Le glacier recule', 'Les glaciers des Alpes reculent vite.', 'fr');
    expect(await find('glaciers', 'fr')).toEqual([id]);
    expect(await find('glaciers', 'de')).toEqual([]);
  });
  it('offers the nearest word for one that nobody wrote', async () => {
    expect(await nearestWords(world.house.db, 'de', 'lawinnenhang')).toContain('lawinenhang');
    expect(await nearestWords(world.house.db, 'de', 'xqzvtrkp')).toBeNull();
  });
  it('finds what is spelt in a similar way where nobody wrote what was typed, and says so', async () => {
    const id = await published('Murmeltiere erwachen', 'Die Murmeltiere im Engadin sind früh dran.');
    const { teasers, instead } = await searchStories(world.house.db, { query: 'murmeltire', language: 'de', limit: 10, offset: 0 });
    expect(teasers.map((one) => one.id)).toEqual([id]);
    expect(instead).not.toBeNull();
    expect(await searchStories(world.house.db, { query: 'murmeltiere', language: 'de', limit: 10, offset: 0 })).toMatchObject({ count: 1, instead: null });
    expect(await searchStories(world.house.db, { query: 'xqzvtrkp', language: 'de', limit: 10, offset: 0 })).toEqual({ teasers: [], count: 0, instead: null });
  });
  it('finds nothing of a story that was withdrawn, at once', async () => {
    const id = await published('Zurückgezogenes Geheimnis', 'Vertraulich.');
    expect(await find('geheimnis')).toEqual([id]);
    await world.ask('editor', { method: 'POST', path: `/stories/${id}/withdraw`, body: { reason: 'Schutz' } });
    expect(await find('geheimnis')).toEqual([]);
  });
  it('survives whatever is typed', async () => {
    for (const query of ["'", "a'b\\c", '!!! ((', '"', '& | <->', '%_%', '漢字', '🧀'.repeat(300), "wahl') or 1=1 --"]) await expect(find(query)).resolves.toBeInstanceOf(Array);
  });
});
