/** Recommendations: one row per reader and comment; the comment's number follows within seconds, without a row that all wait for. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inOrder } from './deciding-store.ts';

export interface Recommendation {
  readonly comment: string;
  readonly reader: string;
  readonly network: string | null;
  readonly at: Date;
}

/** Keeps a recommendation; the same reader's second one changes nothing. Beyond `perNetwork` from one network it does not count. */
export async function insertRecommendation(tx: Tx, { comment, reader, network, at }: Recommendation, perNetwork: number): Promise<void> {
  // Those of one network wait for each other, so that none is counted past by another of the same moment.
  if (network !== null) await sql`select pg_advisory_xact_lock(hashtextextended(${`${comment} ${network}`}, 0))`.execute(tx);
  await sql`
    insert into comment_recommendations as r (comment_id, reader_id, at, network, counts)
    values (${comment}, ${reader}, ${at}, ${network}, ${network}::text is null or
      (select count(*) from comment_recommendations where comment_id = ${comment} and network = ${network} and counts and not withdrawn) < ${perNetwork})
    on conflict (comment_id, reader_id) do update set withdrawn = false, counted = false, network = excluded.network, counts = excluded.counts where r.withdrawn`.execute(tx);
}

export async function withdrawRecommendation(tx: Tx, comment: string, reader: string): Promise<void> {
  await tx.updateTable('comment_recommendations').set({ withdrawn: true, counted: false }).where('comment_id', '=', comment).where('reader_id', '=', reader).where('withdrawn', '=', false).execute();
}

export async function hasRecommended(db: Db, comment: string, reader: string): Promise<boolean> {
  const row = await db.selectFrom('comment_recommendations').select('withdrawn').where('comment_id', '=', comment).where('reader_id', '=', reader).executeTakeFirst();
  return row?.withdrawn === false;
}

/** Brings the numbers of comments up to date that somebody recommended since; answers the stories whose pages show them. Of many processes one does it. */
export async function countRecommendations(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ story: string }>`
    with fresh as (
      select comment_id, reader_id from comment_recommendations where not counted order by comment_id, reader_id limit 5000 for update skip locked
    ), noted as (
      update comment_recommendations as r set counted = true from fresh where r.comment_id = fresh.comment_id and r.reader_id = fresh.reader_id returning r.comment_id
    ), held as (
      select id from comments where id in (select comment_id from noted) ${inOrder} for no key update
    )
    update comments as c set recommendations = (select count(*) from comment_recommendations as r where r.comment_id = c.id and r.counts and not r.withdrawn)
    where c.id in (select id from held) returning c.story_id as story`.execute(tx);
  return [...new Set(rows.map(({ story }) => story))];
}

export async function hasUncounted(db: Db): Promise<boolean> {
  return (await db.selectFrom('comment_recommendations').select('comment_id').where('counted', '=', false).limit(1).executeTakeFirst()) !== undefined;
}
