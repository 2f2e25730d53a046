/** Who is reading which waiting comment. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Actor } from '../../../platform/feature.ts';
import { heldFor } from './rules.ts';

export interface HoldOrder {
  readonly id: string;
  readonly by: Pick<Actor, 'id' | 'name'>;
  readonly until: Date;
  readonly now: Date;
}

/** Whether somebody has it: until it ends, and never longer than a hold lasts, since a clock that was set back leaves ends in a far future. */
export const isHeld = (ends: RawBuilder<unknown>, now: Date) => sql<boolean>`(${ends} > ${now} and ${ends} <= ${new Date(now.getTime() + heldFor)})`;

/** One sentence decides between two who reach for the same comment. Null: somebody else has it, or it waits no more. */
export async function takeHold(tx: Tx, { id, by, until, now }: HoldOrder): Promise<'taken' | 'renewed' | null> {
  const { rows: [row] } = await sql<{ mine: boolean }>`
    with before as (select holder_id = ${by.id} and ${isHeld(sql.ref('ends_at'), now)} as mine from comment_holds where comment_id = ${id})
    insert into comment_holds as h (comment_id, holder_id, holder_name, ends_at)
    select id, ${by.id}, ${by.name}, ${until} from comments where id = ${id} and state = 'pending'
    on conflict (comment_id) do update set holder_id = excluded.holder_id, holder_name = excluded.holder_name, ends_at = excluded.ends_at
      where not ${isHeld(sql.ref('h.ends_at'), now)} or h.holder_id = ${by.id}
    returning coalesce((select mine from before), false) as mine`.execute(tx);
  if (row === undefined) return null;
  return row.mine ? 'renewed' : 'taken';
}

export async function deleteHold(tx: Tx, { id, holder }: { id: string; holder: string }): Promise<boolean> {
  const deleted = await tx.deleteFrom('comment_holds').where('comment_id', '=', id).where('holder_id', '=', holder).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function holderOf(db: Db, id: string, now: Date): Promise<{ id: string; name: string } | null> {
  const row = await db.selectFrom('comment_holds').select(['holder_id', 'holder_name']).where('comment_id', '=', id).where(isHeld(sql.ref('ends_at'), now)).executeTakeFirst();
  return row === undefined ? null : { id: row.holder_id, name: row.holder_name };
}

/** Holds that ended by themselves leave no row behind; whoever is being renewed in this moment is passed over. */
export async function clearHolds(tx: Tx, now: Date): Promise<void> {
  await sql`delete from comment_holds where comment_id in (select comment_id from comment_holds where not ${isHeld(sql.ref('ends_at'), now)} for update skip locked)`.execute(tx);
}
