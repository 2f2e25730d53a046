import type { DeskPart } from '../../../design/desk/part.ts';

export const galleriesDesk: DeskPart = {
  views: [
    { path: '/galleries', load: () => import('./galleries-view.tsx') },
    { path: '/galleries/$id', load: () => import('./gallery-view.tsx') },
  ],
  entries: [{ path: '/galleries', words: 'galleries.title', icon: 'gallery', group: 'write', acts: ['gallery.read'] }],
};
