/**
 * The people whose names stand over stories: name, portrait, a line about them, perhaps a staff account.
 * A byline's name finds its author or makes one. An author's address stays when the name changes.
 * Announces `author.changed {id}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { authorActs } from './acts.ts';
import { authorsApi } from './api.ts';
import { words } from './words.ts';

export type { Author } from './author.ts';
export { authorName } from './api.ts';
export { authorByName, authorBySlug, authorNames, authorOfStaff, authorsById, portraitsBySlug } from './store.ts';
export { changeAuthor, eraseAuthor, findOrMakeAuthor, makeAuthor } from './actions.ts';

export const feature: Feature = { name: 'authors', acts: authorActs, words, api: authorsApi };
