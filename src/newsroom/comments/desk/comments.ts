/** Moderation: the queue, reports, those who write, the words that deserve a look, until when discussions are open. */
import type { DeskPart } from '../../../design/desk/part.ts';

export const commentsDesk: DeskPart = {
  views: [
    { path: '/comments', load: () => import('./queue/queue-view.tsx') },
    { path: '/comments/reports', load: () => import('./reports/reports-view.tsx') },
    { path: '/comments/words', load: () => import('./words-view.tsx') },
    { path: '/comments/settings', load: () => import('./settings/settings-view.tsx') },
    { path: '/comments/threads/$story', load: () => import('./settings/thread-view.tsx') },
    { path: '/commenters/$id', load: () => import('./commenter-view.tsx') },
  ],
  entries: [
    { path: '/comments', words: 'comments.title', icon: 'comments', group: 'write', acts: ['comment.read'] },
    { path: '/comments/reports', words: 'reports.title', icon: 'warn', group: 'write', acts: ['comment.read'] },
    { path: '/comments/settings', words: 'threads.settings', icon: 'clock', group: 'run', acts: ['comments.settings'] },
  ],
};
