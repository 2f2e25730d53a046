import type { DeskPart } from '../../../design/desk/part.ts';

export const embedsDesk: DeskPart = {
  views: [{ path: '/embeds', load: () => import('./providers-view.tsx') }],
  entries: [{ path: '/embeds', words: 'embeds.title', icon: 'embed', group: 'house', acts: ['embed.provide'] }],
};
