/**
 * The sample newsroom: what a newcomer finds on the first start, from `sample/`.
 *
 * - It comes through the doors of the features, whole or not at all, with dates that count back from its start.
 * - Its people cannot sign in.
 * - It goes by one act; what somebody changed, and what is used by what stays, is kept.
 *
 *   loading.ts, story-loading.ts   filling it in        removing.ts   taking it out
 *   rules.ts   when it comes and what of it stays       store.ts      what is remembered of it, and how things are now
 *
 * Announces `sample.changed {present}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { sampleActs } from './acts.ts';
import { sampleApi } from './api.ts';
import { words } from './words.ts';

export { fillSample } from './starting.ts';
export { present } from './store.ts';

export const feature: Feature = { name: 'sample', acts: sampleActs, words, api: sampleApi };
