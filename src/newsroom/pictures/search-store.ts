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
  let query = withRenditions(db).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit);
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
  const { words, credit, from, to, missing, origin, used, by, collection } = wish;
  return [
    ...words.map(holds),
    ...(credit === undefined ? [] : [sql<SqlBool>`lower(credit) like ${within(credit.toLowerCase())}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`taken_on >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`taken_on <= ${to}`]),
    ...(wish.rights === undefined ? [] : [rightsAre(wish.rights, wish.now)]),
    ...(missing === undefined ? [] : [missing === 'alt' ? sql<SqlBool>`btrim(alt) = '' and not decorative` : sql<SqlBool>`btrim(credit) = ''`]),
    ...(origin === undefined ? [] : [sql<SqlBool>`source_type = any(${[...sourceTypesOf[origin]]})`]),
    ...(used === undefined ? [] : [sql<SqlBool>`exists (select from picture_uses where picture_id = pictures.id) = ${used}`]),
    ...(by === undefined ? [] : [sql<SqlBool>`created_by = ${by}`]),
    ...(collection === undefined ? [] : [sql<SqlBool>`pictures.id in (select picture_id from collected_pictures where collection_id = ${collection})`]),
  ];
}

/** As a part of a word (Sturz in Bergsturz), or in another form of it (Häuser for Haus), whatever language it is. */
function holds(word: string): RawBuilder<SqlBool> {
  const parts = spellings(word).map((spelling) => sql`words like ${within(spelling)}`);
  const forms = sql.join(languages.map((language) => sql`plainto_tsquery(${`words_${language}`}::regconfig, ${word})`), sql` || `);
  return sql<SqlBool>`pictures.id in (select picture_id from picture_words where ${sql.join([...parts, sql`search @@ (${forms})`], sql` or `)})`;
}

function within(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`;
}

function rightsAre(rights: Rights, now: Date): RawBuilder<SqlBool> {
  const sealed = sql`exists (select from seals where kind = 'object' and reference = pictures.original)`;
  const open = sql`blocked_at is null and not ${sealed}`;
  const soon = new Date(now.getTime() + tellsBefore);
  const useEnding = sql`exists (select from picture_uses as u where u.picture_id = pictures.id and u.ends_at > ${now} and u.ends_at <= ${soon} and u.public)`;
  if (rights === 'sealed') return sql<SqlBool>`${sealed}`;
  if (rights === 'blocked') return sql<SqlBool>`blocked_at is not null and not ${sealed}`;
  if (rights === 'ended') return sql<SqlBool>`${open} and usable_until <= ${now}`;
  if (rights === 'ending') return sql<SqlBool>`${open} and ((usable_until > ${now} and usable_until <= ${soon}) or ${useEnding})`;
  return sql<SqlBool>`${open} and (usable_until is null or usable_until > ${soon})`;
}
