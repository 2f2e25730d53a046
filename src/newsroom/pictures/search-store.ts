/** Finding pictures: by words in any language, by credit, day, right, collection. The newest first. */
import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Origin } from './picture.ts';
import { detailLists, detailTexts, folded, spellings } from './details.ts';
import { sourceTypesOf, tellsBefore } from './rules.ts';
import type { MissingOfPicture, Rights } from './rules.ts';
import type { Picture, PictureWithRenditions } from './store.ts';
import { withRenditions } from './store.ts';

export interface PictureWish {
  /** Each must occur in what is said of the picture. */
  readonly words: readonly string[];
  readonly credit?: string | undefined;
  /** Days on which it was taken, as YYYY-MM-DD; both belong to the span. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly rights?: Rights | undefined;
  readonly missing?: Exclude<MissingOfPicture, 'rights'> | undefined;
  readonly origin?: Origin | undefined;
  /** Whether something shows it. */
  readonly used?: boolean | undefined;
  /** Who put it in. */
  readonly by?: string | undefined;
  readonly collection?: string | undefined;
  /** Only what comes after this one. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
  readonly now: Date;
}

export async function listPictures(db: Db, { after, limit, ...wish }: PictureWish): Promise<PictureWithRenditions[]> {
  const few = wish.words.length === 0 ? null : await fewWith(db, wish.words);
  if (few?.length === 0) return [];
  let query = withRenditions(db).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit);
  if (wish.words.length > 0) query = query.where(few === null ? sql<SqlBool>`pictures.id in (select picture_id from picture_words where ${all(wish.words)})` : sql<SqlBool>`pictures.id = any(${few})`);
  for (const condition of conditions(wish)) query = query.where(condition);
  if (after !== null) query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})`);
  return query.execute();
}

/** Keeps what a search looks into in step with what is said of a picture. */
export async function indexPicture(tx: Tx, { id, language, metadata, ...picture }: Pick<Picture, 'id' | 'language' | 'metadata' | 'name' | 'caption' | 'credit' | 'alt'>): Promise<void> {
  const said = [picture.name, picture.caption, picture.credit, picture.alt, ...detailTexts.map((name) => metadata[name] ?? ''), ...detailLists.flatMap((name) => metadata[name] ?? [])].join(' ');
  const row = { words: folded(said), search: sql<string>`to_tsvector(${configuration(language)}::regconfig, ${said})` };
  await tx.insertInto('picture_words').values({ picture_id: id, ...row }).onConflict((same) => same.column('picture_id').doUpdateSet(row)).execute();
}

const languages = ['de', 'fr', 'it', 'en'];

/** The text-search configuration for a language. */
function configuration(language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return languages.includes(primary) ? `words_${primary}` : 'words_any';
}

function conditions(wish: Omit<PictureWish, 'after' | 'limit'>): RawBuilder<SqlBool>[] {
  const { credit, from, to, missing, origin, used, by, collection } = wish;
  return [
    ...(credit === undefined ? [] : [sql<SqlBool>`lower(credit) like ${within(credit.toLowerCase())}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`taken_on >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`taken_on <= ${to}`]),
    ...(wish.rights === undefined ? [] : [rightsAre(wish.rights, wish.now)]),
    ...(missing === undefined ? [] : [missing === 'alt' ? sql<SqlBool>`btrim(alt) = '' and not decorative` : sql<SqlBool>`btrim(credit) = ''`]),
    ...(origin === undefined ? [] : [sql<SqlBool>`source_type <> '' and source_type = any(${[...sourceTypesOf[origin]]})`]),
    ...(used === undefined ? [] : [sql<SqlBool>`exists (select from picture_uses where picture_id = pictures.id) = ${used}`]),
    ...(by === undefined ? [] : [sql<SqlBool>`created_by = ${by}`]),
    ...(collection === undefined ? [] : [sql<SqlBool>`pictures.id in (select picture_id from collected_pictures where collection_id = ${collection})`]),
  ];
}

/** So many pictures are few: they are looked up one by one, whatever else is asked. */
const mostFew = 1_000;

/**
 * The pictures that hold all the words, where they are few; null where they are many. Many are found soon among the
 * newest; few would have the whole library read for them.
 */
async function fewWith(db: Db, words: readonly string[]): Promise<string[] | null> {
  const { rows } = await sql<{ picture_id: string }>`select picture_id from picture_words where ${all(words)} limit ${mostFew + 1}`.execute(db);
  return rows.length > mostFew ? null : rows.map((row) => row.picture_id);
}

function all(words: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.join(words.map(holds), sql` and `)}`;
}

/** As a part of a word (Sturz in Bergsturz), or in another form of it (Häuser for Haus), whatever language it is. */
function holds(word: string): RawBuilder<SqlBool> {
  const parts = spellings(word).map((spelling) => sql`words like ${within(spelling)}`);
  const forms = sql.join(languages.map((language) => sql`plainto_tsquery(${`words_${language}`}::regconfig, ${word})`), sql` || `);
  return sql<SqlBool>`(${sql.join([...parts, sql`search @@ (${forms})`], sql` or `)})`;
}

function within(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`;
}

function rightsAre(rights: Rights, now: Date): RawBuilder<SqlBool> {
  const sealed = sql`exists (select from seals where kind = 'object' and reference = pictures.original)`;
  const open = sql`blocked_at is null and not ${sealed}`;
  const soon = new Date(now.getTime() + tellsBefore);
  if (rights === 'sealed') return sql<SqlBool>`${sealed}`;
  if (rights === 'blocked') return sql<SqlBool>`blocked_at is not null and not ${sealed}`;
  if (rights === 'ended') return sql<SqlBool>`${open} and usable_until <= ${now}`;
  if (rights === 'ending') {
    return sql<SqlBool>`${open} and pictures.id in (
      select id from pictures where usable_until > ${now} and usable_until <= ${soon}
      union select picture_id from picture_uses where ends_at > ${now} and ends_at <= ${soon} and not ended and public)`;
  }
  return sql<SqlBool>`${open} and (usable_until is null or usable_until > ${soon})`;
}
