/** What moderators decide. Each decision is kept: who, when, why, after what; readers see it at once, its writer after a while. */
import type { Actor, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { lines } from '../../platform/text/plain.ts';
import type { CommentState, DecisionName, RefusalReason } from './comment.ts';
import type { Decision, KeptComment } from './deciding-store.ts';
import { countPinned, countReplies, decisionsAbout, insertDecisions, lockComment, lockComments, markComment, setState } from './deciding-store.ts';
import type { DecisionRefusal } from './rules.ts';
import { longestReason, mayDecide, mayUndo, mostPinned, undoFor } from './rules.ts';
import { countApproved } from './settings-store.ts';

export type CommentUnknown = Refused<'comment-unknown'>;

export interface Deciding {
  readonly id: string;
  /** The state that the moderator saw. */
  readonly seen: CommentState;
  /** When its words were last changed, as the moderator saw them; null: never. Left out: whoever decides has no screen. */
  readonly edited?: string | null | undefined;
  /** What it was decided after: `queue`, `report:…`, `objection:…`. */
  readonly after?: string;
}

export interface Decided {
  readonly comment: string;
  readonly story: string;
  readonly state: CommentState;
  /** Its number in the history, for taking it back. */
  readonly decision: number;
}

export function approveComment(tools: Tools, deciding: Deciding): Promise<Decided | CommentUnknown | DecisionRefusal> {
  return decide(tools, { ...deciding, name: 'approve', to: 'approved', reason: '', words: '' });
}

/** `words`: in the moderator's own words, for the writer; beside the reason of the house list or in its place. */
export async function refuseComment(tools: Tools, { reason, words = '', ...deciding }: Deciding & { readonly reason: RefusalReason; readonly words?: string }): Promise<Decided | CommentUnknown | DecisionRefusal | Refused<'reason-missing' | 'reason-too-long'>> {
  const own = lines(words);
  if (own.length > longestReason) return refuse('reason-too-long', { longest: longestReason });
  if (reason === 'other' && own === '') return refuse('reason-missing');
  return decide(tools, { ...deciding, name: 'refuse', to: 'refused', reason, words: own });
}

interface Step extends Deciding {
  readonly name: 'approve' | 'refuse';
  readonly to: 'approved' | 'refused';
  readonly reason: string;
  readonly words: string;
}

async function decide(tools: Tools, { id, seen, edited, after = 'queue', name, to, reason, words }: Step): Promise<Decided | CommentUnknown | DecisionRefusal> {
  const comment = await lockComment(tools.db, id);
  if (comment === null) return refuse('comment-unknown');
  const wrong = mayDecide({ state: comment.state, seen, to, edited: comment.editedAt, read: edited === undefined ? comment.editedAt : edited === null ? null : new Date(edited) });
  if (wrong !== null) return wrong;
  const decision = await move(tools, { comment, to, name, reason, words, after });
  // The writer hears of it when nobody can take it back any more.
  await tools.later('comments.tell', { decision, comment: id }, { startAfter: new Date(tools.now.getTime() + undoFor + 5_000) });
  return { comment: id, story: comment.story, state: to, decision };
}

/** Takes the moderator's own last decision back: the comment is again what it was, and nobody is told of either. */
export async function undoDecision(tools: Tools, { comment: id, decision }: { readonly comment: string; readonly decision: number }): Promise<Decided | CommentUnknown | Refused<'too-late-to-undo'>> {
  const comment = await lockComment(tools.db, id);
  if (comment === null) return refuse('comment-unknown');
  const [last] = await decisionsAbout(tools.db, id);
  if (last === undefined || last.id !== decision) return refuse('too-late-to-undo', { seconds: undoFor / 1_000 });
  const wrong = mayUndo({ ...last, isLast: true }, { by: tools.by.id, now: tools.now });
  if (wrong !== null) return wrong;
  const undone = await move(tools, { comment, to: last.from, name: 'undo', reason: '', words: '', after: 'queue', undoes: decision });
  return { comment: id, story: comment.story, state: last.from, decision: undone };
}

/** Sets a comment apart for readers: the newsroom's choice, or the first of the discussion. */
export async function markAs(tools: Tools, { id, name }: { readonly id: string; readonly name: 'choose' | 'unchoose' | 'pin' | 'unpin' }): Promise<Decided | CommentUnknown | Refused<'not-decidable' | 'too-many-pinned'>> {
  const comment = await lockComment(tools.db, id);
  if (comment === null) return refuse('comment-unknown');
  if (comment.state !== 'approved' || (name === 'pin' && comment.parent !== null)) return refuse('not-decidable', { state: comment.state });
  if (name === 'pin' && comment.pinnedAt === null && (await countPinned(tools.db, comment.story)) >= mostPinned) return refuse('too-many-pinned', { most: mostPinned });
  const at = name === 'choose' || name === 'pin' ? tools.now : null;
  await markComment(tools.db, id, name === 'choose' || name === 'unchoose' ? { chosen_at: at } : { pinned_at: at });
  const [decision] = await insertDecisions(tools.db, [decisionOf(tools, { comment, to: comment.state, name, reason: '', words: '', after: 'queue' })]);
  await tell(tools, comment, name);
  return { comment: id, story: comment.story, state: comment.state, decision: decision! };
}

export interface Move {
  readonly comment: KeptComment;
  readonly to: CommentState;
  readonly name: DecisionName;
  readonly reason: string;
  readonly words: string;
  readonly after: string;
  readonly undoes?: number;
}

/** Moves a locked comment to another state, with the numbers and pages that change by it; answers the decision's number. */
export async function move(tools: Tools, order: Move): Promise<number> {
  const { comment, to, name } = order;
  await setState(tools.db, { id: comment.id, to, at: tools.now });
  const more = (to === 'approved' ? 1 : 0) - (comment.state === 'approved' ? 1 : 0);
  if (comment.parent !== null) await countReplies(tools.db, new Map([[comment.parent, more]]));
  await countApproved(tools.db, new Map([[comment.story, more]]), tools.now);
  const [decision] = await insertDecisions(tools.db, [decisionOf(tools, order)]);
  await tell(tools, comment, name);
  return decision!;
}

async function tell(tools: Tools, comment: KeptComment, name: DecisionName): Promise<void> {
  await tools.record({ act: `comment.${name}`, subject: `comment:${comment.id}`, detail: { story: comment.story } });
  await tools.announce({ event: `comment.${pastOf[name]}`, facts: { id: comment.id, story: comment.story, by: tools.by.id }, tags: [threadTag(comment.story)] });
}

const pastOf: Readonly<Record<DecisionName, string>> = {
  approve: 'approved', refuse: 'refused', undo: 'undone', delete: 'deleted', choose: 'chosen', unchoose: 'unchosen', pin: 'pinned', unpin: 'unpinned',
};

/** The tag of every page that shows a story's discussion. */
export function threadTag(story: string): string {
  return `comments:${story}`;
}

/** Every tag of such a page: what is said there, and what the newsroom has set. */
export function threadTags(story: string): string[] {
  return [threadTag(story), 'comment-settings'];
}

export function decisionOf({ by, now }: { by: Actor; now: Date }, { comment, to, name, reason, words, after, undoes = null as never }: Move): Omit<Decision, 'id'> {
  return { comment: comment.id, at: now, byKind: by.kind as Decision['byKind'], byId: by.id, byName: by.name, name, from: comment.state, to, reason, words, after, undoes: undoes ?? null };
}

/** Decides several at once, each for itself; what was decided meanwhile is left as it is and named. */
export async function decideMany(tools: Tools, ids: readonly Deciding[], one: (tools: Tools, deciding: Deciding) => Promise<Decided | Refused>): Promise<{ readonly decided: Decided[]; readonly refused: { readonly id: string; readonly name: string }[] }> {
  const decided: Decided[] = [];
  const refused: { id: string; name: string }[] = [];
  // First all comments, then story by story: two moderators whose selections overlap never wait for each other.
  const stories = await lockComments(tools.db, ids.map(({ id }) => id));
  const place = ({ id }: Deciding) => `${stories.get(id) ?? ''} ${id}`;
  for (const deciding of ids.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) {
    const answer = await one(tools, deciding);
    if (isRefused(answer)) refused.push({ id: deciding.id, name: answer.refused });
    else decided.push(answer);
  }
  return { decided, refused };
}
