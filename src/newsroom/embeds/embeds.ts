/**
 * Embeds: what other houses show on our pages. Nothing is asked of them before the reader asks for it.
 *
 * - The administrator keeps the list of houses: `providerList`. Who is not on it, or switched off, is a link.
 * - The server asks a house for title, author and picture, along one guarded way; offline the title is typed.
 * - To publish, an embed needs a title: what a reader agrees to has a name.
 *
 * Announces `embed.changed {id, by}` with the tag `embed:<id>` and `providers.changed {id}` with the tag `embeds`.
 */
import type { Feature } from '../../platform/feature.ts';
import { embedActs } from './acts.ts';
import { embedsApi } from './api.ts';
import { words } from './words.ts';

export { eraseEmbeds, makeEmbed } from './actions.ts';
export type { EmbedSummary, Provider } from './embed.ts';
export { missingToPublish, warningsOf } from './rules.ts';
export { embedSummaries } from './summaries.ts';

export const feature: Feature = { name: 'embeds', acts: embedActs, words, api: embedsApi };
