/** Reading what the house itself keeps: the log of acts and the outbox of mails. */
import type {} from '../../platform/acts-table.ts';
import type {} from '../../platform/mail/mails-table.ts';
import type { Db } from '../../platform/database/database.ts';

export interface ActWish {
  readonly subject?: string | undefined;
  readonly by?: string | undefined;
  readonly act?: string | undefined;
  /** The id of the last one read: older ones follow. */
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export async function listActs(db: Db, wish: ActWish) {
  let found = db.selectFrom('acts').selectAll().orderBy('id', 'desc').limit(wish.limit);
  if (wish.subject !== undefined) found = found.where('subject', '=', wish.subject);
  if (wish.by !== undefined) found = found.where('by_id', '=', wish.by);
  if (wish.act !== undefined) found = found.where('act', '=', wish.act);
  if (wish.before !== null) found = found.where('id', '<', wish.before);
  return found.execute();
}

const lines = ['id', 'recipient', 'subject', 'ordered_at', 'due_at', 'sent_at', 'kept_as', 'attempts', 'last_error', 'given_up_at'] as const;

/** Newest first, without their texts. */
export async function listMails(db: Db, wish: { before: number | null; limit: number }) {
  let found = db.selectFrom('mails').select(lines).orderBy('id', 'desc').limit(wish.limit);
  if (wish.before !== null) found = found.where('id', '<', wish.before);
  return found.execute();
}

export async function readMail(db: Db, id: number) {
  return (await db.selectFrom('mails').select([...lines, 'body_text', 'body_html']).where('id', '=', id).executeTakeFirst()) ?? null;
}
