/** Where galleries are kept. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { GalleryPicture, GallerySummary } from './gallery.ts';
import type { GalleryRow } from './tables.ts';

export type Gallery = Selectable<GalleryRow> & { readonly pictures: readonly GalleryPicture[] };

/** By id, in one query; ids that nothing has, or whose gallery was taken away, are absent. */
export async function galleriesById(db: Db, ids: readonly string[]): Promise<Map<string, GallerySummary>> {
  if (ids.length === 0) return new Map();
  const rows = await withPictures(db).where('galleries.id', 'in', [...new Set(ids)]).where('discarded_at', 'is', null).execute();
  return new Map(rows.map(({ id, title, lead, language, pictures }) => [id, { id, title, lead, language, pictures }]));
}

export async function readGallery(db: Db, id: string): Promise<Gallery | null> {
  return (await withPictures(db).where('galleries.id', '=', id).executeTakeFirst()) ?? null;
}

/** The gallery, for as long as the transaction lasts ours alone. */
export async function lockGallery(tx: Tx, id: string): Promise<Gallery | null> {
  const locked = await tx.selectFrom('galleries').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return locked === undefined ? null : readGallery(tx, id);
}

export interface GalleryWish {
  /** Each must occur in the title or the lead. */
  readonly words: readonly string[];
  readonly language?: string | undefined;
  /** Only those that have this picture. */
  readonly picture?: string | undefined;
  /** Only what comes after this one. */
  readonly after: { readonly changedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The newest change first. */
export async function listGalleries(db: Db, { words, language, picture, after, limit }: GalleryWish): Promise<Gallery[]> {
  let query = withPictures(db).where('discarded_at', 'is', null).orderBy('changed_at', 'desc').orderBy('galleries.id', 'desc').limit(limit);
  for (const word of words) query = query.where(sql<boolean>`strpos(lower(galleries.title || ' ' || galleries.lead), lower(${word})) > 0`);
  if (language !== undefined) query = query.where('galleries.language', '=', language);
  if (picture !== undefined) query = query.where((where) => where.exists(where.selectFrom('gallery_pictures').select('picture_id').whereRef('gallery_id', '=', 'galleries.id').where('picture_id', '=', picture)));
  if (after !== null) query = query.where(sql<boolean>`(changed_at, galleries.id) < (${after.changedAt}, ${after.id})`);
  return query.execute();
}

export async function insertGallery(tx: Tx, { pictures, ...row }: Gallery): Promise<void> {
  await tx.insertInto('galleries').values(row).execute();
  await insertPictures(tx, row.id, pictures);
}

export async function updateGallery(tx: Tx, { id, pictures, title, lead, language, version, changed_at, changed_by, changed_by_name, discarded_at }: Gallery): Promise<void> {
  await tx.updateTable('galleries').where('id', '=', id).set({ title, lead, language, version, changed_at, changed_by, changed_by_name, discarded_at }).execute();
  await tx.deleteFrom('gallery_pictures').where('gallery_id', '=', id).execute();
  await insertPictures(tx, id, pictures);
}

/** Those of these pictures that are there. */
export async function knownPictures(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('pictures').select('id').where('id', 'in', [...ids]).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function deleteGalleries(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('galleries').where('id', 'in', [...ids]).execute();
}

async function insertPictures(tx: Tx, id: string, pictures: readonly GalleryPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  await tx.insertInto('gallery_pictures').values(pictures.map((picture, position) => ({ gallery_id: id, picture_id: picture.id, position, caption: picture.caption }))).execute();
}

function withPictures(db: Db) {
  return db.selectFrom('galleries').selectAll('galleries').select((row) => jsonArrayFrom(
    row.selectFrom('gallery_pictures').select(['picture_id as id', 'caption']).whereRef('gallery_id', '=', 'galleries.id').orderBy('position'),
  ).as('pictures'));
}
