/** Where pictures are kept. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../platform/database/database.ts';
import type {} from '../../platform/seals.ts';
import type { Format, Shape } from './picture.ts';
import type { PictureRow, RenditionRow } from './tables.ts';

export type Picture = Selectable<PictureRow>;
export type StoredRendition = Omit<Selectable<RenditionRow>, 'picture_id'>;
export type PictureWithRenditions = Picture & { readonly renditions: readonly StoredRendition[]; readonly sealed: boolean };

/** What pages show of a picture is made of. */
export interface ShownPicture extends Pick<PictureWithRenditions, 'id' | 'made' | 'cropped' | 'width' | 'height' | 'colour' | 'alt' | 'decorative' | 'caption' | 'credit' | 'language' | 'frames'
  | 'source_type' | 'usable_until' | 'usable_by' | 'days' | 'only_with' | 'ended' | 'blocked_at' | 'sealed'> {
  readonly renditions: readonly Pick<StoredRendition, 'shape' | 'format' | 'width' | 'height'>[];
}

/** Without what only the desk needs, and packed: a front asks for dozens of pictures with dozens of renditions each. */
export async function readShown(db: Db, ids: readonly string[]): Promise<ShownPicture[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<ShownPicture, 'renditions'> & { packed: string | null }>`
    select id, made, cropped, width, height, colour, alt, decorative, caption, credit, language, frames, source_type, usable_until, usable_by, days, only_with, ended, blocked_at,
      exists (select from seals where kind = 'object' and reference = pictures.original) as sealed,
      (select string_agg(r.shape || ' ' || r.format || ' ' || r.width || ' ' || r.height, ',') from picture_renditions as r where r.picture_id = pictures.id) as packed
    from pictures where id = any(${[...new Set(ids)]})`.execute(db);
  return rows.map(({ packed, ...row }) => ({ ...row, renditions: unpack(packed ?? '') }));
}

function unpack(packed: string): ShownPicture['renditions'] {
  return packed.split(',').filter(Boolean).map((one) => {
    const [shape, format, width, height] = one.split(' ');
    return { shape: shape as Shape, format: format as Format, width: Number(width), height: Number(height) };
  });
}

/** Pictures with their renditions, in one query; ids that nothing has are absent. */
export async function readPictures(db: Db, ids: readonly string[]): Promise<PictureWithRenditions[]> {
  if (ids.length === 0) return [];
  return withRenditions(db).where('pictures.id', 'in', [...new Set(ids)]).execute();
}

export async function readPicture(db: Db, id: string): Promise<PictureWithRenditions | null> {
  return (await withRenditions(db).where('pictures.id', '=', id).executeTakeFirst()) ?? null;
}

