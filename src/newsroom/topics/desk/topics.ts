import type { DeskPart } from '../../../design/desk/part.ts';

export const topicsDesk: DeskPart = {
  views: [{ path: '/topics', load: () => import('./topics-view.tsx') }],
  entries: [{ path: '/topics', words: 'topics.title', icon: 'topics', group: 'house', acts: ['topic.edit'] }],
};
