/** The outbox as a mailbox, for tests. */
import type {} from './mails-table.ts';
import type { Db } from '../database/database.ts';

export interface MailTo {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Path and query of the first link; empty where there is none. */
  readonly link: string;
}

/** Mails to this address, the newest last. */
export async function mailsTo(db: Db, email: string): Promise<MailTo[]> {
  const rows = await db.selectFrom('mails').selectAll().where('recipient', '=', email).orderBy('id').execute();
  return rows.map((row) => ({ to: row.recipient, subject: row.subject, text: row.body_text, html: row.body_html, headers: row.headers, link: firstLink(row.body_text) }));
}

function firstLink(text: string): string {
  const found = /https?:\/\/\S+/u.exec(text)?.[0];
  if (found === undefined) return '';
  const { pathname, search } = new URL(found);
  return pathname + search;
}
