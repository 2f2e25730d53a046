import './tables.ts';
import type { Db } from '../../platform/database/database.ts';

/** The key of this name that begins at this instant: the one that is kept, or this new one. Of many processes all get the same. */
export async function keepKey(db: Db, key: { readonly name: string; readonly startsAt: Date; readonly secret: string }): Promise<string> {
  const values = { name: key.name, starts_at: key.startsAt, secret: key.secret };
  await db.insertInto('comment_keys').values(values).onConflict((conflict) => conflict.doNothing()).execute();
  const kept = await db.selectFrom('comment_keys').select('secret').where('name', '=', key.name).where('starts_at', '=', key.startsAt).executeTakeFirstOrThrow();
  return kept.secret;
}

/** Keys of ended periods go, and with them what their hashes meant. */
export async function dropKeys(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('comment_keys').where('starts_at', '<', before).execute();
}
