/** What people do to the publication: change what it says of itself, give it a logo, take it away. */
import type { Tools } from '../../platform/feature.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import type { Contact, Imprint, Logo, Publication } from './paper.ts';
import { isTimeZone, judgeAccent, judgeLanguages, type WrongPublication } from './rules.ts';
import { holdPublication, savePublication } from './store.ts';

export type PublicationChange = Partial<Omit<Publication, 'version' | 'logo' | 'icons' | 'contact' | 'imprint'>> & { readonly contact?: Partial<Contact>; readonly imprint?: Partial<Imprint> };

export type Stale = Refused<'changed-meanwhile'>;

/** `version`: the one that was read; null changes whatever is there. */
export async function changePublication(tools: Tools, { version, change }: { version: number | null; change: PublicationChange }): Promise<Publication | Stale | WrongPublication> {
  const before = await holdPublication(tools.db);
  if (version !== null && version !== before.version) return refuse('changed-meanwhile');
  const { contact, imprint, ...rest } = change;
  const wrong = (rest.accent === undefined ? null : judgeAccent(rest.accent)) ?? (rest.languages === undefined ? null : judgeLanguages(rest.languages))
    ?? (rest.timeZone === undefined || isTimeZone(rest.timeZone) ? null : refuse('time-zone-unknown'));
  if (wrong !== null) return wrong;
  const after = { ...before, ...rest, contact: { ...before.contact, ...contact }, imprint: { ...before.imprint, ...imprint } };
  const looksOther = after.name !== before.name || after.accent !== before.accent;
  return keep(tools, { publication: looksOther && before.logo === null ? { ...after, icons: {} } : after, detail: { fields: Object.keys(change) } });
}

/** The logo must already lie in the object store; null takes it away. */
export async function changeLogo(tools: Tools, { version, logo }: { version: number | null; logo: Logo | null }): Promise<Publication | Stale> {
  const before = await holdPublication(tools.db);
  if (version !== null && version !== before.version) return refuse('changed-meanwhile');
  return keep(tools, { publication: { ...before, logo, icons: {} }, detail: { logo: logo?.address ?? null } });
}

async function keep(tools: Tools, { publication, detail }: { publication: Publication; detail: Record<string, unknown> }): Promise<Publication> {
  const kept = { ...publication, version: publication.version + 1 };
  await savePublication(tools.db, kept, tools.now);
  await tools.record({ act: 'publication.edit', subject: 'publication', detail: { ...detail, version: kept.version } });
  await tools.announce({ event: 'publication.changed', facts: { version: kept.version }, tags: ['publication'] });
  return kept;
}
