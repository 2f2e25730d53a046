/**
 * The section tree: where stories stand and what their addresses begin with.
 *
 * - A section is made below one that exists; its address is its path.
 * - Moving one moves all below it; every former address leads to the present one, in one step.
 * - One in which something stands is not removed.
 *
 * Announces `section.changed {id}`, `section.moved {id, from, to}` for every section of a moved subtree, and
 * `section.removed {id}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { sectionActs } from './acts.ts';
import { sectionsApi } from './api.ts';
import { words } from './words.ts';

export type { Section, SectionDefaults, SectionNames } from './section.ts';
export { chainIn, sectionName } from './section.ts';
export { formerPath, sectionByPath, sectionChain, sectionChains, sectionsById, sectionTree } from './store.ts';
export { changeSection, makeSection, removeSection } from './actions.ts';
export { reservedWords, wordsOfRoutes } from './rules.ts';

export const feature: Feature = { name: 'sections', acts: sectionActs, words, api: sectionsApi };
