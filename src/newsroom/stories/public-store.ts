/** What readers find: one row per public story, and where it stands. Written with publish, removed with withdraw. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { StoryContent } from './story.ts';
import type { PlaceKind, TeaserContent } from './tables.ts';
import { plainText } from './text.ts';

export interface Publication {
  readonly id: string;
  readonly content: StoryContent;
  readonly version: number;
  readonly published: Date;
  readonly updated: Date | null;
  readonly now: Date;
  readonly places: readonly { readonly kind: PlaceKind; readonly id: string }[];
  /** The names of its authors, so that they are found too. */
  readonly names: readonly string[];
}

/** Makes these versions the public ones. */
export async function writePublic(tx: Tx, publications: readonly Publication[]): Promise<void> {
  await sql`
    insert into public_stories (story_id, version, content, teaser, section_id, language, headline, published_at, updated_at,
      changed_at, continues, translation_group, search, title_search)
    values ${sql.join(publications.map(publicRow))}
    on conflict (story_id) do update set version = excluded.version, content = excluded.content, teaser = excluded.teaser,
      section_id = excluded.section_id, language = excluded.language, headline = excluded.headline, published_at = excluded.published_at,
      updated_at = excluded.updated_at, changed_at = excluded.changed_at, continues = excluded.continues,
      translation_group = excluded.translation_group, search = excluded.search, title_search = excluded.title_search`.execute(tx);
  await writePlaces(tx, publications);
}

function publicRow({ id, content, version, published, updated, now, names }: Publication) {
  const { kicker, headline, lead, teaserTitle, slug, authors, label, picture } = content;
  const teaser: TeaserContent = { kicker, headline, lead, teaserTitle, slug, authors, label, picture };
  const words = configuration(content.language);
  const title = [headline, teaserTitle, kicker].join(' ');
  return sql`(${id}, ${version}, ${JSON.stringify(content)}, ${JSON.stringify(teaser)}, ${content.section}, ${content.language}, ${headline},
    ${published}, ${updated}, ${now}, ${content.continues}, ${content.translationGroup ?? id},
    setweight(to_tsvector(${words}::regconfig, ${title}), 'A') || setweight(to_tsvector(${words}::regconfig, ${lead}), 'B')
      || setweight(to_tsvector('words_any', ${names.join(' ')}), 'C') || to_tsvector(${words}::regconfig, ${plainText(content.body)}),
    to_tsvector(${words}::regconfig, ${`${title} ${names.join(' ')}`}))`;
}

