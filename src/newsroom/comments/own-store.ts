/** A reader's own comments, and what goes when the account does. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CommentState } from './comment.ts';
import { inOrder } from './deciding-store.ts';

export interface Saved {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly lettersKey: string;
  readonly sketch: readonly number[];
  readonly findings: readonly string[];
}

export async function saveText(tx: Tx, { id, text, at, lettersKey, sketch, findings }: Saved): Promise<void> {
  await tx.updateTable('comments').set({ text, edited_at: at, letters_key: lettersKey, sketch: [...sketch], findings: [...findings] }).where('id', '=', id).execute();
}

export interface OwnComment {
  readonly id: string;
  readonly story: string;
  readonly text: string;
  readonly state: CommentState;
  readonly createdAt: Date;
}

/** Everything that a reader wrote, the newest first. */
export async function commentsOf(db: Db, reader: string): Promise<OwnComment[]> {
  const rows = await db.selectFrom('comments').select(['id', 'story_id', 'text', 'state', 'created_at']).where('reader_id', '=', reader).orderBy('created_at', 'desc').execute();
  return rows.map((row) => ({ id: row.id, story: row.story_id, text: row.text, state: row.state, createdAt: row.created_at }));
}

export interface OwnLine extends Omit<OwnComment, 'story'> {
  readonly headline: string;
}

/** A page of what a reader wrote and did not take back, the newest first. `after`: the last of the page before. */
export async function selectOwnLines(db: Db, { reader, after, limit }: { reader: string; after: string | null; limit: number }): Promise<OwnLine[]> {
  const { rows } = await sql<OwnLine>`
    select c.id, c.text, c.state, c.created_at as "createdAt", s.headline from comments as c join stories as s on s.id = c.story_id
    where c.reader_id = ${reader} and c.state <> 'deleted' and ${after === null ? sql`true` : sql`(c.created_at, c.id) < (select created_at, id from comments where id = ${after} and reader_id = ${reader})`}
    order by c.created_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function hasWrittenSince(db: Db, reader: string, since: Date): Promise<boolean> {
  const row = await db.selectFrom('comments').select('id').where('reader_id', '=', reader).where('created_at', '>', since).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** What a reader recommended, the newest first. */
export async function recommendationsOf(db: Db, reader: string): Promise<{ comment: string; at: Date }[]> {
  const rows = await db.selectFrom('comment_recommendations').select(['comment_id', 'at']).where('reader_id', '=', reader).where('withdrawn', '=', false).orderBy('at', 'desc').execute();
  return rows.map((row) => ({ comment: row.comment_id, at: row.at }));
}

/** The account is called otherwise, or is no more (empty): answers the stories whose pages show it. */
export async function renameWriter(tx: Tx, reader: string, name: string): Promise<string[]> {
  const { rows } = await sql<{ story: string }>`
    with held as materialized (select id from comments where reader_id = ${reader} and writer_name <> ${name} ${inOrder} for no key update)
    update comments as c set writer_name = ${name} from held where c.id = held.id returning c.story_id as story`.execute(tx);
  return [...new Set(rows.map(({ story }) => story))];
}

/** Nobody stands behind these comments any more. Their words stay, so that what was answered can be read. */
export async function leaveComments(tx: Tx, reader: string): Promise<string[]> {
  // Recommendations before comments, as whoever counts them locks them.
  await tx.deleteFrom('comment_recommendations').where('reader_id', '=', reader).execute();
  const { rows } = await sql<{ story: string }>`
    with held as materialized (select id from comments where reader_id = ${reader} ${inOrder} for no key update)
    update comments as c set writer_name = '', reader_id = null, once_key = null, network = null from held where c.id = held.id returning c.story_id as story`.execute(tx);
  await tx.deleteFrom('commenter_standings').where('reader_id', '=', reader).execute();
  await tx.deleteFrom('commenter_marks').where('reader_id', '=', reader).execute();
  return [...new Set(rows.map(({ story }) => story))];
}
