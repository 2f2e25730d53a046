/** What the newsroom does with its agencies and sources. */
import type { Db } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/feature.ts';
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { firstFreeSlug, slugify } from '../../platform/text/slug.ts';
import type { Agency, AgencyFacts } from './agency.ts';
import { agencyMeant, namesake } from './rules.ts';
import { allAgencies, deleteAgency, insertAgency, isCredited, lockAgencies, updateAgency } from './store.ts';

/** The agency that a text means (id, slug, name, short name or credit), or null. */
export async function findAgency(db: Db, text: string): Promise<Agency | null> {
  return agencyMeant(text, await allAgencies(db));
}

/** Like `findAgency`, with a refusal that says which text meant none. */
export async function findOrRefuse(db: Db, text: string): Promise<Agency | Refused<'no-such-agency'>> {
  return (await findAgency(db, text)) ?? refuse('no-such-agency', { agency: text.slice(0, 100) });
}

/** @param facts parsed at the door: names are not empty */
export async function makeAgency(tools: Tools, facts: AgencyFacts): Promise<Agency | Refused<'agency-exists'>> {
  await lockAgencies(tools.db);
  const others = await allAgencies(tools.db);
  const same = namesake(facts, others);
  if (same !== null) return refuse('agency-exists', { id: same.id, agency: same.name });
  const slug = firstFreeSlug(slugify(facts.name, 'de', 'quelle'), new Set(others.map((agency) => agency.slug)));
  const agency: Agency = { ...facts, id: newId(), slug, version: 1, createdAt: tools.now };
  await insertAgency(tools.db, agency);
  await tell(tools, agency, 'made');
  return agency;
}

/** Changes what is said of an agency. `version` is the one that the change was made from. */
export async function changeAgency(tools: Tools, { id, version, facts }: { id: string; version: number; facts: Partial<AgencyFacts> }): Promise<Agency | Refused<'no-such-agency' | 'agency-exists' | 'changed-meanwhile'>> {
  await lockAgencies(tools.db);
  const all = await allAgencies(tools.db);
  const before = all.find((agency) => agency.id === id);
  if (before === undefined) return refuse('no-such-agency');
  if (before.version !== version) return refuse('changed-meanwhile', { version: before.version });
  const agency: Agency = { ...before, ...facts, version: version + 1 };
  const same = namesake(agency, all.filter((other) => other.id !== id));
  if (same !== null) return refuse('agency-exists', { id: same.id, agency: same.name });
  await updateAgency(tools.db, agency);
  await tell(tools, agency, 'changed');
  return agency;
}

/** Removes an agency that no story names. */
export async function removeAgency(tools: Tools, id: string): Promise<Agency | Refused<'no-such-agency' | 'agency-has-stories'>> {
  await lockAgencies(tools.db);
  const agency = (await allAgencies(tools.db)).find((one) => one.id === id);
  if (agency === undefined) return refuse('no-such-agency');
  if (await isCredited(tools.db, id)) return refuse('agency-has-stories');
  await deleteAgency(tools.db, id);
  await tell(tools, agency, 'removed');
  return agency;
}

async function tell(tools: Tools, { id }: Agency, what: 'made' | 'changed' | 'removed'): Promise<void> {
  await tools.announce({ event: 'agency.changed', facts: { id }, tags: [`agency:${id}`, ...(what === 'made' ? ['agencies'] : [])] });
  await tools.record({ act: 'agency.edit', subject: `agency:${id}`, detail: { what } });
}
