/** What holds for reports and objections. Source: Regulation (EU) 2022/2065, articles 16, 17, 20; good practice in Switzerland too. */
import type { Actor } from '../../../platform/feature.ts';
import type { Refused } from '../../../platform/result.ts';
import { refuse } from '../../../platform/result.ts';
import { judgeEmail } from '../../staff/rules.ts';
import type { CommentState } from '../comment.ts';
import type { Grounds } from './report.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** «Timely» (article 16, 6): what may be against the law is looked at within a day, the rest within three. */
export const answeredWithin: Readonly<Record<Grounds, number>> = { law: day, rules: 3 * day };
/** Six months at least (article 20, 1); in days, so that everybody counts the same. */
export const objectionWithin = 184 * day;
/** A second person has to be found: a week, holidays included. */
export const objectionAnsweredWithin = 7 * day;
/** In characters. A report that needs more is a letter. */
export const longestReport = 3_000;
export const longestLaw = 300;
/** In an hour, of one network: more is a campaign, and one report is enough to have a comment looked at. */
export const reportsPerNetwork = 10;
/** In a day. Nobody has proven the address: whoever types somebody else's fills their mailbox no further. */
export const answersPerAddress = 10;

export interface ReportWords {
  readonly grounds: Grounds;
  readonly law: string;
  readonly words: string;
  readonly email: string;
  /** «I believe in good faith that this is accurate and complete» (article 16, 2 d). */
  readonly goodFaith: boolean;
}

export type ReportRefusal = Refused<'report-empty' | 'report-too-long' | 'law-missing' | 'good-faith-missing' | 'email-wrong' | 'comment-not-public'>;

/** Anybody may report what readers see. `state` null: there is no such comment. */
export function mayReport({ grounds, law, words, email, goodFaith }: ReportWords, state: CommentState | null): ReportRefusal | null {
  if (state !== 'approved') return refuse('comment-not-public');
  if (!/[\p{L}\p{N}]/u.test(words)) return refuse('report-empty');
  if (words.length > longestReport || law.length > longestLaw) return refuse('report-too-long', { longest: longestReport });
  if (grounds === 'law' && law === '') return refuse('law-missing');
  if (grounds === 'law' && !goodFaith) return refuse('good-faith-missing');
  if (email !== '' && judgeEmail(email) !== null) return refuse('email-wrong');
  return null;
}

export interface ObjectionFacts {
  readonly words: string;
  readonly statedAt: Date;
  /** There is one already. */
  readonly made: boolean;
  readonly state: CommentState;
}

export type ObjectionRefusal = Refused<'objection-empty' | 'objection-too-long' | 'objection-made' | 'too-late-to-object' | 'nothing-to-object'>;

/** The writer, once, within six months, while the comment is still kept from readers. */
export function mayObject({ words, statedAt, made, state }: ObjectionFacts, now: Date): ObjectionRefusal | null {
  if (state !== 'refused') return refuse('nothing-to-object');
  if (made) return refuse('objection-made');
  if (now.getTime() - statedAt.getTime() > objectionWithin) return refuse('too-late-to-object');
  if (!/[\p{L}\p{N}]/u.test(words)) return refuse('objection-empty');
  if (words.length > longestReport) return refuse('objection-too-long', { longest: longestReport });
  return null;
}

/**
 * An objection goes to a second person (article 20, 6: under the supervision of qualified staff, not by machine alone).
 * A token is nobody: behind it may be whoever refused the comment. Where a token refused, its maker did.
 */
export function mayAnswerObjection(by: Pick<Actor, 'kind' | 'id'>, firstDecider: string): Refused<'second-person-needed' | 'person-needed'> | null {
  if (by.kind !== 'staff') return refuse('person-needed');
  return by.id === firstDecider ? refuse('second-person-needed') : null;
}