/** The picture's row, held until the end of the transaction. */
export async function lockPicture(tx: Tx, id: string): Promise<Picture | null> {
  return (await tx.selectFrom('pictures').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertPicture(tx: Tx, picture: Picture): Promise<void> {
  await tx.insertInto('pictures').values({ ...picture, metadata: JSON.stringify(picture.metadata), stated: JSON.stringify(picture.stated) }).execute();
}

export type PictureFields = Pick<Picture, 'caption' | 'credit' | 'alt' | 'language' | 'decorative' | 'source_type' | 'usable_until' | 'metadata' | 'usable_by' | 'days' | 'only_with' | 'taken_on' | 'end_told' | 'focal_x' | 'focal_y'>;

export async function updateFields(tx: Tx, id: string, picture: PictureFields & Pick<Picture, 'version' | 'ended'>): Promise<void> {
  const { caption, credit, alt, language, decorative, source_type, usable_until, usable_by, days, only_with, taken_on, end_told, focal_x, focal_y, ended, version } = picture;
  await tx.updateTable('pictures').where('id', '=', id).set({
    caption, credit, alt, language, decorative, source_type, usable_until, usable_by, days, only_with, taken_on, end_told, focal_x, focal_y, ended, version, metadata: JSON.stringify(picture.metadata),
  }).execute();
}

/** Another original, and what is said of it. */
export async function updateFile(tx: Tx, id: string, picture: Picture): Promise<void> {
  await updateFields(tx, id, picture);
  const { original, name, media_type, width, height, frames, bytes, stated } = picture;
  await tx.updateTable('pictures').where('id', '=', id).set({ original, name, media_type, width, height, frames, bytes, stated: JSON.stringify(stated) }).execute();
}

export type Looks = Pick<Picture, 'colour' | 'guess_x' | 'guess_y' | 'perceptual_hash'>;

/** All renditions of a picture, in place of those that it had. */
export async function replaceRenditions(tx: Tx, id: string, { renditions, ...made }: Looks & { made: string; cropped: string; renditions: readonly StoredRendition[] }): Promise<void> {
  await tx.deleteFrom('picture_renditions').where('picture_id', '=', id).execute();
  await addRenditions(tx, id, renditions);
  await tx.updateTable('pictures').where('id', '=', id).set({ ...made, state: 'ready' }).execute();
}

/** Its crops alone. */
export async function replaceCrops(tx: Tx, id: string, { cropped, renditions }: { cropped: string; renditions: readonly StoredRendition[] }): Promise<void> {
  await tx.deleteFrom('picture_renditions').where('picture_id', '=', id).where('shape', '!=', 'whole').execute();
  await addRenditions(tx, id, renditions);
  await tx.updateTable('pictures').where('id', '=', id).set({ cropped }).execute();
}

/** Further renditions, made from the same as those that are there. */
export async function addRenditions(tx: Tx, id: string, renditions: readonly StoredRendition[]): Promise<void> {
  if (renditions.length === 0) return;
  await tx.insertInto('picture_renditions').values(renditions.map((one) => ({ ...one, picture_id: id })))
    .onConflict((same) => same.columns(['picture_id', 'shape', 'format', 'width']).doUpdateSet((row) => ({
      height: row.ref('excluded.height'), address: row.ref('excluded.address'), bytes: row.ref('excluded.bytes'),
    }))).execute();
}

export async function markFailed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('pictures').where('id', '=', id).set({ state: 'failed' }).execute();
}

/** With their renditions; the sweep takes the objects that no row names any more. */
export async function deletePictures(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('pictures').where('id', 'in', [...ids]).execute();
}

/** All objects that are named, but those that the law made us remove. */
export async function everyObject(db: Db): Promise<{ address: string; of: string }[]> {
  const originals = db.selectFrom('pictures').select(['original as address', 'id'])
    .where((row) => row.not(row.exists(row.selectFrom('seals').select('seals.reference').where('seals.kind', '=', 'object').whereRef('seals.reference', '=', 'pictures.original'))));
  const rows = await originals.union(db.selectFrom('picture_renditions').select(['address', 'picture_id as id'])).execute();
  return rows.map(({ address, id }) => ({ address, of: `picture:${id}` }));
}

/** Those of these objects that a picture or a rendition is kept in. */
export async function namedObjects(db: Db, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.selectFrom('pictures').select('original as address').where('original', 'in', [...addresses])
    .union(db.selectFrom('picture_renditions').select('address').where('address', 'in', [...addresses])).execute();
  return new Set(rows.map(({ address }) => address));
}

/** Pictures with their renditions, to be narrowed down. */
export function withRenditions(db: Db) {
  return db.selectFrom('pictures').selectAll('pictures').select((row) => jsonArrayFrom(
    row.selectFrom('picture_renditions').select(['shape', 'format', 'picture_renditions.width', 'picture_renditions.height', 'address', 'picture_renditions.bytes'])
      .whereRef('picture_id', '=', 'pictures.id').orderBy('shape').orderBy('format').orderBy('picture_renditions.width'),
  ).as('renditions')).select((row) => row.exists(
    row.selectFrom('seals').select('seals.reference').where('seals.kind', '=', 'object').whereRef('seals.reference', '=', 'pictures.original'),
  ).$castTo<boolean>().as('sealed'));
}

/** Blocks a picture, or lets it be shown again. */
export async function setBlock(tx: Tx, id: string, { at, reason, version }: { at: Date | null; reason: string; version: number }): Promise<void> {
  await tx.updateTable('pictures').where('id', '=', id).set({ blocked_at: at, block_reason: reason, version }).execute();
}

/** Notes that rights have ended; says whose. Any process may: each picture is found once. */
export async function endRights(tx: Tx, now: Date): Promise<string[]> {
  const ended = await tx.updateTable('pictures').set({ ended: true }).where('usable_until', '<=', now).where('ended', '=', false).returning('id').execute();
  return ended.map(({ id }) => id);
}

/** When the next right ends; null while none does. */
export async function nextEnd(db: Db): Promise<Date | null> {
  const next = await db.selectFrom('pictures').select('usable_until').where('usable_until', 'is not', null).where('ended', '=', false)
    .orderBy('usable_until').limit(1).executeTakeFirst();
  return next?.usable_until ?? null;
}

/** Bits in which two pictures that look alike may differ: the same photograph in another size, format or brightness. */
const alikeWithin = 10;

/** The pictures that look like this one, the most alike first; other uploads of the same file among them. */
export async function nearDuplicates(db: Db, id: string, limit = 12): Promise<{ readonly id: string; readonly distance: number }[]> {
  const found = await sql<{ id: string; distance: number }>`
    with this as materialized (select perceptual_hash as bits, hash_bands as bands from pictures where id = ${id} and perceptual_hash is not null),
    flips as materialized (
      select 0 as flip union all select 1 << a from generate_series(0, 15) as a
      union all select (1 << a) | (1 << b) from generate_series(0, 15) as a, generate_series(0, 15) as b where a < b
    ),
    near as materialized (select array_agg(band # flip) as bands from this, unnest(this.bands) as band, flips)
    select other.id, bit_count(other.perceptual_hash # this.bits)::integer as distance
    from this, near, pictures as other
    where other.hash_bands && near.bands and other.perceptual_hash is not null and other.id <> ${id}
      and bit_count(other.perceptual_hash # this.bits) <= ${alikeWithin}
    order by distance, other.created_at desc, other.id limit ${limit}`.execute(db);
  return found.rows;
}

/** Every picture that was made of this original. */
export async function picturesOf(db: Db, original: string): Promise<PictureWithRenditions[]> {
  return withRenditions(db).where('pictures.original', '=', original).execute();
}

/** Takes from the pictures of a file their renditions and what was said of them. */
export async function emptyPicturesOf(tx: Tx, original: string): Promise<void> {
  const pictures = tx.selectFrom('pictures').select('id').where('original', '=', original);
  await tx.deleteFrom('picture_renditions').where('picture_id', 'in', pictures).execute();
  await tx.deleteFrom('picture_words').where('picture_id', 'in', pictures).execute();
  await tx.updateTable('pictures').where('original', '=', original)
    .set({ name: '', caption: '', credit: '', alt: '', metadata: '{}', stated: '{}', made: '', cropped: '', perceptual_hash: null, version: sql<number>`version + 1` }).execute();
}
