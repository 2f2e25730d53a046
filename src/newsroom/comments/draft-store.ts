/** What somebody typed before signing in. Kept under the hash of a secret that stands in the address they come back to. */
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';

export interface Draft {
  readonly hash: string;
  readonly story: string;
  readonly answers: string | null;
  readonly text: string;
  /** The comment that it has become. */
  readonly comment: string | null;
}

export async function insertDraft(tx: Tx, draft: Omit<Draft, 'comment'>, times: { readonly now: Date; readonly ends: Date }): Promise<void> {
  await tx.insertInto('comment_drafts').values({ token_hash: draft.hash, story_id: draft.story, answers_id: draft.answers, text: draft.text, created_at: times.now, ends_at: times.ends }).execute();
}

export async function readDraft(db: Db, hash: string, now: Date): Promise<Draft | null> {
  const row = await db.selectFrom('comment_drafts').selectAll().where('token_hash', '=', hash).where('ends_at', '>', now).executeTakeFirst();
  return row === undefined ? null : { hash, story: row.story_id, answers: row.answers_id, text: row.text, comment: row.comment_id };
}

export async function deleteDraft(tx: Tx, hash: string): Promise<void> {
  await tx.deleteFrom('comment_drafts').where('token_hash', '=', hash).execute();
}

/** The draft has become a comment; its text stands there alone. */
export async function noteBecame(tx: Tx, hash: string, comment: string): Promise<void> {
  await tx.updateTable('comment_drafts').set({ comment_id: comment, text: '' }).where('token_hash', '=', hash).execute();
}
