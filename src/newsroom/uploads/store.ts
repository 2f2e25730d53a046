/** Where it is written what is on its way in. */
import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Refused } from '../../platform/result.ts';
import type { UploadRow } from './tables.ts';

export type Upload = Selectable<UploadRow>;
export type NewUpload = Omit<Insertable<UploadRow>, 'by' | 'said'> & Pick<Upload, 'by' | 'said'>;

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.insertInto('uploads').values({ ...upload, by: JSON.stringify(upload.by), said: JSON.stringify(upload.said) }).execute();
}

export async function readUpload(db: Db, id: string): Promise<Upload | null> {
  return (await db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function countUnfinished(db: Db, by: string): Promise<number> {
  const { count } = await db.selectFrom('uploads').select((row) => row.fn.countAll<number>().as('count'))
    .where('by_id', '=', by).where('state', '=', 'coming').executeTakeFirstOrThrow();
  return Number(count);
}

export interface Holding {
  readonly id: string;
  readonly holder: string;
  readonly until: Date;
}

/** Takes the right to write for a while; false where somebody else has it. */
export async function takeHold(tx: Tx, { id, holder, until, now }: Holding & { now: Date }): Promise<boolean> {
  const taken = await tx.updateTable('uploads').set({ held_by: holder, held_until: until, wanted: false })
    .where('id', '=', id).where((row) => row.or([row('held_by', 'is', null), row('held_until', '<=', now)])).returning('id').executeTakeFirst();
  return taken !== undefined;
}

/** Asks whoever holds it to let go. */
export async function wantHold(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('uploads').set({ wanted: true }).where('id', '=', id).execute();
}

/** Holds it for longer: 'wanted' where somebody waits for it, 'lost' where it is somebody else's by now. */
export async function keepHold(tx: Tx, { id, holder, until }: Holding): Promise<'held' | 'wanted' | 'lost'> {
  const kept = await tx.updateTable('uploads').set({ held_until: until }).where('id', '=', id).where('held_by', '=', holder).returning('wanted').executeTakeFirst();
  if (kept === undefined) return 'lost';
  return kept.wanted ? 'wanted' : 'held';
}

/** Lets go, and notes when the last byte came. */
export async function letGo(tx: Tx, { id, holder, now }: { id: string; holder: string; now: Date }): Promise<void> {
  await tx.updateTable('uploads').set({ held_by: null, held_until: null, touched_at: now }).where('id', '=', id).where('held_by', '=', holder).execute();
}

/** What has arrived and whose reader has not been heard of for longer than it said; each is found once. */
export async function takeAbandoned(tx: Tx, now: Date): Promise<string[]> {
  const found = await tx.updateTable('uploads').set({ held_by: null, held_until: null }).where('state', '=', 'arrived').where('held_until', '<=', now).returning('id').execute();
  return found.map(({ id }) => id);
}

/** True for the one who finds it whole. */
export async function markArrived(tx: Tx, id: string): Promise<boolean> {
  const marked = await tx.updateTable('uploads').set({ state: 'arrived' }).where('id', '=', id).where('state', '=', 'coming').returning('id').executeTakeFirst();
  return marked !== undefined;
}

/** Refused before, and to be read again. */
export async function markArrivedAgain(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('uploads').set({ state: 'arrived', refusal: null }).where('id', '=', id).where('state', '=', 'refused').execute();
}

/** False where somebody else was quicker, or has taken it back. */
export async function markKept(tx: Tx, { id, subject }: { id: string; subject: string }): Promise<boolean> {
  const marked = await tx.updateTable('uploads').set({ state: 'kept', subject }).where('id', '=', id).where('state', '=', 'arrived').returning('id').executeTakeFirst();
  return marked !== undefined;
}

export async function markRefused(tx: Tx, { id, refusal }: { id: string; refusal: Refused }): Promise<void> {
  await tx.updateTable('uploads').set({ state: 'refused', refusal: JSON.stringify(refusal) }).where('id', '=', id).where('state', '=', 'arrived').execute();
}

export async function deleteUploads(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('uploads').where('id', 'in', [...ids]).execute();
}

/** Which of these are known, in any state in which their bytes are still needed. */
export async function needed(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('uploads').select('id').where('id', 'in', [...ids]).where('state', '<>', 'kept').execute();
  return new Set(rows.map(({ id }) => id));
}

/** What nobody has touched since, the oldest first: what is under way since the one instant, what has ended since the other. */
export async function untouchedSince(db: Db, { underWay, ended }: { underWay: Date; ended: Date }): Promise<Upload[]> {
  return db.selectFrom('uploads').selectAll().where((row) => row.or([
    row('touched_at', '<', ended),
    row.and([row('state', 'in', ['coming', 'arrived']), row('touched_at', '<', underWay)]),
  ])).orderBy('touched_at').limit(500).execute();
}
