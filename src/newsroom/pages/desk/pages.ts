import type { DeskPart } from '../../../design/desk/part.ts';

export const pagesDesk: DeskPart = {
  views: [
    { path: '/pages', load: () => import('./pages-view.tsx') },
    { path: '/pages/$id', load: () => import('./page-view.tsx') },
  ],
  entries: [{ path: '/pages', words: 'pages.title', icon: 'pages', group: 'house', acts: ['page.edit'] }],
};
