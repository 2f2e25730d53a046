/** What readers see of a discussion: first comments in pages that never shift, answers below them, numbers for lists. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import './tables.ts';
import type { Db } from '../../platform/database/database.ts';
import type { CommentState, ShownComment, Sort } from './comment.ts';

/** Where a page ended: what the last of it was sorted by. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
  readonly recommendations: number;
}

interface Row {
  id: string; parent_id: string | null; answers_name: string | null; writer_name: string; staff_id: string | null; text: string; state: CommentState; created_at: Date; edited_at: Date | null;
  language: string; recommendations: number; replies: number; chosen_at: Date | null; pinned_at: Date | null;
}

const columns = sql.raw(`c.id, c.parent_id, (select a.writer_name from comments as a where a.id = c.answers_id) as answers_name, c.writer_name, c.staff_id, c.text, c.state, c.created_at, c.edited_at,
  c.language, c.recommendations, c.replies, c.chosen_at, c.pinned_at`);

const orders: Readonly<Record<Sort, { readonly by: RawBuilder<unknown>; after(cursor: Cursor): RawBuilder<unknown> }>> = {
  newest: { by: sql`c.created_at desc, c.id desc`, after: ({ at, id }) => sql`(c.created_at, c.id) < (${at}, ${id})` },
  oldest: { by: sql`c.created_at, c.id`, after: ({ at, id }) => sql`(c.created_at, c.id) > (${at}, ${id})` },
  best: { by: sql`c.recommendations desc, c.created_at desc, c.id desc`, after: ({ at, id, recommendations }) => sql`(c.recommendations, c.created_at, c.id) < (${recommendations}, ${at}, ${id})` },
};

/** First comments of a story's discussion, one page of them. Of the newest, without those that are pinned: they stand first. */
export async function selectFirst(db: Db, { story, sort, after, limit }: { story: string; sort: Sort; after: Cursor | null; limit: number }): Promise<ShownComment[]> {
  const { rows } = await sql<Row>`
    select ${columns} from comments as c where c.story_id = ${story} and c.shown and c.parent_id is null ${sort === 'newest' ? sql`and c.pinned_at is null` : sql``}
      ${after === null ? sql`` : sql`and ${orders[sort].after(after)}`} order by ${orders[sort].by} limit ${limit}`.execute(db);
  return rows.map(shown);
}

/** Those that the newsroom pinned, in the order in which it did. */
export async function selectPinned(db: Db, story: string): Promise<ShownComment[]> {
  const { rows } = await sql<Row>`select ${columns} from comments as c where c.story_id = ${story} and c.pinned_at is not null and c.shown order by c.pinned_at, c.id`.execute(db);
  return rows.map(shown);
}

/** The first public answers to each of these comments, the oldest first; with a cursor those of one page of a thread. */
export async function selectReplies(db: Db, firsts: readonly string[], { each, from = null }: { each: number; from?: Cursor | null }): Promise<ShownComment[]> {
  if (firsts.length === 0) return [];
  const { rows } = await sql<Row>`
    select found.* from unnest(${[...firsts]}::text[]) as wanted(id) cross join lateral (
      select ${columns} from comments as c where c.parent_id = wanted.id and c.state = 'approved'
        ${from === null ? sql`` : sql`and (c.created_at, c.id) >= (${from.at}, ${from.id})`} order by c.created_at, c.id limit ${each}) as found`.execute(db);
  return rows.map(shown);
}

/** One comment as readers see it, with the story that it stands below; null where they do not. */
export async function selectShown(db: Db, id: string): Promise<(ShownComment & { readonly story: string }) | null> {
  const { rows: [row] } = await sql<Row & { story_id: string }>`select ${columns}, c.story_id from comments as c where c.id = ${id} and c.shown`.execute(db);
  return row === undefined ? null : { ...shown(row), story: row.story_id };
}

/** How many public answers stand before this one in its thread, counted up to `most`. */
export async function countBefore(db: Db, { parent, at, id }: { parent: string; at: Date; id: string }, most: number): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`
    select count(*)::int as count from (select from comments as c where c.parent_id = ${parent} and c.state = 'approved' and (c.created_at, c.id) < (${at}, ${id}) limit ${most}) as before`.execute(db);
  return row!.count;
}

/** How many comments of each of these stories readers see, in one look-up; stories without are absent. */
export async function commentCounts(db: Db, stories: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (stories.length === 0) return new Map();
  const rows = await db.selectFrom('comment_threads').select(['story_id', 'approved']).where('story_id', 'in', [...new Set(stories)]).where('approved', '>', 0).execute();
  return new Map(rows.map(({ story_id, approved }) => [story_id, approved]));
}

function shown(row: Row): ShownComment {
  const gone = row.state === 'refused' || row.state === 'deleted' ? row.state : null;
  return {
    id: row.id, parent: row.parent_id, answersName: row.answers_name, name: row.writer_name, staff: row.staff_id !== null, text: gone === null ? row.text : null, gone, at: row.created_at,
    edited: row.edited_at !== null, language: row.language, recommendations: row.recommendations, replies: row.replies, chosen: row.chosen_at !== null, pinned: row.pinned_at !== null,
  };
}
