/** Decisions about comments, and what each of them moves. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CommentState, DecisionName } from './comment.ts';

/** A comment as those who decide about it know it. */
export interface KeptComment {
  readonly id: string;
  readonly story: string;
  readonly parent: string | null;
  readonly answers: string | null;
  readonly reader: string | null;
  readonly staff: string | null;
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly state: CommentState;
  readonly createdAt: Date;
  readonly stateAt: Date;
  readonly editedAt: Date | null;
  readonly findings: readonly string[];
  readonly chosenAt: Date | null;
  readonly pinnedAt: Date | null;
}

const columns = ['id', 'story_id', 'parent_id', 'answers_id', 'reader_id', 'staff_id', 'writer_name', 'text', 'language', 'state', 'created_at', 'state_at', 'edited_at', 'findings', 'chosen_at', 'pinned_at'] as const;

/** What a story is called, whether readers see it or not. */
export async function headlineOf(db: Db, story: string): Promise<string> {
  return (await db.selectFrom('stories').select('headline').where('id', '=', story).executeTakeFirstOrThrow()).headline;
}

export async function readComment(db: Db, id: string): Promise<KeptComment | null> {
  const row = await db.selectFrom('comments').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

/** The same, locked until the transaction ends; its thread's first comment too, which counts its answers. */
export async function lockComment(tx: Tx, id: string): Promise<KeptComment | null> {
  const place = await tx.selectFrom('comments').select('parent_id').where('id', '=', id).executeTakeFirst();
  if (place === undefined) return null;
  const ids = place.parent_id === null ? [id] : [place.parent_id, id];
  const rows = await tx.selectFrom('comments').select(columns).where('id', 'in', ids).orderBy(sql`parent_id nulls first`).forNoKeyUpdate().execute();
  const row = rows.find((one) => one.id === id);
  return row === undefined ? null : kept(row);
}

/** In SQL: the order in which comments are locked, the first of a thread before its answers. Whoever locks several keeps to it, so that two never wait for each other. */
export const inOrder = sql`order by parent_id is not null, id`;

/** Locks these and the first comments of their threads, always in one order; answers the story of each. */
export async function lockComments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; story: string }>`
    select id, story_id as story from comments where id = any(${ids}::text[]) or id in (select parent_id from comments where id = any(${ids}::text[]))
    ${inOrder} for no key update`.execute(tx);
  return new Map(rows.map(({ id, story }) => [id, story]));
}

type Row = {
  id: string; story_id: string; parent_id: string | null; answers_id: string | null; reader_id: string | null; staff_id: string | null; writer_name: string; text: string; language: string;
  state: CommentState; created_at: Date; state_at: Date; edited_at: Date | null; findings: string[]; chosen_at: Date | null; pinned_at: Date | null;
};

function kept(row: Row): KeptComment {
  return {
    id: row.id, story: row.story_id, parent: row.parent_id, answers: row.answers_id, reader: row.reader_id, staff: row.staff_id, name: row.writer_name, text: row.text, language: row.language,
    state: row.state, createdAt: row.created_at, stateAt: row.state_at, editedAt: row.edited_at, findings: row.findings, chosenAt: row.chosen_at, pinnedAt: row.pinned_at,
  };
}

/** Moves a comment to a state, at an instant. What is no longer public is neither pinned nor chosen. */
export async function setState(tx: Tx, { id, to, at }: { id: string; to: CommentState; at: Date }): Promise<void> {
  await tx.updateTable('comments').set({ state: to, state_at: at, ...(to === 'approved' ? {} : { chosen_at: null, pinned_at: null }) }).where('id', '=', id).execute();
}

/** How many more (or fewer) public answers these first comments have. */
export async function countReplies(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...changes.keys()].filter((id) => changes.get(id) !== 0).toSorted();
  if (ids.length === 0) return;
  await sql`
    with locked as (select id from comments where id = any(${ids}::text[]) order by id for no key update)
    update comments as c set replies = greatest(0, c.replies + new.n)
    from unnest(${ids}::text[], ${ids.map((id) => changes.get(id)!)}::integer[]) as new(id, n) join locked on locked.id = new.id where c.id = new.id`.execute(tx);
}

/** The writer took it back: its words and whatever leads to the same words again are gone. */
export async function eraseText(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('comments').set({ text: '', once_key: null, letters_key: '', sketch: [], network: null }).where('id', '=', id).execute();
}

export async function markComment(tx: Tx, id: string, marks: { readonly chosen_at?: Date | null; readonly pinned_at?: Date | null }): Promise<void> {
  await tx.updateTable('comments').set(marks).where('id', '=', id).execute();
}

/** How many comments of a story are pinned. */
export async function countPinned(db: Db, story: string): Promise<number> {
  const { count } = await db.selectFrom('comments').select((select) => select.fn.countAll<number>().as('count')).where('story_id', '=', story).where('pinned_at', 'is not', null).executeTakeFirstOrThrow();
  return Number(count);
}

export interface Decision {
  readonly id: number;
  readonly comment: string;
  readonly at: Date;
  readonly byKind: 'staff' | 'token' | 'program' | 'reader';
  readonly byId: string;
  readonly byName: string;
  readonly name: DecisionName;
  readonly from: CommentState;
  readonly to: CommentState;
  /** From the house list; empty: none. */
  readonly reason: string;
  /** In own words; empty: none. */
  readonly words: string;
  readonly after: string;
  readonly undoes: number | null;
}

/** Writes decisions down; answers their numbers, in order. */
export async function insertDecisions(tx: Tx, decisions: readonly Omit<Decision, 'id'>[]): Promise<number[]> {
  if (decisions.length === 0) return [];
  const rows = decisions.map((one) => ({
    comment_id: one.comment, at: one.at, by_kind: one.byKind, by_id: one.byId, by_name: one.byName, decision: one.name, from_state: one.from, to_state: one.to,
    reason: one.reason, words: one.words, after: one.after, undoes: one.undoes,
  }));
  const inserted = await tx.insertInto('comment_decisions').values(rows).returning('id').execute();
  return inserted.map(({ id }) => id);
}

/** Everything that was decided about a comment, the newest first. */
export async function decisionsAbout(db: Db, comment: string): Promise<Decision[]> {
  const rows = await db.selectFrom('comment_decisions').selectAll().where('comment_id', '=', comment).orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id, comment: row.comment_id, at: row.at, byKind: row.by_kind, byId: row.by_id, byName: row.by_name, name: row.decision, from: row.from_state, to: row.to_state,
    reason: row.reason, words: row.words, after: row.after, undoes: row.undoes,
  }));
}
