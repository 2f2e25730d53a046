/** The newsroom's daily work: the list of stories, and the editor. */
import type { DeskPart } from '../../../design/desk/part.ts';

export const storiesDesk: DeskPart = {
  views: [
    { path: '/', load: () => import('./list/today.tsx') },
    { path: '/new', load: () => import('./list/new-story.tsx') },
    { path: '/stories/$id', load: () => import('./editor/editor.tsx'), whole: true },
    { path: '/stories/$id/versions', load: () => import('./versions/versions.tsx') },
    { path: '/stories/$id/preview', load: () => import('./publish/preview.tsx'), whole: true },
  ],
  entries: [
    { path: '/', words: 'stories.today', icon: 'today', group: 'write', acts: ['story.read'] },
  ],
};
