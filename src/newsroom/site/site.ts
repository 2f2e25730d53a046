/**
 * The readers' pages that are made of several features: front, sections, stories, authors, topics, sources, search,
 * pages written in the desk, corrections, and the pages that say why there is nothing.
 *
 *   load-*.tsx     asks the features' doors, then names the tags that the answer hangs on
 *   story.tsx      the parts of a story's page, in order       front-plan.ts   what stands where on a front
 *   frame.tsx      the publication around every page           any-page.ts     addresses that no other route knows
 */
import type { Feature } from '../../platform/feature.ts';
import { anyPage } from './any-page.ts';
import { discussionQuery } from '../comments/comments.ts';
import { commentPage, discussionOf, discussionRules } from './load-discussion.tsx';
import { frontPage } from './load-front.tsx';
import { agencyPage, authorPage, topicPage } from './load-lists.tsx';
import { searchPage, searchQuery } from './load-search.tsx';
import { correctionsPage, transparencyPage, writtenPage } from './load-written.tsx';
import { previewRoutes } from './previews.tsx';
import { stretchQuery } from './stretch.ts';
import { siteWords } from './words.ts';

export { siteAssets } from './assets.ts';
export { errorPages } from './notice-pages.tsx';

export const feature: Feature = {
  name: 'site',
  words: siteWords,
  routes: previewRoutes,
  pages: (house) => [
    { path: '/', render: (request) => frontPage(house, request) },
    { path: '/suche', query: searchQuery, render: (request) => searchPage(house, request) },
    { path: '/autor/:slug', query: stretchQuery, render: (request) => authorPage(house, request) },
    { path: '/thema/:slug', query: stretchQuery, render: (request) => topicPage(house, request) },
    { path: '/quelle/:slug', query: stretchQuery, render: (request) => agencyPage(house, request) },
    { path: '/seite/:slug', render: (request) => writtenPage(house, request) },
    { path: '/transparenz', query: ['jahr'], render: (request) => transparencyPage(house, request) },
    { path: '/korrekturen', render: (request) => correctionsPage(house, request) },
    { path: '/kommentare/regeln', query: ['sprache'], render: (request) => discussionRules(house, request) },
    { path: '/kommentare/:story', query: discussionQuery, render: (request) => discussionOf(house, request) },
    { path: '/kommentar/:id', render: (request) => commentPage(house, request) },
    { path: '/*', query: stretchQuery, render: (request) => anyPage(house, request) },
  ],
};
