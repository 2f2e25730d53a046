/**
 * Full text over public stories, in the language that they are written in.
 *
 * Reading what is found is what makes a search slow: a word that stands in a third of 100,000 stories would have its
 * text vector read 33,000 times. Here a search costs about the same whatever the words: the planner's own estimate,
 * from the statistics of the vectors, tells whether they are frequent; frequent ones are looked for among the newest
 * stories, rare ones in the index; and only some hundred are ranked.
 */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { TeaserRow } from './public-store.ts';
import { configuration, teaserColumns } from './public-store.ts';

export interface SearchWish {
  /** As a reader typed it: words, "phrases", -without. */
  readonly query: string;
  readonly language: string;
  readonly limit: number;
  readonly offset: number;
}

export interface Found {
  readonly rows: readonly TeaserRow[];
  /** How many there are, counted up to `countedUpTo`. */
  readonly count: number;
}

/** Nobody turns more pages than this; counting further would cost more than it says. */
const countedUpTo = 500;
/** Words in more stories than this are frequent: so many are read from the index, without their vectors, in some milliseconds. */
const rare = 3_000;
/** Frequent words are looked for among so many of the newest. */
const window = 1_000;
/** So many matches are ranked: the newest, and those that have the words in their title. */
const ranked = 200;
/** So many of the newest stories that hold all words of a phrase are read to see whether they stand together. */
const phrased = 700;
/** A compound ends with the word that was looked for: shorter endings are chance (rat in Verrat). */
const shortestEnding = 4;
const mostCompounds = 40;

/** Stories that hold all the words: those that say it in the title first, then by how well and how recently. */
export async function searchPublic(db: Db, wish: SearchWish): Promise<Found> {
  const query = await understand(db, wish);
  if (query === null) return { rows: [], count: 0 };
  const look = { query, language: wish.language, most: Math.max(ranked, wish.offset + wish.limit) };
  const [estimate, titled] = await Promise.all([estimated(db, look), inTitles(db, { ...look, most: ranked })]);
  const { matches, count } = await matching(db, { look, estimate, page: wish.offset + wish.limit });
  const ids = [...new Set([...titled, ...matches])];
  if (ids.length === 0) return { rows: [], count: 0 };
  const rows = await rank(db, { ids, query, wish });
  return { rows, count: Math.max(count, Math.min(ids.length, countedUpTo)) };
}

/** The newest matches, as many as are ranked, and how many there are. */
async function matching(db: Db, { look, estimate, page }: { look: Look; estimate: number; page: number }): Promise<{ readonly matches: readonly string[]; readonly count: number }> {
  const isPhrase = look.query.includes('<');
  if (estimate > rare && !isPhrase) {
    const newest = await inNewest(db, look);
    // Fewer: they were frequent long ago.
    if (newest.length >= page) return { matches: newest, count: countedUpTo };
  }
  const all = await (isPhrase ? inPhrases(db, look) : inAll(db, { ...look, most: Math.max(look.most, countedUpTo) }));
  return { matches: all.slice(0, look.most), count: all.length };
}

interface Look {
  readonly query: string;
  readonly language: string;
  readonly most: number;
}

/** The wish as a tsquery, each word with the compounds that end with it; null where it holds no word to look for. */
async function understand(db: Db, { query, language }: SearchWish): Promise<string | null> {
  const { rows } = await sql<{ q: string }>`select websearch_to_tsquery(${configuration(language)}::regconfig, ${query.slice(0, 500)})::text as q`.execute(db);
  const plain = rows[0]?.q ?? '';
  if (plain === '') return null;
  // Phrases and exclusions mean just what they say.
  if (!/^de\b/u.test(language) || /[<!]/u.test(plain)) return plain;
  const words = [...new Set([...plain.matchAll(/'([^'\\]+)'/gu)].map((match) => match[1]!))].filter((word) => word.length >= shortestEnding).slice(0, 8);
  const compounds = await compoundsOf(db, language, words);
  return plain.replaceAll(/'([^'\\]+)'/gu, (whole, word: string) => {
    const longer = compounds.get(word) ?? [];
    return longer.length === 0 ? whole : `( ${[word, ...longer].map((one) => `'${one}'`).join(' | ')} )`;
  });
}

