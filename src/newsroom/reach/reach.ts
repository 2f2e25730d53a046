/**
 * How the newsroom reaches readers elsewhere: feeds, sitemaps, structured data, previews on other sites.
 *
 * - Feeds hold the newest 40; their entries keep their names when a section moves.
 * - A story leaves the news sitemap exactly two days after its first publication.
 * - Every picture that is passed on carries its credit.
 * - A story without a picture is shown by its headline, drawn after it was published.
 *
 * Announces `story.drawn {id}`, with the story's tag.
 */
import type { Feature } from '../../platform/feature.ts';
import { reachPages } from './pages.ts';
import { drawingListeners, redrawJob } from './social-drawing.ts';
import { socialRoutes } from './social-routes.ts';
import { drawnObjects, everyDrawnObject } from './social-store.ts';

export { reachPageAt } from './pages.ts';
export { publisherOf } from './publisher.ts';
export type { Publisher } from './publisher.ts';
export { pageSocial, storySocial } from './social.ts';
export { drawnFor } from './social-drawing.ts';
export { breadcrumbs, frontFacts, newsArticle, person } from './structured-data.ts';

export const feature: Feature = { name: 'reach', pages: reachPages, routes: socialRoutes, listeners: drawingListeners, jobs: [redrawJob], namesObjects: drawnObjects, everyObject: everyDrawnObject };
