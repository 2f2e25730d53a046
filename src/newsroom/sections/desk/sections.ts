import type { DeskPart } from '../../../design/desk/part.ts';

export const sectionsDesk: DeskPart = {
  views: [{ path: '/sections', load: () => import('./sections-view.tsx') }],
  entries: [{ path: '/sections', words: 'sections.title', icon: 'sections', group: 'house', acts: ['section.edit'] }],
};
