/** A comment, the states it can be in, and where it stands in a discussion. */

/** `pending` waits for a moderator; `deleted` was taken back by its writer. */
export const states = ['pending', 'approved', 'refused', 'deleted'] as const;
export type CommentState = (typeof states)[number];

/** How long a story's discussion is open: for some hours, without end, not at all. */
export const opennesses = ['hours', 'always', 'closed'] as const;
export type Openness = (typeof opennesses)[number];

/** What is read by a moderator before it is public: everything, what newcomers write, nothing. */
export const modes = ['before', 'first-timers', 'after'] as const;
export type Mode = (typeof modes)[number];

/** When a proof of work is asked for. */
export const challenges = ['never', 'under-attack', 'always'] as const;
export type Challenge = (typeof challenges)[number];

/** How far moderators trust a reader: published at once, like everybody, always read first. */
export const trusts = ['usual', 'trusted', 'watched'] as const;
export type Trust = (typeof trusts)[number];

/** Why a comment is refused: the house list. Each has a sentence for its writer; own words may stand beside it. */
export const refusalReasons = ['insult', 'hate', 'off-topic', 'false-claim', 'advertising', 'personal-data', 'unlawful', 'unreadable', 'repetition', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const sorts = ['newest', 'oldest', 'best'] as const;
export type Sort = (typeof sorts)[number];

export const decisions = ['approve', 'refuse', 'undo', 'delete', 'choose', 'unchoose', 'pin', 'unpin'] as const;
export type DecisionName = (typeof decisions)[number];

/** A line of the settings of the site, a section or a story; null: what holds above. */
export interface PolicyLayer {
  readonly openness: Openness | null;
  readonly hours: number | null;
  readonly mode: Mode | null;
  readonly challenge?: Challenge | null;
  /** Language to the sentence that says why it is closed. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** What holds for one story. */
export interface Policy {
  readonly openness: Openness;
  readonly hours: number;
  readonly mode: Mode;
  readonly challenge: Challenge;
  readonly sentences: Readonly<Record<string, string>>;
}

/** What decides until when a story's discussion is open. */
export interface ThreadFacts extends Pick<Policy, 'openness' | 'hours'> {
  readonly firstPublishedAt: Date;
  /** An editor closed it. */
  readonly closedAt: Date | null;
  /** An editor let it go on until then. */
  readonly openUntil: Date | null;
}

/** A comment as readers see it. Texts are plain text. */
export interface ShownComment {
  readonly id: string;
  readonly parent: string | null;
  /** The name of whom it answers, where that is not the first of its thread. */
  readonly answersName: string | null;
  /** Empty: an account that is no more. */
  readonly name: string;
  /** Written by a member of the newsroom. */
  readonly staff: boolean;
  /** Null: refused after it had been answered, or taken back by its writer. */
  readonly text: string | null;
  readonly gone: 'refused' | 'deleted' | null;
  readonly at: Date;
  readonly edited: boolean;
  readonly language: string;
  readonly recommendations: number;
  readonly replies: number;
  readonly chosen: boolean;
  readonly pinned: boolean;
}

/** Whose story it is: who began it, to whom it was given, and whose byline stands above it. */
export interface Authorship {
  readonly createdBy: string;
  readonly assigned: readonly string[];
  /** Accounts of the newsroom. */
  readonly bylines: readonly string[];
}
