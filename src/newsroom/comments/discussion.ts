/** A discussion as a page shows it: what stands first, what comes next, and whether it is open. Pure. */
import type { Thread } from './settings-store.ts';
import type { ShownComment, Sort } from './comment.ts';

/** A first comment with the answers that are shown with it. */
export interface ShownThread {
  readonly first: ShownComment;
  readonly replies: readonly ShownComment[];
}

export interface DiscussionPage {
  readonly thread: Pick<Thread, 'story' | 'language' | 'policy' | 'facts' | 'sentence' | 'approved'>;
  readonly threads: readonly ShownThread[];
  readonly sort: Sort;
  /** Null: the whole discussion; else the first comment of the one thread that is shown. */
  readonly only: string | null;
  /** Addresses; null where there is no more. */
  readonly next: string | null;
  /** Null on the first page. */
  readonly start: string | null;
}

/** How the query of a discussion's page names the orders. */
export const sortNames: Readonly<Record<Sort, string>> = { newest: 'neueste', oldest: 'aelteste', best: 'empfohlen' };

export function discussionPath(story: string): string {
  return `/kommentare/${story}`;
}

/** Where readers find their own comments. */
export const ownCommentsPath = '/konto/kommentare';

export function permalink(id: string): string {
  return `/kommentar/${id}`;
}
