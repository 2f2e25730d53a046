import type { DeskPart } from '../../../design/desk/part.ts';

export const authorsDesk: DeskPart = {
  views: [{ path: '/authors', load: () => import('./authors-view.tsx') }],
  entries: [{ path: '/authors', words: 'authors.title', icon: 'people', group: 'house', acts: ['author.edit'] }],
};
