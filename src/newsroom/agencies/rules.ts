/** What the newsroom has decided about agencies: one name belongs to one of them. */
import { nameKey } from '../../platform/text/plain.ts';
import type { Agency, AgencyFacts } from './agency.ts';

/** A credit line names several of them on a phone. */
export const longestCredit = 60;
export const longestName = 120;
export const longestAbout = 2_000;

/**
 * The agency that somebody means by a text: its id, slug, name, short name or credit, whatever the case. Where two
 * answer, what is said first in this list counts.
 */
export function agencyMeant(text: string, agencies: readonly Agency[]): Agency | null {
  const key = nameKey(text);
  if (key === '') return null;
  for (const spelling of ['id', 'slug', 'name', 'shortName', 'credit'] as const) {
    const found = agencies.find((agency) => nameKey(agency[spelling]) === key);
    if (found !== undefined) return found;
  }
  return null;
}

/** Another agency that has the name or the short name already: two of them could not be told apart in a credit line. */
export function namesake(facts: Pick<AgencyFacts, 'name' | 'shortName'>, others: readonly Agency[]): Agency | null {
  const keys = new Set([nameKey(facts.name), nameKey(facts.shortName)]);
  return others.find((agency) => keys.has(nameKey(agency.name)) || keys.has(nameKey(agency.shortName))) ?? null;
}
