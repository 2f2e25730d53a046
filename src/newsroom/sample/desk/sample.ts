import type { DeskPart } from '../../../design/desk/part.ts';

export const sampleDesk: DeskPart = {
  views: [{ path: '/sample', load: () => import('./sample-view.tsx') }],
  entries: [{ path: '/sample', words: 'sample.title', icon: 'bin', group: 'run', acts: ['sample.remove'] }],
};
