/** Reporting a comment, and deciding about reports. Anybody may report; people decide; everybody hears of it. */
import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/database.ts';
import type { House, Tools } from '../../../platform/feature.ts';
import { mailboxOf } from '../../../platform/mail/mailbox.ts';
import type { Refused } from '../../../platform/result.ts';
import { isRefused, refuse } from '../../../platform/result.ts';
import { newId } from '../../../platform/text/id.ts';
import { lines, oneLine } from '../../../platform/text/plain.ts';
import { hashOf, newSecret } from '../../../platform/text/secret.ts';
import type { RefusalReason } from '../comment.ts';
import { refuseComment } from '../deciding.ts';
import type { KeptComment } from '../deciding-store.ts';
import { lockComment, readComment } from '../deciding-store.ts';
import type { DecisionRefusal } from '../rules.ts';
import { readThread } from '../settings-store.ts';
import { mailDecision, mailReceipt } from './mailing.ts';
import type { Report, ReportOutcome } from './report.ts';
import { addressesSince, closeReports, countFromNetwork, insertReport, lockOpenAbout, lockReport, reportedComment } from './report-store.ts';
import type { ReportRefusal, ReportWords } from './rules.ts';
import { answeredWithin, answersPerAddress, mayReport, reportsPerNetwork } from './rules.ts';

export interface Reporting extends ReportWords {
  readonly comment: string;
  readonly name: string;
  readonly language: string;
  readonly network: string | null;
}

/** The comment while readers see it. What it said is shown to nobody once it was removed, or its story withdrawn. */
export async function publicComment(db: Db, id: string): Promise<KeptComment | null> {
  const comment = await readComment(db, id);
  return comment?.state === 'approved' && (await readThread(db, comment.story)) !== null ? comment : null;
}

/** Keeps a report and tells the person its number, by mail too where they gave an address. `receipt`: the secret of the address at which the answer will stand. */
export async function reportComment(house: Pick<House, 'settings'>, tools: Tools, said: Reporting): Promise<{ readonly number: number; readonly receipt: string } | ReportRefusal | Refused<'too-many-reports'>> {
  const report = { ...said, law: oneLine(said.law), words: lines(said.words), name: oneLine(said.name).slice(0, 120), email: oneLine(said.email) };
  const comment = await publicComment(tools.db, report.comment);
  const wrong = mayReport(report, comment?.state ?? null);
  if (wrong !== null) return wrong;
  const hourAgo = new Date(tools.now.getTime() - 3_600_000);
  if (report.network !== null && (await countFromNetwork(tools.db, report.network, hourAgo)) >= reportsPerNetwork) return refuse('too-many-reports', { most: reportsPerNetwork });
  const id = newId();
  const onceKey = createHash('sha256').update(JSON.stringify([report.comment, report.grounds, report.law, report.words, report.email])).digest('hex');
  const dueAt = new Date(tools.now.getTime() + answeredWithin[report.grounds]);
  const receipt = newSecret();
  const dayAgo = new Date(tools.now.getTime() - 24 * 3_600_000);
  // Kept all the same, but without an address: the answer stands behind the receipt.
  const toMailbox = report.email === '' ? [] : (await addressesSince(tools.db, dayAgo)).filter((one) => mailboxOf(one) === mailboxOf(report.email));
  const email = toMailbox.length < answersPerAddress ? report.email : '';
  const { number, again } = await insertReport(tools.db, { ...report, email, id, onceKey, dueAt, createdAt: tools.now, receiptHash: hashOf(receipt) });
  if (again) return { number, receipt };
  if (email !== '') await mailReceipt(house, tools, { ...report, number, receipt });
  await tools.record({ act: 'comment.report', subject: `comment:${report.comment}`, detail: { report: id, grounds: report.grounds } });
  await tools.announce({ event: 'report.made', facts: { id, comment: report.comment } });
  return { number, receipt };
}

export interface ReportVerdict {
  readonly id: string;
  readonly remove: boolean;
  /** With `remove`: of the house list. */
  readonly reason?: RefusalReason | undefined;
  /** For the writer, with `remove`. */
  readonly words?: string | undefined;
  /** For whoever reported. */
  readonly answer: string;
}

export type VerdictRefusal = Refused<'no-such-report' | 'report-decided' | 'reason-missing' | 'reason-too-long' | 'comment-unknown'> | DecisionRefusal;

/** Decides a report. What is removed answers every open report about the same comment. */
export async function decideReport(tools: Tools, verdict: ReportVerdict): Promise<{ readonly outcome: ReportOutcome; readonly answered: number } | VerdictRefusal> {
  // The comment first, then its reports: two who decide two reports about it wait, and do not wait for each other.
  const about = await reportedComment(tools.db, verdict.id);
  const comment = about === null ? null : await lockComment(tools.db, about);
  const report = await lockReport(tools.db, verdict.id);
  if (report === null) return refuse('no-such-report');
  if (report.outcome !== null) return refuse('report-decided', { outcome: report.outcome });
  const gone = comment === null || comment.state !== 'approved';
  if (verdict.remove && !gone) {
    if (verdict.reason === undefined) return refuse('reason-missing');
    const removed = await refuseComment(tools, { id: report.comment, seen: 'approved', reason: verdict.reason, words: verdict.words ?? '', after: `report:${report.id}` });
    if (isRefused(removed)) return removed;
    return close(tools, { reports: await lockOpenAbout(tools.db, report.comment), outcome: 'removed', verdict, decision: removed.decision });
  }
  return close(tools, { reports: [report], outcome: gone ? 'gone' : 'kept', verdict, decision: null });
}

interface Closing {
  readonly reports: readonly Report[];
  readonly outcome: ReportOutcome;
  readonly verdict: ReportVerdict;
  readonly decision: number | null;
}

async function close(tools: Tools, { reports, outcome, verdict, decision }: Closing): Promise<{ outcome: ReportOutcome; answered: number }> {
  const answer = lines(verdict.answer);
  await closeReports(tools.db, { ids: reports.map(({ id }) => id), outcome, answer, decision, by: tools.by, now: tools.now });
  for (const report of reports) {
    if (report.email !== '') await mailDecision(tools, { ...report, outcome, answer });
    await tools.record({ act: 'report.decide', subject: `report:${report.id}`, detail: { outcome } });
  }
  await tools.announce({ event: 'report.decided', facts: { id: verdict.id, outcome } });
  return { outcome, answered: reports.length };
}
