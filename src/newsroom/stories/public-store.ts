/** What readers find: one row per public story, and where it stands. Written with publish, removed with withdraw. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { SectionNames } from '../sections/section.ts';
import type { StoryContent } from './story.ts';
import type { PlaceKind, TeaserContent } from './tables.ts';
import { plainText } from './text.ts';
import { removeUses, writeUses } from './uses-store.ts';

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
  await writeUses(tx, publications, 'public');
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
  await removeUses(tx, id, 'public');
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
  section_path: string;
  section_names: SectionNames;
  section_language: string;
  language: string;
  published_at: Date;
  updated_at: Date | null;
}

/** What a list shows of a public story `p` that stands in a section `h`. */
export const teaserColumns = sql<TeaserRow>`p.story_id, p.teaser, p.section_id, h.path as section_path, h.names as section_names, h.language as section_language,
  p.language, p.published_at, p.updated_at`;

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
  // By its place where there is one: each index gives them in order. A little more is asked for, and what is not wanted left out here.
  const by = place === undefined ? sql.raw('p') : sql.raw('s');
  const from = place === undefined ? sql`public_stories as p` : sql`story_places as s join public_stories as p on p.story_id = s.story_id`;
  const conditions = [
    ...(place === undefined ? [] : [sql`s.kind = ${place.kind} and s.place_id = ${place.id}`]), ...(language === undefined ? [] : [sql`p.language = ${language}`]),
    ...(before === undefined ? [] : [sql`(${by}.published_at, ${by}.story_id) < (${before.publishedAt}, ${before.id})`]),
  ];
  const { rows } = await sql<TeaserRow>`
    select ${teaserColumns} from ${from} join sections as h on h.id = p.section_id
    ${conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`}
    order by ${by}.published_at desc, ${by}.story_id desc limit ${limit + except.length}`.execute(db);
  return rows.filter((row) => !except.includes(row.story_id)).slice(0, limit);
}

/** The newest public stories of each of these sections, in one query: a front shows them all. */
export async function selectNewestOfSections(db: Db, sections: readonly string[], each: number): Promise<(TeaserRow & { place_id: string })[]> {
  const { rows } = await sql<TeaserRow & { place_id: string }>`
    select wanted.id as place_id, ${teaserColumns}
    from unnest(${[...sections]}::text[]) as wanted(id)
    cross join lateral (
      select story_id, published_at from story_places where kind = 'section' and place_id = wanted.id order by published_at desc, story_id desc limit ${each}
    ) as newest
    join public_stories as p on p.story_id = newest.story_id join sections as h on h.id = p.section_id
    order by newest.published_at desc, newest.story_id desc`.execute(db);
  return rows;
}

export async function selectPublicById(db: Db, ids: readonly string[]): Promise<TeaserRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<TeaserRow>`
    select ${teaserColumns} from public_stories as p join sections as h on h.id = p.section_id where p.story_id = any(${[...ids]})`.execute(db);
  return rows;
}

export async function selectPublicStory(db: Db, id: string) {
  return (await db.selectFrom('public_stories').select(['story_id', 'content', 'section_id', 'language', 'published_at', 'updated_at', 'changed_at', 'version']).where('story_id', '=', id).executeTakeFirst()) ?? null;
}

/** What stands around a story on its page, each in the story's order. */
export interface Around {
  /** From the root of the tree down. */
  readonly sections: readonly { readonly id: string; readonly path: string; readonly names: SectionNames; readonly language: string }[];
  readonly authors: readonly { readonly id: string; readonly slug: string; readonly name: string; readonly about: string; readonly portrait: string | null }[];
  readonly credits: readonly { readonly id: string; readonly slug: string; readonly name: string; readonly shortName: string; readonly credit: string }[];
  readonly topics: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  /** `at` as ISO 8601. */
  readonly corrections: readonly { readonly id: string; readonly at: string; readonly text: string }[];
}

/** All of it in one query: a page asks for it with every rendering. */
export async function selectAround(db: Db, id: string, { section, authors, credits, topics }: Pick<StoryContent, 'section' | 'authors' | 'credits' | 'topics'>): Promise<Around> {
  const inOrder = (ids: readonly string[]) => sql`order by array_position(${[...ids]}::text[], id)), '[]')`;
  const { rows } = await sql<Around>`
    select
      (select coalesce(json_agg(json_build_object('id', above.id, 'path', above.path, 'names', above.names, 'language', above.language) order by length(above.path)), '[]')
        from sections as own join sections as above on above.path = own.path or starts_with(own.path, above.path || '/') where own.id = ${section}) as sections,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'about', about, 'portrait', portrait_id) ${inOrder(authors)} from authors where id = any(${[...authors]})) as authors,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'shortName', short_name, 'credit', credit) ${inOrder(credits)} from agencies where id = any(${[...credits]})) as credits,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name) ${inOrder(topics)} from topics where id = any(${[...topics]})) as topics,
      (select coalesce(json_agg(json_build_object('id', id, 'at', at, 'text', text) order by at), '[]') from story_corrections where story_id = ${id}) as corrections`.execute(db);
  return rows[0]!;
}

/** The other public stories of a translation group, with what their addresses need. */
export async function selectTranslations(db: Db, group: string, except: string): Promise<TeaserRow[]> {
  const { rows } = await sql<TeaserRow>`
    select ${teaserColumns} from public_stories as p join sections as h on h.id = p.section_id
    where p.translation_group = ${group} and p.story_id <> ${except} limit 20`.execute(db);
  return rows;
}

/** What may follow a story, the first choice first: the one that it continues, the newest that continues it, the newest of its section. */
export async function selectFollowing(db: Db, { id, continues, section, language }: { id: string; continues: string | null; section: string; language: string }): Promise<TeaserRow | null> {
  const { rows } = await sql<TeaserRow>`
    select ${teaserColumns} from (
      (select 1 as choice, story_id from public_stories where story_id = ${continues})
      union all (select 2, story_id from public_stories where continues = ${id} order by published_at desc limit 1)
      union all (select 3, s.story_id from story_places as s join public_stories as n on n.story_id = s.story_id
        where s.kind = 'section' and s.place_id = ${section} and n.language = ${language} and s.story_id <> ${id} order by s.published_at desc, s.story_id desc limit 1)
    ) as choices join public_stories as p on p.story_id = choices.story_id join sections as h on h.id = p.section_id
    order by choice limit 1`.execute(db);
  return rows[0] ?? null;
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
