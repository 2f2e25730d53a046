import type { DeskPart } from '../../../design/desk/part.ts';

export const staffDesk: DeskPart = {
  views: [
    { path: '/staff', load: () => import('./staff-view.tsx') },
    { path: '/roles', load: () => import('./roles-view.tsx') },
    { path: '/tokens', load: () => import('./tokens-view.tsx') },
    { path: '/acts', load: () => import('./acts-view.tsx') },
    { path: '/mails', load: () => import('./mails-view.tsx') },
    { path: '/me', load: () => import('./me-view.tsx') },
  ],
  entries: [
    { path: '/staff', words: 'staff.title', icon: 'staff', group: 'run', acts: ['staff.invite', 'staff.edit'] },
    { path: '/tokens', words: 'staff.tokens', icon: 'key', group: 'run', acts: ['token.edit'] },
    { path: '/acts', words: 'staff.acts', icon: 'log', group: 'run', acts: ['acts.read'] },
    { path: '/mails', words: 'staff.mails', icon: 'mail', group: 'run', acts: ['mail.read'] },
  ],
};
