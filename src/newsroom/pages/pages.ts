/**
 * Pages that the newsroom writes itself: imprint, privacy, about. Their text follows the grammar of stories; readers
 * see one once it is public. Announces `page.changed {id}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { pageActs } from './acts.ts';
import { pagesApi } from './api.ts';
import { words } from './words.ts';

export type { PageLink, PagePlace, WrittenPage } from './page.ts';
export { footerPages } from './reading.ts';
export { publicPage, publicPages } from './store.ts';
export { changePage, makePage, removePage } from './actions.ts';

export const feature: Feature = { name: 'pages', acts: pageActs, words, api: pagesApi };
