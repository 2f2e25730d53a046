/**
 * Topics: what stories are about, across sections, each in one language. A name finds its topic or makes one.
 * Announces `topic.changed {id}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { topicActs } from './acts.ts';
import { topicsApi } from './api.ts';
import { words } from './words.ts';

export type { Topic } from './topic.ts';
export { topicName } from './api.ts';
export { topicBySlug, topicByName, topicsById } from './store.ts';
export { changeTopic, eraseTopic, findOrMakeTopic, makeTopic } from './actions.ts';

export const feature: Feature = { name: 'topics', acts: topicActs, words, api: topicsApi };
