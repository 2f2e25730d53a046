import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { asciiWords } from '../../platform/text/slug.ts';
import type { Author } from './author.ts';
import type { AuthorRow } from './tables.ts';

/** Authors by id; ids that nobody has are absent. */
export async function authorsById(db: Db, ids: readonly string[]): Promise<Map<string, Author>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('authors').selectAll().where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, toAuthor(row)]));
}

export async function authorBySlug(db: Db, slug: string): Promise<Author | null> {
  const row = await db.selectFrom('authors').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? null : toAuthor(row);
}

/** The pictures of those authors that have one, by the author's slug. */
export async function portraitsBySlug(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.selectFrom('authors').select(['slug', 'portrait_id']).where('slug', 'in', [...new Set(slugs)]).execute();
  return new Map(rows.flatMap((row) => (row.portrait_id === null ? [] : [[row.slug, row.portrait_id] as const])));
}

/** The author of this name, whatever its case. The name is one that `readName` gave. */
export async function authorByName(db: Db, name: string): Promise<Author | null> {
  const row = await db.selectFrom('authors').selectAll().where(sql`lower(name)`, '=', sql`lower(${name})`).executeTakeFirst();
  return row === undefined ? null : toAuthor(row);
}

export async function authorOfStaff(db: Db, staff: string): Promise<Author | null> {
  const row = await db.selectFrom('authors').selectAll().where('staff_id', '=', staff).executeTakeFirst();
  return row === undefined ? null : toAuthor(row);
}

export interface AuthorSearch {
  /** A part of the name, with or without its accents; empty: everybody. */
  readonly q?: string | undefined;
  /** Id of the last author of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Authors by name. */
export async function listAuthors(db: Db, { q = '', cursor, limit }: AuthorSearch): Promise<Author[]> {
  const plain = asciiWords(q, 'de');
  const rows = await db.selectFrom('authors').selectAll()
    .$if(q !== '', (query) => query.where((eb) => eb.or([
      eb(sql`strpos(lower(name), lower(${q}))`, '>', 0),
      ...(plain === '' ? [] : [eb(sql`strpos(slug, ${plain})`, '>', 0)]),
    ])))
    .$if(cursor !== undefined, (query) => query.where(sql<boolean>`(lower(name), id) > (select lower(last.name), last.id from authors as last where last.id = ${cursor})`))
    .orderBy(sql`lower(name)`).orderBy('id').limit(limit).execute();
  return rows.map(toAuthor);
}

/** Which of the slugs that begin like this one are taken. */
export async function takenSlugs(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('authors').select('slug').where(sql`starts_with(slug, ${slug.slice(0, 60)})`, 'is', true).execute();
  return new Set(rows.map((row) => row.slug));
}

/** Two new names wait for each other until the transaction ends; reading goes on. */
export async function lockAuthors(tx: Tx): Promise<void> {
  await sql`lock table authors in share row exclusive mode`.execute(tx);
}

export async function insertAuthor(tx: Tx, author: Author): Promise<void> {
  await tx.insertInto('authors').values({ id: author.id, slug: author.slug, created_at: author.createdAt, ...columns(author) }).execute();
}

export async function updateAuthor(tx: Tx, author: Author): Promise<void> {
  await tx.updateTable('authors').where('id', '=', author.id).set(columns(author)).execute();
}

export async function deleteAuthor(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('authors').where('id', '=', id).execute();
}

function columns({ name, about, portrait, staff, version }: Author) {
  return { name, about, portrait_id: portrait, staff_id: staff, version };
}

function toAuthor(row: Selectable<AuthorRow>): Author {
  return {
    id: row.id, slug: row.slug, name: row.name, about: row.about, portrait: row.portrait_id, staff: row.staff_id,
    version: row.version, createdAt: row.created_at,
  };
}

/** What everybody who writes here is called: names that no reader may bear. */
export async function authorNames(db: Db): Promise<string[]> {
  return (await db.selectFrom('authors').select('name').execute()).map(({ name }) => name);
}
