import type { Db, Tx } from '../../platform/database/database.ts';

export async function mutedKinds(db: Db, account: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('reader_muted').select('kind').where('account_id', '=', account).execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** Switches a kind of notices off or on again. Repeatable. */
export async function muteKind(tx: Tx, { account, kind, muted, now }: { account: string; kind: string; muted: boolean; now: Date }): Promise<void> {
  if (muted) await tx.insertInto('reader_muted').values({ account_id: account, kind, muted_at: now }).onConflict((same) => same.columns(['account_id', 'kind']).doNothing()).execute();
  else await tx.deleteFrom('reader_muted').where('account_id', '=', account).where('kind', '=', kind).execute();
}
