/** Where drawn pictures of stories are kept. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import './tables.ts';
import type { SocialPictureRow } from './tables.ts';

export type SocialPicture = Selectable<SocialPictureRow>;

export async function drawnOf(db: Db, story: string): Promise<SocialPicture | null> {
  return (await db.selectFrom('social_pictures').selectAll().where('story_id', '=', story).executeTakeFirst()) ?? null;
}

export async function drawnAt(db: Db, made: string): Promise<SocialPicture | null> {
  return (await db.selectFrom('social_pictures').selectAll().where('made', '=', made).limit(1).executeTakeFirst()) ?? null;
}

export async function keepDrawn(tx: Tx, row: SocialPicture): Promise<void> {
  await tx.insertInto('social_pictures').values(row).onConflict((same) => same.column('story_id').doUpdateSet({ made: row.made, address: row.address, made_at: row.made_at })).execute();
}

export async function dropDrawn(tx: Tx, story: string): Promise<void> {
  await tx.deleteFrom('social_pictures').where('story_id', '=', story).execute();
}

/** The next stories that have one, by their id, after this one. */
export async function drawnStories(db: Db, { after, limit }: { readonly after: string; readonly limit: number }): Promise<string[]> {
  const rows = await db.selectFrom('social_pictures').select('story_id').where('story_id', '>', after).orderBy('story_id').limit(limit).execute();
  return rows.map((row) => row.story_id);
}

/** All objects that hold a drawn picture. */
export async function everyDrawnObject(db: Db): Promise<{ address: string; of: string }[]> {
  const rows = await db.selectFrom('social_pictures').select(['address', 'story_id']).execute();
  return rows.map((row) => ({ address: row.address, of: `story:${row.story_id}` }));
}

/** Those of these objects that hold a drawn picture. */
export async function drawnObjects(db: Db, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.selectFrom('social_pictures').select('address').where('address', 'in', [...addresses]).execute();
  return new Set(rows.map(({ address }) => address));
}
