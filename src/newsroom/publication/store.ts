import type { Db, Tx } from '../../platform/database/database.ts';
import { firstPublication, type Publication } from './paper.ts';
import type { PublicationRow } from './tables.ts';

/** The publication as it is, or what a new installation begins with. */
export async function readPublication(db: Db): Promise<Publication> {
  const row = await db.selectFrom('publication').selectAll().where('id', '=', 1).executeTakeFirst();
  return row === undefined ? firstPublication : publicationOf(row);
}

/** The same, held until the transaction ends: nobody else changes it meanwhile. */
export async function holdPublication(tx: Tx): Promise<Publication> {
  await tx.insertInto('publication').values({ id: 1, ...columns(firstPublication), changed_at: new Date(0) }).onConflict((on) => on.doNothing()).execute();
  return publicationOf(await tx.selectFrom('publication').selectAll().where('id', '=', 1).forUpdate().executeTakeFirstOrThrow());
}

export async function savePublication(tx: Tx, publication: Publication, now: Date): Promise<void> {
  await tx.updateTable('publication').set({ ...columns(publication), changed_at: now }).where('id', '=', 1).execute();
}

/** Notes the icons that were made for this version; answers whether it still is the one. */
export async function saveIcons(tx: Tx, { version, icons }: Pick<Publication, 'version' | 'icons'>): Promise<boolean> {
  const saved = await tx.updateTable('publication').set({ icons: JSON.stringify(icons) }).where('id', '=', 1).where('version', '=', version).executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** Every object that the publication holds: the sweep leaves them. */
export async function objectsOfPublication(db: Db): Promise<string[]> {
  const { logo, icons } = await readPublication(db);
  return [...(logo === null ? [] : [logo.address]), ...Object.values(icons)];
}

function columns(publication: Publication) {
  const { logo } = publication;
  return {
    version: publication.version, name: publication.name, short_name: publication.shortName, tagline: publication.tagline, accent: publication.accent,
    languages: [...publication.languages], time_zone: publication.timeZone, address_form: publication.addressForm,
    contact: JSON.stringify(publication.contact), imprint: JSON.stringify(publication.imprint),
    logo: logo?.address ?? null, logo_width: logo?.width ?? null, logo_height: logo?.height ?? null, icons: JSON.stringify(publication.icons),
  };
}

function publicationOf(row: PublicationRow | { [Key in keyof PublicationRow]: unknown }): Publication {
  const read = row as unknown as Omit<PublicationRow, 'contact' | 'imprint' | 'icons'> & { contact: object; imprint: object; icons: Record<string, string> };
  return {
    version: read.version, name: read.name, shortName: read.short_name, tagline: read.tagline, accent: read.accent, languages: read.languages,
    timeZone: read.time_zone, addressForm: read.address_form,
    contact: { ...firstPublication.contact, ...read.contact }, imprint: { ...firstPublication.imprint, ...read.imprint },
    logo: read.logo === null ? null : { address: read.logo, width: read.logo_width ?? 0, height: read.logo_height ?? 0 }, icons: read.icons,
  };
}
