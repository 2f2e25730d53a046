import type { DeskPart } from '../../../design/desk/part.ts';

export const videosDesk: DeskPart = {
  views: [
    { path: '/videos', load: () => import('./videos-view.tsx') },
    { path: '/videos/$id', load: () => import('./video-view.tsx') },
  ],
  entries: [{ path: '/videos', words: 'videos.title', icon: 'video', group: 'write', acts: ['video.read'] }],
};
