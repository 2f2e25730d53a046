/**
 * Agencies and other sources that stories are credited to: name, short name, credit, page.
 * One name belongs to one of them, so that a credit line is never in doubt. Announces `agency.changed {id}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { agencyActs } from './acts.ts';
import { agenciesApi } from './api.ts';
import { words } from './words.ts';

export type { Agency, AgencyFacts } from './agency.ts';
export { agenciesById, agencyBySlug } from './store.ts';
export { changeAgency, findAgency, findOrRefuse, makeAgency, removeAgency } from './actions.ts';

export const feature: Feature = { name: 'agencies', acts: agencyActs, words, api: agenciesApi };
