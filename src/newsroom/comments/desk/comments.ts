/** Moderation: the queue, those who write, the words that deserve a look, until when discussions are open. */
import type { DeskPart } from '../../../design/desk/part.ts';

export const commentsDesk: DeskPart = {
  views: [
    { path: '/comments', load: () => import('./queue/queue-view.tsx') },
    { path: '/comments/words', load: () => import('./words-view.tsx') },
    { path: '/commenters/$id', load: () => import('./commenter-view.tsx') },
  ],
  entries: [{ path: '/comments', words: 'comments.title', icon: 'comments', group: 'write', acts: ['comment.read'] }],
};
