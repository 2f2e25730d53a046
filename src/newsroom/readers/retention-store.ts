import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Account } from './reader.ts';
import { accountOf } from './store.ts';
import type { ReaderRow } from './tables.ts';

/** Addresses that were typed and never confirmed. */
export async function dropLongUnverified(db: Db, createdBefore: Date): Promise<number> {
  const gone = await db.deleteFrom('readers').where('verified_at', 'is', null).where('created_at', '<=', createdBefore).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Marks who is told now, and gives them; two processes never tell the same. */
export async function markTold(tx: Tx, { seenBefore, now, limit }: { seenBefore: Date; now: Date; limit: number }): Promise<Account[]> {
  const { rows } = await sql<ReaderRow>`update readers set told_at = ${now} where id in (
      select id from readers where verified_at is not null and seen_at <= ${seenBefore} and told_at is null order by seen_at limit ${limit} for update skip locked)
    returning *`.execute(tx);
  return rows.map(accountOf);
}

/** Who was told and has not come since, locked. */
export async function takeLongUnused(tx: Tx, { seenBefore, toldBefore, limit }: { seenBefore: Date; toldBefore: Date; limit: number }): Promise<Account[]> {
  const rows = await tx.selectFrom('readers').selectAll().where('verified_at', 'is not', null).where('seen_at', '<=', seenBefore).where('told_at', '<=', toldBefore)
    .orderBy('seen_at').limit(limit).forUpdate().skipLocked().execute();
  return rows.map(accountOf);
}
