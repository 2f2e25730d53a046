import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { emptyFront } from './front.ts';
import type { Front } from './front.ts';

/** The front as the desk arranged it, stories that readers cannot see included. */
export async function readFront(db: Db, id: string): Promise<Front> {
  const row = await db.selectFrom('fronts').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? emptyFront(id) : { id, slots: row.slots, fill: row.fill, version: row.version };
}

/**
 * The public stories that the desk put on a front ('front' or a section's id), in its order, and whether the newest
 * fill the rest. Withdrawn and unpublished ones are passed over; they stand again when they are public again: they are
 * what the page waits for.
 */
export async function frontSlots(db: Db, id: string): Promise<Pick<Front, 'slots' | 'fill'> & { readonly waiting: readonly string[] }> {
  const { rows } = await sql<{ slots: string[]; fill: boolean; seen: string[] }>`
    select slots, fill, array(select story_id from public_stories where story_id in (select jsonb_array_elements_text(slots))) as seen from fronts where id = ${id}`.execute(db);
  const { slots, fill, seen } = rows[0] ?? { ...emptyFront(id), seen: [] as string[] };
  return { slots: slots.filter((slot) => seen.includes(slot)), fill, waiting: slots.filter((slot) => !seen.includes(slot)) };
}

/** The front, locked for this transaction, also when nobody has arranged it yet. */
export async function lockFront(tx: Tx, id: string, now: Date): Promise<Front> {
  await tx.insertInto('fronts').values({ id, slots: '[]', version: 0, changed_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  const row = await tx.selectFrom('fronts').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { id, slots: row.slots, fill: row.fill, version: row.version };
}

export async function updateFront(tx: Tx, front: Front, now: Date): Promise<void> {
  await tx.updateTable('fronts').where('id', '=', front.id)
    .set({ slots: JSON.stringify(front.slots), fill: front.fill, version: front.version, changed_at: now }).execute();
}

export async function deleteFront(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('fronts').where('id', '=', id).execute();
}

/** Which of these stories there are, discarded drafts apart. */
export async function storiesThere(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('stories').select('id').where('id', 'in', [...ids]).where('standing', '<>', 'discarded').execute();
  return new Set(rows.map((row) => row.id));
}
