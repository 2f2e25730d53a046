import type { DeskPart } from '../../../design/desk/part.ts';

export const picturesDesk: DeskPart = {
  views: [
    { path: '/pictures', load: () => import('./pictures-view.tsx') },
    { path: '/pictures/$id', load: () => import('./picture-view.tsx') },
  ],
  entries: [{ path: '/pictures', words: 'pictures.title', icon: 'pictures', group: 'write', acts: ['picture.read'] }],
};