async function writePlaces(tx: Tx, publications: readonly Publication[]): Promise<void> {
  await tx.deleteFrom('story_places').where('story_id', 'in', publications.map(({ id }) => id)).execute();
  const rows = publications.flatMap(({ id, published, places }) => places.map((place) => ({ kind: place.kind, place_id: place.id, published_at: published, story_id: id })));
  if (rows.length > 0) await tx.insertInto('story_places').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

/**
 * Puts the public stories of a section where it stands now, after it moved: below what is above it, and no longer below
 * what was. Repeatable; answers the sections whose lists have changed.
 */
export async function placeAnew(tx: Tx, sectionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with moved as (
      select p.story_id, p.published_at, p.content from public_stories as p
      where exists (select from story_places as s where s.story_id = p.story_id and s.kind = 'section' and s.place_id = ${sectionId})
    ), wanted as (
      select distinct moved.story_id, moved.published_at, above.id as place_id from moved
      cross join lateral (select moved.content ->> 'section' as id union select jsonb_array_elements_text(moved.content -> 'furtherSections')) as own
      join sections as here on here.id = own.id
      join sections as above on above.path = here.path or starts_with(here.path, above.path || '/')
    ), gone as (
      delete from story_places as s using moved where s.story_id = moved.story_id and s.kind = 'section'
        and not exists (select from wanted where wanted.story_id = s.story_id and wanted.place_id = s.place_id)
      returning s.place_id
    ), come as (
      insert into story_places (kind, place_id, published_at, story_id) select 'section', place_id, published_at, story_id from wanted
      on conflict do nothing returning place_id
    )
    select place_id as id from gone union select place_id from come`.execute(tx);
  return rows.map(({ id }) => id);
}

/** While a story is being placed, its sections stay where they are. */
export async function holdSections(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from sections where id = any(${[...ids]}) order by id for key share`.execute(tx);
}

/** Takes the story from everything that readers see. */
export async function removePublic(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('public_stories').where('story_id', '=', id).execute();
  await tx.deleteFrom('story_places').where('story_id', '=', id).execute();
}

/** The text-search configuration for a language (migration 0003). */
export function configuration(language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return ['de', 'fr', 'it', 'en'].includes(primary) ? `words_${primary}` : 'words_any';
}

export interface TeaserRow {
  story_id: string;
  teaser: TeaserContent;
  section_id: string;
  language: string;
  published_at: Date;
  updated_at: Date | null;
}

const teaserColumns = ['p.story_id', 'p.teaser', 'p.section_id', 'p.language', 'p.published_at', 'p.updated_at'] as const;

export interface ListWish {
  readonly place?: { readonly kind: PlaceKind; readonly id: string };
  readonly language?: string;
  readonly limit: number;
  /** Only what is older than this: the last story of the page before. */
  readonly before?: { readonly publishedAt: Date; readonly id: string };
  readonly except?: readonly string[];
}

/** Public stories, the newest first. */
export async function selectPublic(db: Db, { place, language, limit, before, except = [] }: ListWish): Promise<TeaserRow[]> {
  // A little more is asked for than wanted, and what is not wanted left out here: the index gives them in order.
  let query = place === undefined
    ? db.selectFrom('public_stories as p').select(teaserColumns).orderBy('p.published_at', 'desc').orderBy('p.story_id', 'desc')
    : db.selectFrom('story_places as s').innerJoin('public_stories as p', 'p.story_id', 's.story_id').select(teaserColumns)
        .where('s.kind', '=', place.kind).where('s.place_id', '=', place.id)
        .orderBy('s.published_at', 'desc').orderBy('s.story_id', 'desc') as never;
  if (language !== undefined) query = query.where('p.language', '=', language);
  if (before !== undefined) {
    const column = sql.ref(place === undefined ? 'p.published_at' : 's.published_at');
    const id = sql.ref(place === undefined ? 'p.story_id' : 's.story_id');
    query = query.where(sql<boolean>`(${column}, ${id}) < (${before.publishedAt}, ${before.id})`);
  }
  const rows = await query.limit(limit + except.length).execute();
  return rows.filter((row) => !except.includes(row.story_id)).slice(0, limit);
}

/** The newest public stories of each of these sections, in one query: a front shows them all. */
export async function selectNewestOfSections(db: Db, sections: readonly string[], each: number): Promise<(TeaserRow & { place_id: string })[]> {
  const { rows } = await sql<TeaserRow & { place_id: string }>`
    select wanted.id as place_id, p.story_id, p.teaser, p.section_id, p.language, p.published_at, p.updated_at
    from unnest(${[...sections]}::text[]) as wanted(id)
    cross join lateral (
      select story_id, published_at from story_places where kind = 'section' and place_id = wanted.id order by published_at desc, story_id desc limit ${each}
    ) as newest
    join public_stories as p on p.story_id = newest.story_id
    order by newest.published_at desc, newest.story_id desc`.execute(db);
  return rows;
}

export async function selectPublicById(db: Db, ids: readonly string[]): Promise<TeaserRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('public_stories as p').select(teaserColumns).where('p.story_id', 'in', [...ids]).execute();
}

export async function selectPublicStory(db: Db, id: string) {
  return (await db.selectFrom('public_stories').select(['story_id', 'content', 'section_id', 'language', 'published_at', 'updated_at', 'changed_at', 'version']).where('story_id', '=', id).executeTakeFirst()) ?? null;
}

/** The other public stories of a translation group, with what their addresses need. */
export async function selectTranslations(db: Db, group: string, except: string) {
  return db.selectFrom('public_stories as p').select(teaserColumns).where('p.translation_group', '=', group).where('p.story_id', '!=', except).limit(20).execute();
}

/** The newest public story that continues this one. */
export async function selectContinuing(db: Db, id: string): Promise<TeaserRow | null> {
  return (await db.selectFrom('public_stories as p').select(teaserColumns).where('p.continues', '=', id).orderBy('p.published_at', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export interface SitemapLine {
  readonly id: string;
  readonly headline: string;
  readonly sectionId: string;
  readonly slug: string;
  readonly language: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

/** Every public story in order of first publication, oldest first, by pages that never shift. */
export async function selectForSitemap(db: Db, { after, limit }: { after: { publishedAt: Date; id: string } | null; limit: number }): Promise<SitemapLine[]> {
  let query = db.selectFrom('public_stories').select(['story_id', 'teaser', 'section_id', 'language', 'published_at', 'changed_at', 'headline'])
    .orderBy('published_at').orderBy('story_id').limit(limit);
  if (after !== null) query = query.where(sql<boolean>`(published_at, story_id) > (${after.publishedAt}, ${after.id})`);
  return (await query.execute()).map((row) => ({
    id: row.story_id, headline: row.headline, sectionId: row.section_id, slug: row.teaser.slug, language: row.language, publishedAt: row.published_at, changedAt: row.changed_at,
  }));
}

/** The key of the story that stands at this place (from 1) in the order of the sitemap; null where there are fewer. */
export async function keyBefore(db: Db, place: number): Promise<{ publishedAt: Date; id: string } | null> {
  const row = await db.selectFrom('public_stories').select(['published_at', 'story_id']).orderBy('published_at').orderBy('story_id').offset(place - 1).limit(1).executeTakeFirst();
  return row === undefined ? null : { publishedAt: row.published_at, id: row.story_id };
}

export async function countPublicStories(db: Db): Promise<number> {
  const { count } = await db.selectFrom('public_stories').select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}
