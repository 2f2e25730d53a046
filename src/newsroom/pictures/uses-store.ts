/** Where pictures are used. */
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { useEnds } from './details.ts';
import type { PictureUseRow } from './tables.ts';

export type StoredUse = Selectable<PictureUseRow>;

/** What uses a picture: public things first, by name. */
export async function usesOf(db: Db, picture: string): Promise<StoredUse[]> {
  return db.selectFrom('picture_uses').selectAll().where('picture_id', '=', picture).orderBy('public', 'desc').orderBy('title').orderBy('used_by').execute();
}

/** All uses by these. */
export async function usesBy(db: Db, users: readonly string[]): Promise<StoredUse[]> {
  if (users.length === 0) return [];
  return db.selectFrom('picture_uses').selectAll().where('used_by', 'in', [...new Set(users)]).execute();
}

export interface Reported {
  readonly usedBy: string;
  readonly title: string;
  readonly path: string;
  readonly since: Date | null;
  readonly pictures: readonly { readonly id: string; readonly public: boolean }[];
}

/** Their uses, in place of those that they had. Ids that no picture has are left out. */
export async function replaceUses(tx: Tx, reported: readonly Reported[], now: Date): Promise<void> {
  const known = await daysOf(tx, reported.flatMap(({ pictures }) => pictures.map(({ id }) => id)));
  const rows = reported.flatMap(({ usedBy, title, path, since, pictures }) => pictures.filter(({ id }) => known.has(id)).map(({ id, public: isPublic }) => {
    const ends = useEnds(since, known.get(id) ?? null);
    return { picture_id: id, used_by: usedBy, title, path, public: isPublic, since, ends_at: ends, ended: ends !== null && ends <= now };
  }));
  await sql`
    delete from picture_uses where used_by = any(${reported.map(({ usedBy }) => usedBy)})
      and not (used_by || ' ' || picture_id) = any(${rows.map((row) => `${row.used_by} ${row.picture_id}`)})`.execute(tx);
  if (rows.length === 0) return;
  await tx.insertInto('picture_uses').values(rows).onConflict((same) => same.columns(['picture_id', 'used_by']).doUpdateSet((row) => ({
    title: row.ref('excluded.title'), path: row.ref('excluded.path'), public: row.ref('excluded.public'), since: row.ref('excluded.since'),
    ends_at: row.ref('excluded.ends_at'), ended: row.ref('excluded.ended'),
  }))).execute();
}

async function daysOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('pictures').select(['id', 'days']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map(({ id, days }) => [id, days]));
}

/** After a picture's days have changed: when each of its uses ends. */
export async function endUsesAnew(tx: Tx, { id, days }: { readonly id: string; readonly days: number | null }, now: Date): Promise<void> {
  const ends = days === null ? sql<Date | null>`null::timestamptz` : sql<Date | null>`since + make_interval(days => ${days})`;
  await tx.updateTable('picture_uses').where('picture_id', '=', id).set({ ends_at: ends, end_told: false }).execute();
  await tx.updateTable('picture_uses').where('picture_id', '=', id).set({ ended: sql<boolean>`coalesce(ends_at <= ${now}, false)` }).execute();
}

/** Notes that uses have ended; says of which pictures, and of whom. Each is found once. */
export async function endUses(tx: Tx, now: Date): Promise<{ picture: string; usedBy: string }[]> {
  const ended = await tx.updateTable('picture_uses').set({ ended: true }).where('ends_at', '<=', now).where('ended', '=', false).returning(['picture_id', 'used_by']).execute();
  return ended.map((row) => ({ picture: row.picture_id, usedBy: row.used_by }));
}

/** When the next use ends; null while none does. */
export async function nextUseEnd(db: Db): Promise<Date | null> {
  const next = await db.selectFrom('picture_uses').select('ends_at').where('ends_at', 'is not', null).where('ended', '=', false)
    .orderBy('ends_at').limit(1).executeTakeFirst();
  return next?.ends_at ?? null;
}
