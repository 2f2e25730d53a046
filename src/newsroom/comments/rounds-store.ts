/** What the clock does once for all processes, and what ends with time. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';

/** Whether a round of this name may begin now, in this transaction; notes that it does. A clock that was set back holds nobody up. */
export async function beginRound(tx: Tx, { name, now, every }: { name: string; now: Date; every: number }): Promise<boolean> {
  const begun = await sql<{ name: string }>`
    insert into comment_rounds as r (name, at) values (${name}, ${now})
    on conflict (name) do update set at = excluded.at where r.at <= ${new Date(now.getTime() - every)} or r.at > ${now} returning name`.execute(tx);
  return begun.rows.length === 1;
}

/** Whether the lists of stories show a number that has changed. */
export async function untoldThreads(db: Db): Promise<boolean> {
  // In the order of the index of those: without, the database takes nearly all to be so, and walks through all to find none.
  return (await sql`select from comment_threads where approved <> told order by story_id limit 1`.execute(db)).rows.length > 0;
}

export async function noteTold(tx: Tx): Promise<void> {
  await sql`
    with changed as (select story_id from comment_threads where approved <> told order by story_id for no key update)
    update comment_threads as t set told = approved from changed where changed.story_id = t.story_id`.execute(tx);
}

/** Drafts that nobody came back for, and from which network things came. */
export async function endWhatEnds(tx: Tx, { now, networksBefore }: { now: Date; networksBefore: Date }): Promise<void> {
  await tx.deleteFrom('comment_drafts').where('ends_at', '<=', now).execute();
  await tx.updateTable('comments').set({ network: null }).where('network', 'is not', null).where('created_at', '<', networksBefore).execute();
  await tx.updateTable('comment_recommendations').set({ network: null }).where('network', 'is not', null).where('at', '<', networksBefore).execute();
}
