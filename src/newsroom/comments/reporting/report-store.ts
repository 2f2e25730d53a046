import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CommentState } from '../comment.ts';
import type { Report, ReportOutcome } from './report.ts';

export interface NewReport extends Pick<Report, 'id' | 'comment' | 'grounds' | 'law' | 'words' | 'name' | 'email' | 'language' | 'createdAt' | 'dueAt'> {
  readonly network: string | null;
  readonly onceKey: string;
  /** Of the address at which its answer stands. */
  readonly receiptHash: string;
}

/** Keeps a report; the same one sent again answers the number that it has, and the newest receipt holds. `again`: it was there. */
export async function insertReport(tx: Tx, report: NewReport): Promise<{ readonly number: number; readonly again: boolean }> {
  const row = {
    id: report.id, comment_id: report.comment, grounds: report.grounds, law: report.law, words: report.words, name: report.name, email: report.email, language: report.language,
    created_at: report.createdAt, due_at: report.dueAt, network: report.network, once_key: report.onceKey, receipt_hash: report.receiptHash,
  };
  const made = await tx.insertInto('comment_reports').values(row).onConflict((conflict) => conflict.column('once_key').doNothing()).returning('number').executeTakeFirst();
  if (made !== undefined) return { number: made.number, again: false };
  const there = await tx.updateTable('comment_reports').set({ receipt_hash: report.receiptHash }).where('once_key', '=', report.onceKey).returning('number').executeTakeFirstOrThrow();
  return { number: there.number, again: true };
}

export async function countFromNetwork(db: Db, network: string, since: Date): Promise<number> {
  const { count } = await db.selectFrom('comment_reports').select((select) => select.fn.countAll<number>().as('count')).where('network', '=', network).where('created_at', '>', since).executeTakeFirstOrThrow();
  return Number(count);
}

/** The addresses to which answers of reports go that came after that, one for each report. */
export async function addressesSince(db: Db, since: Date): Promise<string[]> {
  const rows = await db.selectFrom('comment_reports').select('email').where('email', '<>', '').where('created_at', '>', since).execute();
  return rows.map(({ email }) => email);
}

/** Which comment a report is about. */
export async function reportedComment(db: Db, id: string): Promise<string | null> {
  return (await db.selectFrom('comment_reports').select('comment_id').where('id', '=', id).executeTakeFirst())?.comment_id ?? null;
}

export async function lockReport(tx: Tx, id: string): Promise<Report | null> {
  const row = await tx.selectFrom('comment_reports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

/** The report whose receipt somebody has; null: there is no such. */
export async function readReportByReceipt(db: Db, { comment, receiptHash }: { comment: string; receiptHash: string }): Promise<Report | null> {
  const row = await db.selectFrom('comment_reports').selectAll().where('receipt_hash', '=', receiptHash).where('comment_id', '=', comment).executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

/** All that are open about a comment, locked, the oldest first. */
export async function lockOpenAbout(tx: Tx, comment: string): Promise<Report[]> {
  const rows = await tx.selectFrom('comment_reports').selectAll().where('comment_id', '=', comment).where('outcome', 'is', null).orderBy('id').forUpdate().execute();
  return rows.map(reportOf);
}

export interface ReportDecision {
  readonly ids: readonly string[];
  readonly outcome: ReportOutcome;
  readonly answer: string;
  readonly decision: number | null;
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Date;
}

export async function closeReports(tx: Tx, { ids, outcome, answer, decision, by, now }: ReportDecision): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('comment_reports').set({ outcome, answer, decision_id: decision, decided_at: now, decided_by: by.id, decided_by_name: by.name, network: null }).where('id', 'in', [...ids]).execute();
}

/** Networks are known for a week, like those of comments. */
export async function forgetNetworks(tx: Tx, before: Date): Promise<void> {
  await tx.updateTable('comment_reports').set({ network: null }).where('network', 'is not', null).where('created_at', '<', before).execute();
}

export interface ReportLine extends Report {
  readonly text: string;
  readonly writer: string;
  readonly reader: string | null;
  readonly state: CommentState;
  readonly story: string;
  readonly headline: string;
  /** How many are open about the same comment. */
  readonly together: number;
}

/** Reports as the desk lists them: open ones by what is due first, decided ones the newest first. */
export async function selectReports(db: Db, { open, after, limit }: { open: boolean; after: string | undefined; limit: number }): Promise<ReportLine[]> {
  const order = open ? sql`r.due_at, r.id` : sql`r.decided_at desc, r.id desc`;
  const place = after === undefined ? sql`true` : open
    ? sql`(r.due_at, r.id) > (select due_at, id from comment_reports where id = ${after})`
    : sql`(r.decided_at, r.id) < (select decided_at, id from comment_reports where id = ${after})`;
  const { rows } = await sql<Parameters<typeof reportOf>[0] & { text: string; writer: string; reader: string | null; state: CommentState; story: string; headline: string; together: number }>`
    select r.*, c.text, c.writer_name as writer, c.reader_id as reader, c.state, s.id as story, s.headline,
      (select count(*)::integer from comment_reports as o where o.comment_id = r.comment_id and o.outcome is null) as together
    from comment_reports as r join comments as c on c.id = r.comment_id join stories as s on s.id = c.story_id
    where ${open ? sql`r.outcome is null` : sql`r.outcome is not null`} and ${place} order by ${order} limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...reportOf(row), text: row.text, writer: row.writer, reader: row.reader, state: row.state, story: row.story, headline: row.headline, together: row.together }));
}

interface Row {
  id: string; number: number; comment_id: string; grounds: Report['grounds']; law: string; words: string; name: string; email: string; language: string;
  created_at: Date; due_at: Date; outcome: ReportOutcome | null; answer: string; decided_at: Date | null; decided_by_name: string | null;
}

function reportOf(row: Row): Report {
  const { id, number, grounds, law, words, name, email, language, outcome, answer } = row;
  return { id, number, comment: row.comment_id, grounds, law, words, name, email, language, outcome, answer, createdAt: row.created_at, dueAt: row.due_at, decidedAt: row.decided_at, decidedByName: row.decided_by_name };
}
