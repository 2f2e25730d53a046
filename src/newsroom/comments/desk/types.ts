/** Comments as the API tells them to moderators. */
import type { CommentState, RefusalReason, Trust } from '../comment.ts';

export interface Queued {
  readonly id: string;
  readonly state: CommentState;
  readonly text: string;
  readonly language: string;
  readonly writer: { readonly name: string; readonly reader: string | null; readonly staff: boolean };
  readonly createdAt: string;
  readonly stateAt: string;
  readonly editedAt: string | null;
  readonly findings: readonly string[];
  readonly chosen: boolean;
  readonly pinned: boolean;
  readonly recommendations: number;
  readonly replies: number;
  readonly answers: string | null;
  readonly parent: string | null;
  readonly story: { readonly id: string; readonly headline: string; readonly public: boolean; readonly section: string };
  readonly heldBy: { readonly id: string; readonly name: string } | null;
}

export interface Mark {
  readonly at: string;
  readonly by: string;
  readonly kind: 'note' | 'warning' | 'suspension' | 'ban' | 'lift' | 'trust';
  readonly words: string;
  readonly until: string | null;
  readonly trust: Trust | null;
  readonly comment: string | null;
}

export interface Commenter {
  readonly id: string;
  readonly name: string;
  readonly since: string | null;
  readonly trust: Trust;
  readonly suspendedUntil: string | null;
  readonly bannedAt: string | null;
  readonly counts: Readonly<Record<CommentState, number>>;
  readonly marks: readonly Mark[];
  readonly written: readonly { readonly id: string; readonly at: string; readonly state: CommentState; readonly text: string; readonly headline: string; readonly reason: string | null }[];
}

export interface Whole {
  readonly comment: Queued;
  readonly above: readonly Queued[];
  readonly decisions: readonly { readonly id: number; readonly at: string; readonly by: string; readonly decision: string; readonly from: CommentState; readonly to: CommentState; readonly reason: string; readonly words: string; readonly after: string; readonly undone: boolean }[];
  readonly writer: Commenter | null;
  readonly story: { readonly url: string | null; readonly lead: string; readonly publishedAt: string | null; readonly open: boolean; readonly closesAt: string | null };
}

export interface Numbers {
  readonly waiting: number;
  readonly oldest: string | null;
  readonly arrivedInHour: number;
  readonly decidedInHour: number;
  readonly byMeInHour: number;
  readonly medianWait: number | null;
  /** Reports and objections that wait for an answer. */
  readonly affected: number;
  /** When the first of them is due; null: none waits. */
  readonly affectedDue: string | null;
}

export interface Decided {
  readonly comment: string;
  readonly story: string;
  readonly state: CommentState;
  readonly decision: number;
}

export type Verdict = { readonly decision: 'approve' } | { readonly decision: 'refuse'; readonly reason: RefusalReason; readonly words: string };
