/** What the newsroom sees of a reader. */
import type { Db } from '../../platform/database/database.ts';
import { isReader, type ReaderForDesk } from './reader.ts';
import { readAccount } from './store.ts';

/** For act `reader.read`: enough to judge what somebody wrote. Null: no such account, or one that was never confirmed. */
export async function readerForDesk(db: Db, id: string): Promise<ReaderForDesk | null> {
  const account = await readAccount(db, id);
  if (!isReader(account)) return null;
  const { name, language, createdAt, verifiedAt, seenAt } = account;
  return { id, name, language, createdAt, verifiedAt, seenAt };
}

/** For act `reader.read-email`, which the caller checks and records. */
export async function readerEmail(db: Db, id: string): Promise<string | null> {
  const account = await readAccount(db, id);
  return isReader(account) ? account.email : null;
}
