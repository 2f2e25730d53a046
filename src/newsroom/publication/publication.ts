/**
 * The publication: name, logo, accent, languages, time zone, imprint, how readers are addressed. Changed in the desk.
 *
 * - There is one; a new installation begins with a plain one.
 * - Its logo is a picture that was read, trimmed and kept as PNG; without one the name stands in its place, and icons
 *   show its initial.
 * - Its accent keeps its hue and is shown so that it can be read.
 *
 * Announces `publication.changed {version}`; every page that shows it carries the tag `publication`.
 */
import type { Feature } from '../../platform/feature.ts';
import { publicationActs } from './acts.ts';
import { publicationApi } from './api.ts';
import { publicationRoutes } from './routes.ts';
import { objectsOfPublication } from './store.ts';
import { words } from './words.ts';

export type { Logo, Publication } from './paper.ts';
export { logoPath } from './paper.ts';
export { objectsOfPublication, readPublication } from './store.ts';
export { changeLogo, changePublication } from './actions.ts';
export { developLogo } from './drawing.ts';

export const feature: Feature = {
  name: 'publication', acts: publicationActs, words, api: publicationApi, routes: publicationRoutes,
  namesObjects: async (db) => new Set(await objectsOfPublication(db)),
  everyObject: async (db) => (await objectsOfPublication(db)).map((address) => ({ address, of: 'publication' })),
};
