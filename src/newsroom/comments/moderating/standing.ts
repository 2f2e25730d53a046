/** What moderators do about somebody who writes: note, warn, suspend, ban, trust. Each is kept, with who and why. */
import { mayAct } from '../../../platform/acts.ts';
import type { Tools } from '../../../platform/feature.ts';
import type { Refused } from '../../../platform/result.ts';
import { refuse } from '../../../platform/result.ts';
import { commentActs } from '../acts.ts';
import type { Trust } from '../comment.ts';
import { longestSuspension } from './rules.ts';
import type { NewMark, Standing } from './standing-store.ts';
import { insertMark, readStanding, writeStanding } from './standing-store.ts';

const day = 86_400_000;

export interface About {
  readonly reader: string;
  /** For a note: for colleagues. Otherwise: for the reader too. */
  readonly words: string;
  /** The comment that it was about. */
  readonly comment: string | null;
}

export async function noteCommenter(tools: Tools, about: About): Promise<null | Refused<'words-missing'>> {
  if (about.words === '') return refuse('words-missing');
  await mark(tools, { ...about, kind: 'note', until: null, trust: null });
  return null;
}

/** For half a year every comment of theirs is looked at first; they are told why. */
export async function warnCommenter(tools: Tools, about: About): Promise<null | Refused<'words-missing'>> {
  if (about.words === '') return refuse('words-missing');
  await mark(tools, { ...about, kind: 'warning', until: null, trust: null });
  return null;
}

export async function suspendCommenter(tools: Tools, { days, ...about }: About & { readonly days: number }): Promise<{ until: Date } | Refused<'suspension-too-long'>> {
  if (days > longestSuspension) return refuse('suspension-too-long', { most: longestSuspension });
  const until = new Date(tools.now.getTime() + days * day);
  await mark(tools, { ...about, kind: 'suspension', until, trust: null }, { suspendedUntil: until });
  return { until };
}

export async function banCommenter(tools: Tools, about: About): Promise<null | Refused<'banned-already'>> {
  const { bannedAt } = await readStanding(tools.db, about.reader);
  if (bannedAt !== null) return refuse('banned-already');
  await mark(tools, { ...about, kind: 'ban', until: null, trust: null }, { bannedAt: tools.now });
  return null;
}

/** Ends a suspension and a ban; a ban is ended by whoever may impose one. */
export async function liftCommenter(tools: Tools, about: About): Promise<null | Refused<'nothing-to-lift' | 'not-allowed'>> {
  const { bannedAt, suspendedUntil } = await readStanding(tools.db, about.reader);
  if (bannedAt === null && (suspendedUntil === null || suspendedUntil <= tools.now)) return refuse('nothing-to-lift');
  if (bannedAt !== null && !mayAct(commentActs, tools.by, 'commenter.ban')) return refuse('not-allowed', { act: 'commenter.ban', roles: commentActs['commenter.ban'] });
  await mark(tools, { ...about, kind: 'lift', until: null, trust: null }, { bannedAt: null, suspendedUntil: null });
  return null;
}

export async function trustCommenter(tools: Tools, { trust, ...about }: About & { readonly trust: Trust }): Promise<null> {
  const standing = await readStanding(tools.db, about.reader);
  if (standing.trust !== trust) await mark(tools, { ...about, kind: 'trust', until: null, trust }, { trust });
  return null;
}

async function mark(tools: Tools, made: NewMark, change?: Partial<Standing>): Promise<void> {
  await insertMark(tools.db, made, { id: tools.by.id, name: tools.by.name, now: tools.now });
  if (change !== undefined) await writeStanding(tools.db, { reader: made.reader, change, now: tools.now });
  await tools.record({ act: acts[made.kind], subject: `reader:${made.reader}`, detail: { ...(made.comment !== null && { comment: made.comment }), ...(made.until !== null && { until: made.until.toISOString() }) } });
  await tools.announce({ event: 'commenter.changed', facts: { id: made.reader, kind: made.kind } });
}

const acts = { note: 'commenter.note', warning: 'commenter.warn', suspension: 'commenter.suspend', ban: 'commenter.ban', lift: 'commenter.suspend', trust: 'commenter.trust' } as const;
