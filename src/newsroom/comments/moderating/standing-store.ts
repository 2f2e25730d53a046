/** Where a writer stands with the moderators, and what they have written. */
import { sql } from 'kysely';
import '../tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CommentState, Trust } from '../comment.ts';

export interface Standing {
  readonly trust: Trust;
  readonly suspendedUntil: Date | null;
  readonly bannedAt: Date | null;
}

export const usualStanding: Standing = { trust: 'usual', suspendedUntil: null, bannedAt: null };

export async function readStanding(db: Db, reader: string): Promise<Standing> {
  const row = await db.selectFrom('commenter_standings').select(['trust', 'suspended_until', 'banned_at']).where('reader_id', '=', reader).executeTakeFirst();
  return row === undefined ? usualStanding : { trust: row.trust, suspendedUntil: row.suspended_until, bannedAt: row.banned_at };
}

export async function writeStanding(tx: Tx, { reader, change, now }: { reader: string; change: Partial<Standing>; now: Date }): Promise<void> {
  const fields = {
    ...(change.trust !== undefined && { trust: change.trust }),
    ...(change.suspendedUntil !== undefined && { suspended_until: change.suspendedUntil }),
    ...(change.bannedAt !== undefined && { banned_at: change.bannedAt }),
  };
  await tx.insertInto('commenter_standings').values({ reader_id: reader, ...fields, changed_at: now })
    .onConflict((conflict) => conflict.column('reader_id').doUpdateSet({ ...fields, version: sql<number>`commenter_standings.version + 1`, changed_at: now })).execute();
}

export interface Mark {
  readonly at: Date;
  readonly byName: string;
  readonly kind: 'note' | 'warning' | 'suspension' | 'ban' | 'lift' | 'trust';
  readonly words: string;
  readonly until: Date | null;
  readonly trust: Trust | null;
  readonly comment: string | null;
}

export interface NewMark extends Omit<Mark, 'byName' | 'at'> {
  readonly reader: string;
}

export async function insertMark(tx: Tx, { reader, kind, words, until, trust, comment }: NewMark, { id, name, now }: { id: string; name: string; now: Date }): Promise<void> {
  await tx.insertInto('commenter_marks').values({ reader_id: reader, at: now, by_id: id, by_name: name, kind, words, until, trust, comment_id: comment }).execute();
}

/** The newest first; more than these nobody reads. */
export async function selectMarks(db: Db, reader: string): Promise<Mark[]> {
  const rows = await db.selectFrom('commenter_marks').select(['at', 'by_name', 'kind', 'words', 'until', 'trust', 'comment_id'])
    .where('reader_id', '=', reader).orderBy('id', 'desc').limit(50).execute();
  return rows.map(({ by_name, comment_id, ...mark }) => ({ ...mark, byName: by_name, comment: comment_id }));
}

/** How many comments of a writer are in which state. */
export async function countByState(db: Db, reader: string): Promise<Record<CommentState, number>> {
  const rows = await db.selectFrom('comments').select(['state', (select) => select.fn.countAll<number>().as('count')]).where('reader_id', '=', reader).groupBy('state').execute();
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  return { pending: 0, approved: 0, refused: 0, deleted: 0, ...counts };
}

export interface WrittenLine {
  readonly id: string;
  readonly at: Date;
  readonly state: CommentState;
  readonly text: string;
  readonly headline: string;
  /** Why it was refused, from the house list. */
  readonly reason: string | null;
}

/** What somebody wrote last, without the comment that is being read. */
export async function selectWritten(db: Db, { reader, except, limit }: { reader: string; except: string; limit: number }): Promise<WrittenLine[]> {
  const { rows } = await sql<WrittenLine>`
    select c.id, c.created_at as at, c.state, c.text, s.headline,
      (select d.reason from comment_decisions as d where d.comment_id = c.id and c.state = 'refused' order by d.id desc limit 1) as reason
    from comments as c join stories as s on s.id = c.story_id
    where c.reader_id = ${reader} and c.id <> ${except} order by c.created_at desc limit ${limit}`.execute(db);
  return rows;
}
