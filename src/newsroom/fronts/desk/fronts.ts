import type { DeskPart } from '../../../design/desk/part.ts';

export const frontsDesk: DeskPart = {
  views: [{ path: '/fronts/$id', load: () => import('./front-view.tsx') }],
  entries: [{ path: '/fronts/front', words: 'fronts.title', icon: 'front', group: 'write', acts: ['front.edit'] }],
};
