/** The acts of this feature, with the roles that may. */
import type { Role } from '../staff/roles.ts';
import { deciders, keepers, writers } from '../staff/roles.ts';

/** They answer everywhere; whoever only writes, below what is theirs (`mayAnswerBelow`). */
export const moderators: readonly Role[] = ['moderator', ...deciders];

export const commentActs = {
  'comment.read': moderators,
  'comment.approve': moderators,
  'comment.refuse': moderators,
  'comment.undo': moderators,
  'comment.choose': moderators,
  'comment.unchoose': moderators,
  'comment.pin': moderators,
  'comment.unpin': moderators,
  // Whoever writes for the paper may answer below what they wrote or were given to write: `mayAnswerBelow` asks which story it is.
  'comment.answer': [...new Set<Role>([...moderators, ...writers])],
  'report.decide': moderators,
  'objection.decide': moderators,
  'thread.change': moderators,
  'comments.settings': keepers,
  'comments.words': moderators,
  'comments.import': keepers,
  'commenter.note': moderators,
  'commenter.warn': moderators,
  'commenter.suspend': moderators,
  'commenter.ban': deciders,
  'commenter.trust': moderators,
  // What readers do, and whoever reports: in the log under these names, and nobody's of the newsroom.
  'comment.delete': [],
  'comment.report': [],
  'comment.object': [],
} as const satisfies Record<string, readonly Role[]>;
