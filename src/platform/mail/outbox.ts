import type {} from './mails-table.ts';
import type { Tx } from '../database/database.ts';
import type { MailOrder } from '../feature.ts';

/** Writes a mail in the action's transaction; it is sent after commit, never from a request. */
export async function orderMail(tx: Tx, now: Date, order: MailOrder): Promise<void> {
  await tx.insertInto('mails').values({
    recipient: order.to, subject: order.subject, body_text: order.text, body_html: order.html, ordered_at: now, due_at: now,
    headers: JSON.stringify(order.headers ?? {}),
  }).execute();
}

/** Takes away every mail to an address, sent or not: of somebody who leaves nothing stays. */
export async function forgetMails(tx: Tx, recipient: string): Promise<void> {
  await tx.deleteFrom('mails').where((is) => is(is.fn<string>('lower', ['recipient']), '=', recipient.toLowerCase())).execute();
}
