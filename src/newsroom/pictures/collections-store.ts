/** Named sets of pictures. */
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CollectionRow } from './tables.ts';

export type Collection = Selectable<CollectionRow> & { readonly count: number };

/** All of them with how many pictures each holds, by name. */
export async function listCollections(db: Db): Promise<Collection[]> {
  return collections(db).orderBy(sql`lower(name)`).execute();
}

export async function readCollection(db: Db, id: string): Promise<Collection | null> {
  return (await collections(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** In which collections a picture is. */
export async function collectionsOf(db: Db, picture: string): Promise<Collection[]> {
  return collections(db).where('id', 'in', db.selectFrom('collected_pictures').select('collection_id').where('picture_id', '=', picture)).orderBy(sql`lower(name)`).execute();
}

/** Null where another has the name. */
export async function insertCollection(tx: Tx, row: Selectable<CollectionRow>): Promise<boolean> {
  const made = await tx.insertInto('picture_collections').values(row).onConflict((same) => same.expression(sql`lower(name)`).doNothing()).executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function nameIsTaken(tx: Tx, name: string, except: string): Promise<boolean> {
  return (await tx.selectFrom('picture_collections').select('id').where(sql`lower(name)`, '=', name.toLowerCase()).where('id', '<>', except).executeTakeFirst()) !== undefined;
}

export async function renameCollection(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('picture_collections').where('id', '=', id).set({ name, version: sql<number>`version + 1` }).execute();
}

/** The pictures stay. */
export async function deleteCollection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('picture_collections').where('id', '=', id).execute();
}

/** Adds those of these pictures that there are; each is in it once. */
export async function collect(tx: Tx, id: string, { pictures, now, by }: { readonly pictures: readonly string[]; readonly now: Date; readonly by: string }): Promise<void> {
  if (pictures.length === 0) return;
  await sql`
    insert into collected_pictures (collection_id, picture_id, added_at, added_by)
    select ${id}, pictures.id, ${now}::timestamptz, ${by} from pictures where pictures.id = any(${[...pictures]})
    on conflict do nothing`.execute(tx);
}

export async function uncollect(tx: Tx, id: string, pictures: readonly string[]): Promise<void> {
  if (pictures.length === 0) return;
  await tx.deleteFrom('collected_pictures').where('collection_id', '=', id).where('picture_id', 'in', [...pictures]).execute();
}

function collections(db: Db) {
  return db.selectFrom('picture_collections').selectAll('picture_collections')
    .select((row) => row.selectFrom('collected_pictures').select(sql<number>`count(*)::int`.as('n')).whereRef('collection_id', '=', 'picture_collections.id').as('count')).$narrowType<{ count: number }>();
}
