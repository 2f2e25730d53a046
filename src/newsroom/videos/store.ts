/** Where films are kept. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../platform/database/database.ts';
import type {} from '../../platform/seals.ts';
import type { CaptionsRow, VideoRenditionRow, VideoRow } from './tables.ts';
import type { Conversion } from './video.ts';

export type Video = Selectable<VideoRow>;
export type StoredCaptions = Omit<Selectable<CaptionsRow>, 'video_id'>;
export type StoredQuality = Omit<Selectable<VideoRenditionRow>, 'video_id'>;
export type WholeVideo = Video & { readonly captions: readonly StoredCaptions[]; readonly renditions: readonly StoredQuality[]; readonly sealed: boolean };

/** Films with their qualities and captions, in one query; ids that nothing has are absent. */
export async function readVideos(db: Db, ids: readonly string[]): Promise<WholeVideo[]> {
  if (ids.length === 0) return [];
  return whole(db).where('videos.id', 'in', [...new Set(ids)]).execute();
}

export async function readVideoRow(db: Db, id: string): Promise<WholeVideo | null> {
  return (await whole(db).where('videos.id', '=', id).executeTakeFirst()) ?? null;
}

/** The film's row, held until the end of the transaction. */
export async function lockVideo(tx: Tx, id: string): Promise<Video | null> {
  return (await tx.selectFrom('videos').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export interface VideoWish {
  /** Each must occur in name, title, description or credit. */
  readonly words: readonly string[];
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The newest first. */
export async function listVideos(db: Db, { words, after, limit }: VideoWish): Promise<WholeVideo[]> {
  let query = whole(db).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit);
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/gu, '\\$&')}%`;
    query = query.where(sql<boolean>`(name || ' ' || title || ' ' || description || ' ' || credit) ilike ${pattern}`);
  }
  if (after !== null) query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})`);
  return query.execute();
}

export async function insertVideo(tx: Tx, video: Video): Promise<void> {
  await tx.insertInto('videos').values(video).execute();
}

export type VideoFields = Pick<Video, 'title' | 'description' | 'credit' | 'language' | 'poster' | 'poster_x' | 'poster_y'>;

export async function updateFields(tx: Tx, id: string, fields: VideoFields & Pick<Video, 'version'>): Promise<void> {
  const { title, description, credit, language, poster, poster_x, poster_y, version } = fields;
  await tx.updateTable('videos').where('id', '=', id).set({ title, description, credit, language, poster, poster_x, poster_y, version }).execute();
}

export async function putCaptions(tx: Tx, id: string, captions: StoredCaptions): Promise<void> {
  await tx.insertInto('video_captions').values({ ...captions, video_id: id })
    .onConflict((same) => same.columns(['video_id', 'language']).doUpdateSet({ text: captions.text, cues: captions.cues })).execute();
}

/** True where there were any. */
export async function deleteCaptions(tx: Tx, id: string, language: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('video_captions').where('video_id', '=', id).where('language', '=', language).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteVideos(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('videos').where('id', 'in', ids).execute();
}

/** Moves the conversion on, where it stands in one of these states; false where it does not any more. */
export async function moveConversion(tx: Tx, id: string, { from, to, progress }: { from: readonly Conversion[]; to: Conversion; progress: number }): Promise<boolean> {
  const moved = await tx.updateTable('videos').where('id', '=', id).where('conversion', 'in', [...from]).set({ conversion: to, progress }).returning('id').executeTakeFirst();
  return moved !== undefined;
}

/** All qualities of a film, in place of those that it had. */
export async function replaceQualities(tx: Tx, id: string, qualities: readonly StoredQuality[]): Promise<void> {
  await tx.deleteFrom('video_renditions').where('video_id', '=', id).execute();
  if (qualities.length > 0) await tx.insertInto('video_renditions').values(qualities.map((one) => ({ ...one, video_id: id }))).execute();
}

/** Blocks a film, or lets it be shown again. */
export async function setBlock(tx: Tx, id: string, { at, reason }: { at: Date | null; reason: string }): Promise<void> {
  await tx.updateTable('videos').where('id', '=', id).set({ blocked_at: at, block_reason: reason, version: sql<number>`version + 1` }).execute();
}

/** Notes that what is said of it has changed, where that stands in other rows. */
export async function countUp(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('videos').where('id', '=', id).set({ version: sql<number>`version + 1` }).execute();
}

/** Films that show this picture before they play. */
export async function videosWithPoster(db: Db, picture: string): Promise<string[]> {
  const rows = await db.selectFrom('videos').select('id').where('poster', '=', picture).execute();
  return rows.map(({ id }) => id);
}

/** Every film that was made of this file. */
export async function videosOf(db: Db, original: string): Promise<WholeVideo[]> {
  return whole(db).where('videos.original', '=', original).execute();
}

/** Takes from the films of a file their qualities, their captions and what was said of them. */
export async function emptyVideosOf(tx: Tx, original: string): Promise<void> {
  const films = tx.selectFrom('videos').select('id').where('original', '=', original);
  await tx.deleteFrom('video_renditions').where('video_id', 'in', films).execute();
  await tx.deleteFrom('video_captions').where('video_id', 'in', films).execute();
  await tx.updateTable('videos').where('original', '=', original)
    .set({ name: '', title: '', description: '', credit: '', poster: null, conversion: 'none', version: sql<number>`version + 1` }).execute();
}

/** All objects that are named, but those that the law made us remove. */
export async function everyObject(db: Db): Promise<{ address: string; of: string }[]> {
  const originals = db.selectFrom('videos').select(['original as address', 'id'])
    .where((row) => row.not(row.exists(row.selectFrom('seals').select('seals.reference').where('seals.kind', '=', 'object').whereRef('seals.reference', '=', 'videos.original'))));
  const rows = await originals.union(db.selectFrom('video_renditions').select(['address', 'video_id as id'])).execute();
  return rows.map(({ address, id }) => ({ address, of: `video:${id}` }));
}

/** Those of these objects that a film or a quality is kept in. */
export async function namedObjects(db: Db, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.selectFrom('videos').select('original as address').where('original', 'in', [...addresses])
    .union(db.selectFrom('video_renditions').select('address').where('address', 'in', [...addresses])).execute();
  return new Set(rows.map(({ address }) => address));
}

function whole(db: Db) {
  return db.selectFrom('videos').selectAll('videos').select((row) => [
    jsonArrayFrom(row.selectFrom('video_captions').select(['language', 'text', 'cues']).whereRef('video_id', '=', 'videos.id').orderBy('language')).as('captions'),
    jsonArrayFrom(
      row.selectFrom('video_renditions').select(['kind', 'video_renditions.width', 'video_renditions.height', 'address', 'video_renditions.bytes', 'video_renditions.codecs', 'bandwidth', 'playlist'])
        .whereRef('video_id', '=', 'videos.id').orderBy('kind').orderBy('video_renditions.height'),
    ).as('renditions'),
    row.exists(
      row.selectFrom('seals').select('seals.reference').where('seals.kind', '=', 'object').whereRef('seals.reference', '=', 'videos.original'),
    ).$castTo<boolean>().as('sealed'),
  ]);
}
