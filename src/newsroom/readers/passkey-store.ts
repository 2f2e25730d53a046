import type { Db, Tx } from '../../platform/database/database.ts';
import type { Passkey } from './reader.ts';

/** A passkey with what checks its answers. */
export interface WholePasskey extends Passkey {
  readonly accountId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

export async function listPasskeys(db: Db, account: string): Promise<WholePasskey[]> {
  const rows = await db.selectFrom('reader_passkeys').selectAll().where('account_id', '=', account).orderBy('created_at').orderBy('id').execute();
  return rows.map(passkeyOf);
}

export async function readPasskey(db: Db, id: string): Promise<WholePasskey | null> {
  const row = await db.selectFrom('reader_passkeys').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : passkeyOf(row);
}

/** False where this key is known already, to whomever. */
export async function insertPasskey(tx: Tx, passkey: WholePasskey): Promise<boolean> {
  const done = await tx.insertInto('reader_passkeys').values({
    id: passkey.id, account_id: passkey.accountId, public_key: Buffer.from(passkey.publicKey), counter: passkey.counter, transports: [...passkey.transports],
    made_on: passkey.madeOn, created_at: passkey.createdAt, used_at: null,
  }).onConflict((same) => same.column('id').doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Notes the use. False where the counter is not above the one kept: a copy of the key, or the same answer twice. Keys without a counter stay at 0. */
export async function usedPasskey(tx: Tx, { id, counter, now }: { id: string; counter: number; now: Date }): Promise<boolean> {
  const done = await tx.updateTable('reader_passkeys').set({ counter, used_at: now }).where('id', '=', id)
    .where((is) => is.or([is('counter', '<', counter), is.and([is('counter', '=', 0), is(is.val(counter), '=', 0)])])).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function deletePasskey(tx: Tx, { id, account }: { id: string; account: string }): Promise<boolean> {
  const gone = await tx.deleteFrom('reader_passkeys').where('id', '=', id).where('account_id', '=', account).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

function passkeyOf(row: { id: string; account_id: string; public_key: Buffer; counter: number; transports: string[]; made_on: string; created_at: Date; used_at: Date | null }): WholePasskey {
  return {
    id: row.id, accountId: row.account_id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter), transports: row.transports,
    madeOn: row.made_on, createdAt: row.created_at, usedAt: row.used_at,
  };
}
