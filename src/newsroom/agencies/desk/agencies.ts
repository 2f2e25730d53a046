import type { DeskPart } from '../../../design/desk/part.ts';

export const agenciesDesk: DeskPart = {
  views: [{ path: '/agencies', load: () => import('./agencies-view.tsx') }],
  entries: [{ path: '/agencies', words: 'agencies.title', icon: 'agencies', group: 'house', acts: ['agency.edit'] }],
};
