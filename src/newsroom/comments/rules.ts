/** What the newsroom has decided about discussions. Page, refusal and test ask these same questions. */
import type { Authorship, CommentState, Policy, PolicyLayer, ThreadFacts, Trust } from './comment.ts';
import type { Actor } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { moderators } from './acts.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The newsroom moderates every debate in person: one is open only as long as somebody is sure to be reading. */
export const openHours = 24;
/** A year: what is to stay open longer is open without end. */
export const mostOpenHours = 8_760;
/** In characters as people count them, an emoji family one. A letter to the editor has about as many. */
export const longestComment = 2_000;
/** In UTF-16 units: a character may be made of many, a comment of characters may not be made of millions. */
export const longestInUnits = 4 * longestComment;
/** Long enough to see one's own slip, short enough that nobody moderates what then changes. */
export const editableFor = 5 * minute;
/** A moderator who sees the slip as the key goes down can take it back; the writer hears only after. */
export const undoFor = 10 * second;
/** Nobody thinks, writes and sends an answer faster than this. */
export const leastBetween = 3 * second;
/** In an hour, by one account: more is a conversation for elsewhere. */
export const mostInAnHour = 20;
/** Of one network for one comment: a family and an office may agree, a farm of accounts counts no more than they. */
export const recommendationsPerNetwork = 5;
/** How long it is kept from which network something came: a wave is over in days. */
export const networksKeptFor = 7 * 24 * hour;
/** In characters; a reason that needs more is a conversation. */
export const longestReason = 1_000;
/** Of the newsroom's own sentence that says why a discussion is closed. */
export const longestSentence = 300;
/** Of one network, against a flood: a whole office and a telephone company's customers pass. */
export const networkPace = { burst: 60, perMinute: 60 } as const;
/** More pinned comments are no longer pinned, they are a list. */
export const mostPinned = 3;
/** A sign-in by link is done in minutes; whoever reads mail once a day finds the text still there. */
export const draftsKeptFor = 48 * hour;
/** Numbers in lists may lag by this; the pages that show them are not made anew more often. */
export const countsToldEvery = minute;
/** More posts of newcomers within a minute than this is no debate. */
export const newcomersAMinute = 60;

export const housePolicy: Policy = { openness: 'hours', hours: openHours, mode: 'before', challenge: 'under-attack', sentences: {} };

/** What holds for a story: layers from the site down through its sections to the story itself, each over the one before. */
export function policyOf(layers: readonly PolicyLayer[]): Policy {
  return layers.reduce<Policy>((above, layer) => ({
    openness: layer.openness ?? above.openness,
    hours: layer.hours ?? above.hours,
    mode: layer.mode ?? above.mode,
    challenge: layer.challenge ?? above.challenge,
    sentences: { ...above.sentences, ...layer.sentences },
  }), housePolicy);
}

/**
 * When a story's discussion closes or closed: an instant, or `never`. An update of the story is no fact here and moves
 * nothing. What an editor closed is closed from then; what an editor let go on is open until then, whatever the rule.
 */
export function closesAt({ openness, hours, firstPublishedAt, closedAt, openUntil }: ThreadFacts): Date | 'never' {
  if (closedAt !== null) return closedAt;
  if (openUntil !== null) return openUntil;
  if (openness === 'always') return 'never';
  return new Date(firstPublishedAt.getTime() + (openness === 'closed' ? 0 : hours * hour));
}

/** Open until the very instant at which it closes, and not at it. */
export function isOpen(facts: ThreadFacts, now: Date): boolean {
  const end = closesAt(facts);
  return end === 'never' || now < end;
}

/** Why it is closed: after its time, by an editor before it, or because it never opened. */
export function closedBecause(facts: ThreadFacts): 'time' | 'editor' | 'never-open' {
  if (facts.closedAt !== null) return 'editor';
  return facts.openness === 'closed' && facts.openUntil === null ? 'never-open' : 'time';
}

