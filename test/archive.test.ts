/** The archive that speed is measured on holds what a newsroom would have written: row for row. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editor, fillArchive } from '../bench/archive/fill.ts';
import { makeNewsroom } from '../bench/archive/newsroom.ts';
import type { Archive } from '../bench/archive/story.ts';
import { idOf, storyOf } from '../bench/archive/story.ts';
import { makeVocabulary, vocabularySize } from '../bench/archive/words.ts';
import type { Actor } from '../src/platform/feature.ts';
import { isRefused } from '../src/platform/result.ts';
import { learnWords } from '../src/newsroom/stories/search-store.ts';
import { createStory, publishStory } from '../src/newsroom/stories/stories.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import { newsroomUpTo } from './plan.ts';

let world: TestHouse;
let archive: Archive;
const size = 120;
const by: Actor = { kind: 'staff', ...editor, role: 'editor' };

beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  const vocabulary = makeVocabulary();
  archive = { vocabulary, newsroom: makeNewsroom(vocabulary, 10), size };
  await fillArchive(world.house.db, archive);
});
afterAll(() => world.close());

/** Every row of a story, in every table, with its own id taken out. */
async function rowsOf(id: string): Promise<unknown> {
  const { rows } = await sql<{ rows: unknown }>`
    select jsonb_build_object(
      'story', (select to_jsonb(s) - 'id' from stories s where s.id = ${id}),
      'versions', (select jsonb_agg(to_jsonb(v) - 'story_id' order by number) from story_versions v where story_id = ${id}),
      'public', (select to_jsonb(p) - 'story_id' from public_stories p where story_id = ${id}),
      'places', (select jsonb_agg(to_jsonb(p) - 'story_id' order by kind, place_id) from story_places p where story_id = ${id})) as rows`.execute(world.house.db);
  return JSON.parse(JSON.stringify(rows[0]!.rows).replaceAll(id, 'its own'));
}

async function words(): Promise<string[]> {
  return (await sql<{ word: string }>`select word from story_words where language = 'de' order by word`.execute(world.house.db)).rows.map(({ word }) => word);
}

/** Written and published as the desk does it, at the same instants. */
async function writtenByHand(number: number): Promise<string> {
  const { content, published, updated } = storyOf(archive, number);
  const { translationGroup: _, ...fields } = content;
  const made = await world.house.act(by, (tools) => createStory(tools, fields), published);
  if (isRefused(made)) throw new Error(JSON.stringify(made));
  await world.house.act(by, (tools) => publishStory(tools, { id: made.id }), published);
  if (updated !== null) await world.house.act(by, (tools) => publishStory(tools, { id: made.id, significant: true }), updated);
  return made.id;
}

describe('the archive', () => {
  it('holds the same rows as stories that were written and published', async () => {
    const numbers = Array.from({ length: 40 }, (_, at) => at);
    expect(numbers.some((number) => storyOf(archive, number).updated !== null)).toBe(true);
    for (const number of numbers) expect(await rowsOf(await writtenByHand(number))).toEqual(await rowsOf(idOf(number)));
  });
  it('knows the words that each of its stories would have taught', async () => {
    const known = await words();
    await sql`delete from story_words`.execute(world.house.db);
    for (let number = 0; number < size; number++) await world.house.db.transaction().execute((tx) => learnWords(tx, idOf(number)));
    expect(known.length).toBeGreaterThan(5_000);
    expect(await words()).toEqual(known);
  });
  it('has stories of 300 to 800 words, of which the frequent are as frequent as in a language', async () => {
    expect(archive.vocabulary.words.length).toBe(vocabularySize);
    const { rows } = await sql<{ stories: number }>`select count(*)::int as stories from public_stories where search @@ to_tsquery('words_de', 'Gemeinde')`.execute(world.house.db);
    expect(rows[0]!.stories).toBeGreaterThan(size / 5);
    expect(rows[0]!.stories).toBeLessThan((size * 2) / 3);
    for (let number = 0; number < size; number++) {
      const text = JSON.stringify(storyOf(archive, number).content.body).match(/"text":"[^"]*"/gu)!.join(' ');
      expect(text.split(' ').length).toBeGreaterThan(300);
      expect(text.split(' ').length).toBeLessThan(1_000);
    }
  });
});