async function compoundsOf(db: Db, language: string, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const ending = [...word].toReversed().join('').replaceAll(/[%_\\]/gu, '\\$&');
    const { rows } = await sql<{ word: string }>`
      select word from story_words where language = ${language} and reverse(word) like ${`${ending}_%`} limit ${mostCompounds}`.execute(db);
    found.set(word, rows.map((row) => row.word).filter((one) => !/['\\]/u.test(one)));
  }
  return found;
}

/** How many stories hold the words, as the planner has it from the statistics of their vectors: no story is read. */
async function estimated(db: Db, { query }: Look): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[] }>`
    explain (format json) select from public_stories where search @@ ${query}::tsquery`.execute(db);
  return rows[0]!['QUERY PLAN'][0]!.Plan['Plan Rows'];
}

async function inNewest(db: Db, { query, language, most }: Look): Promise<string[]> {
  const { rows } = await sql<{ story_id: string }>`
    select story_id from (
      select story_id, search, published_at from public_stories where language = ${language} order by published_at desc, story_id desc limit ${window}
    ) as newest where search @@ ${query}::tsquery order by published_at desc limit ${most}`.execute(db);
  return rows.map((row) => row.story_id);
}

async function inTitles(db: Db, { query, language, most }: Look): Promise<string[]> {
  const { rows } = await sql<{ story_id: string }>`
    select story_id from public_stories where language = ${language} and title_search @@ ${query}::tsquery order by published_at desc limit ${most}`.execute(db);
  return rows.map((row) => row.story_id);
}

async function inAll(db: Db, { query, language, most }: Look): Promise<string[]> {
  const { rows } = await sql<{ story_id: string }>`
    with matching as materialized (select story_id, published_at from public_stories where language = ${language} and search @@ ${query}::tsquery)
    select story_id from matching order by published_at desc limit ${most}`.execute(db);
  return rows.map((row) => row.story_id);
}

/** The index knows which words a story holds, not in what order: that is read from the newest of them. */
async function inPhrases(db: Db, { query, language }: Look): Promise<string[]> {
  const words = query.replaceAll(/<(?:->|\d+>)/gu, '&');
  const { rows } = await sql<{ story_id: string }>`
    with holding as materialized (select story_id, published_at from public_stories where language = ${language} and search @@ ${words}::tsquery),
      newest as materialized (select story_id, published_at from holding order by published_at desc limit ${phrased})
    select newest.story_id from newest join public_stories as p on p.story_id = newest.story_id
    where p.search @@ ${query}::tsquery order by newest.published_at desc limit ${countedUpTo}`.execute(db);
  return rows.map((row) => row.story_id);
}

async function rank(db: Db, { ids, query, wish }: { ids: readonly string[]; query: string; wish: SearchWish }): Promise<TeaserRow[]> {
  // A title may hold the words where the text holds one that was excluded. Elsewhere nothing is read twice.
  const still = query.includes('!') ? sql`and search @@ ${query}::tsquery` : sql``;
  const { rows } = await sql<TeaserRow>`
    with best as materialized (
      select story_id, title_search @@ ${query}::tsquery as titled, ts_rank(search, ${query}::tsquery) as weight, published_at from public_stories
      where story_id = any(${[...ids]}) ${still} order by titled desc, weight desc, published_at desc, story_id desc limit ${wish.limit} offset ${wish.offset}
    )
    select ${teaserColumns} from best join public_stories as p on p.story_id = best.story_id join sections as h on h.id = p.section_id
    order by best.titled desc, best.weight desc, best.published_at desc, best.story_id desc`.execute(db);
  return rows;
}

/** A word that public stories hold and that is most like the one that was not found; null where none is near. */
export async function nearestWords(db: Db, language: string, query: string): Promise<string | null> {
  const words = query.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]{4,}/gu)?.slice(0, 5) ?? [];
  let changed = false;
  const nearest: string[] = [];
  for (const word of words) {
    const { rows } = await sql<{ word: string }>`
      select word from story_words where language = ${language} and word % unaccent(${word}) order by similarity(word, unaccent(${word})) desc, word limit 1`.execute(db);
    const near = rows[0]?.word;
    changed ||= near !== undefined && near !== word;
    nearest.push(near ?? word);
  }
  return changed ? nearest.join(' ') : null;
}

/** Learns the words of a story that became public. Repeatable. */
export async function learnWords(tx: Tx, storyId: string): Promise<void> {
  await sql`
    insert into story_words (language, word)
    select p.language, word from public_stories as p, unnest(tsvector_to_array(p.search)) as word
    where p.story_id = ${storyId} and length(word) between 3 and 60 order by word
    on conflict do nothing`.execute(tx);
}