/** Characters as people count them (Unicode Standard Annex 29, extended grapheme clusters). */
export function lengthOf(text: string): number {
  return text.length <= 1 ? text.length : [...graphemes.segment(text)].length;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Whether a text has more characters than a comment may. Counting costs, so short ones are not counted. */
export function isTooLong(text: string): boolean {
  if (text.length <= longestComment) return false;
  return text.length > longestInUnits || lengthOf(text) > longestComment;
}

/** What decides whether somebody may write here now. */
export interface PostFacts {
  /** Null: no such story, or none that readers see any more. */
  readonly thread: ThreadFacts | null;
  readonly writer: WriterFacts;
  /** The answered comment's state; null: nothing is answered; `missing`: it is in no discussion of this story. */
  readonly answered: CommentState | 'missing' | null;
}

export interface WriterFacts {
  readonly trust: Trust;
  readonly suspendedUntil: Date | null;
  readonly banned: boolean;
  /** Whether a comment of theirs was ever approved. */
  readonly known: boolean;
  /** When they wrote their last comments, the newest first; as many as an hour may have. */
  readonly last: readonly Date[];
}

export type PostRefusal = Refused<'story-gone' | 'closed' | 'banned' | 'suspended' | 'comment-empty' | 'comment-too-long' | 'too-soon' | 'too-many-comments' | 'answered-gone'>;

/** The bounds that no moderator decides: everything else is for people. Null: may be posted. */
export function mayPost({ thread, writer, answered }: PostFacts, text: string, now: Date): PostRefusal | null {
  if (thread === null) return refuse('story-gone');
  if (!isOpen(thread, now)) return refuse('closed', { because: closedBecause(thread), at: closesAt(thread) });
  if (writer.banned) return refuse('banned');
  if (writer.suspendedUntil !== null && now < writer.suspendedUntil) return refuse('suspended', { until: writer.suspendedUntil });
  if (answered !== null && answered !== 'approved') return refuse('answered-gone');
  return judgeText(text) ?? judgePace(writer.last, now);
}

/** Below which stories a member of the newsroom answers: moderators and those who decide everywhere, who writes below what is theirs. */
export function mayAnswerBelow(by: Actor, { createdBy, assigned, bylines }: Authorship): Refused<'not-your-story'> | null {
  if (by.kind === 'program' || moderators.some((role) => role === by.role)) return null;
  return [createdBy, ...assigned, ...bylines].includes(by.id) ? null : refuse('not-your-story');
}

/** What can be said of a text without knowing whose it is and where it is to stand. */
export function judgeText(text: string): Refused<'comment-empty' | 'comment-too-long'> | null {
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text)) return refuse('comment-empty');
  if (isTooLong(text)) return refuse('comment-too-long', { longest: longestComment, length: text.length > longestInUnits ? text.length : lengthOf(text) });
  return null;
}

/** A clock that was set back leaves comments in the future: they say nothing of the pace. */
function judgePace(last: readonly Date[], now: Date): Refused<'too-soon' | 'too-many-comments'> | null {
  const ages = last.map((at) => now.getTime() - at.getTime()).filter((age) => age >= 0);
  const [newest] = ages;
  if (newest !== undefined && newest < leastBetween) return refuse('too-soon', { seconds: Math.ceil((leastBetween - newest) / second) });
  if (ages.filter((age) => age < hour).length >= mostInAnHour) return refuse('too-many-comments', { most: mostInAnHour });
  return null;
}

/** Whether it goes to readers at once. What screening found is a reason to look first, whoever wrote it and whatever the mode. */
export function goesOutAtOnce({ policy, writer, findings }: { policy: Pick<Policy, 'mode'>; writer: Pick<WriterFacts, 'trust' | 'known'>; findings: readonly string[] }): boolean {
  if (findings.length > 0 || writer.trust === 'watched') return false;
  if (writer.trust === 'trusted' || policy.mode === 'after') return true;
  return policy.mode === 'first-timers' && writer.known;
}

/** One's own, while it waits, for a few minutes. */
export function mayEdit({ state, createdAt }: { readonly state: CommentState; readonly createdAt: Date }, now: Date): boolean {
  return state === 'pending' && now.getTime() - createdAt.getTime() < editableFor;
}

export type DecisionRefusal = Refused<'decided-meanwhile' | 'edited-meanwhile' | 'not-decidable'>;

/** A moderator decides what was on the screen: what somebody else has decided meanwhile is told, not overwritten. */
export function mayDecide({ state, seen, to, edited, read }: { state: CommentState; seen: CommentState; to: 'approved' | 'refused'; edited: Date | null; read: Date | null }): DecisionRefusal | null {
  if (state === 'deleted') return refuse('not-decidable', { state });
  if (state !== seen || state === to) return refuse('decided-meanwhile', { state });
  // Other words than those on the screen: nobody has read them.
  return edited?.getTime() === read?.getTime() ? null : refuse('edited-meanwhile');
}

/** One's own last decision, for a few seconds; not what answered a report or an objection, since whoever made it has been told. A clock that was set back gives no second chance. */
export function mayUndo(decision: { readonly at: Date; readonly byId: string; readonly isLast: boolean; readonly name: string; readonly after: string }, { by, now }: { by: string; now: Date }): Refused<'too-late-to-undo'> | null {
  const age = now.getTime() - decision.at.getTime();
  const isDecision = (decision.name === 'approve' || decision.name === 'refuse') && !/^(?:report|objection):/u.test(decision.after);
  return isDecision && decision.isLast && decision.byId === by && age >= 0 && age <= undoFor ? null : refuse('too-late-to-undo', { seconds: undoFor / second });
}
