import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { asciiWords } from '../../platform/text/slug.ts';
import type { TopicRow } from './tables.ts';
import type { Topic } from './topic.ts';

/** Topics by id; ids that nothing has are absent. */
export async function topicsById(db: Db, ids: readonly string[]): Promise<Map<string, Topic>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('topics').selectAll().where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, toTopic(row)]));
}

export async function topicBySlug(db: Db, slug: string): Promise<Topic | null> {
  const row = await db.selectFrom('topics').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? null : toTopic(row);
}

/** The topic of this name in this language, whatever its case. */
export async function topicByName(db: Db, { name, language }: Pick<Topic, 'name' | 'language'>): Promise<Topic | null> {
  const row = await db.selectFrom('topics').selectAll().where(sql`lower(name)`, '=', sql`lower(${name})`).where('language', '=', language).executeTakeFirst();
  return row === undefined ? null : toTopic(row);
}

export interface TopicSearch {
  /** A part of the name, with or without its accents; empty: all. */
  readonly q?: string | undefined;
  readonly language?: string | undefined;
  /** Id of the last topic of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Topics by name. */
export async function listTopics(db: Db, { q = '', language, cursor, limit }: TopicSearch): Promise<Topic[]> {
  const plain = asciiWords(q, 'de');
  const rows = await db.selectFrom('topics').selectAll()
    .$if(q !== '', (query) => query.where((eb) => eb.or([
      eb(sql`strpos(lower(name), lower(${q}))`, '>', 0),
      ...(plain === '' ? [] : [eb(sql`strpos(slug, ${plain})`, '>', 0)]),
    ])))
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? ''))
    .$if(cursor !== undefined, (query) => query.where(sql<boolean>`(lower(name), id) > (select lower(last.name), last.id from topics as last where last.id = ${cursor})`))
    .orderBy(sql`lower(name)`).orderBy('id').limit(limit).execute();
  return rows.map(toTopic);
}

/** Which of the slugs that begin like this one are taken. */
export async function takenSlugs(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('topics').select('slug').where(sql`starts_with(slug, ${slug.slice(0, 60)})`, 'is', true).execute();
  return new Set(rows.map((row) => row.slug));
}

/** Two new names wait for each other until the transaction ends; reading goes on. */
export async function lockTopics(tx: Tx): Promise<void> {
  await sql`lock table topics in share row exclusive mode`.execute(tx);
}

export async function insertTopic(tx: Tx, topic: Topic): Promise<void> {
  await tx.insertInto('topics').values({ id: topic.id, slug: topic.slug, name: topic.name, language: topic.language, created_at: topic.createdAt }).execute();
}

export async function renameTopic(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('topics').where('id', '=', id).set({ name }).execute();
}

export async function deleteTopic(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('topics').where('id', '=', id).execute();
}

function toTopic(row: Selectable<TopicRow>): Topic {
  return { id: row.id, slug: row.slug, name: row.name, language: row.language, createdAt: row.created_at };
}
