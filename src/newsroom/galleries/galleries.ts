/**
 * Galleries: pictures in an order, with a title of their own; several stories can show the same.
 *
 * - Each picture stands with its source; what the gallery says of one goes before the picture's own caption.
 * - A picture that is blocked or whose right has ended is left out at once; a gallery with none left is on no page.
 * - To publish a story with one, every picture that is shown needs a credit and an alternative text: `missingToPublish`.
 *
 * Announces `gallery.changed {id, version, by, byName}` with the tag `gallery:<id>`.
 */
import type { Feature } from '../../platform/feature.ts';
import { galleryActs } from './acts.ts';
import { galleriesApi } from './api.ts';
import { words } from './words.ts';

export type { GalleryFields } from './actions.ts';
export { createGallery, eraseGalleries } from './actions.ts';
export { galleriesById } from './store.ts';

export const feature: Feature = { name: 'galleries', acts: galleryActs, words, api: galleriesApi };
