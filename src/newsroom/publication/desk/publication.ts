import type { DeskPart } from '../../../design/desk/part.ts';

export const publicationDesk: DeskPart = {
  views: [{ path: '/publication', load: () => import('./publication-view.tsx') }],
  entries: [{ path: '/publication', words: 'publication.title', icon: 'publication', group: 'run', acts: ['publication.edit'] }],
};
