import { sql } from 'kysely';
import type { Language } from '../../platform/words/words.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Session } from '../../platform/signin/sessions.ts';
import type { Account, PublicReader } from './reader.ts';
import type { ReaderRow } from './tables.ts';

export async function readAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.selectFrom('readers').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function readAccountByEmail(db: Db, email: string): Promise<Account | null> {
  const row = await db.selectFrom('readers').selectAll().where(sql<boolean>`lower(email) = lower(${email})`).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** The account, kept as it is until the transaction ends: of two who change it the second sees what the first did. */
export async function holdAccount(tx: Tx, id: string): Promise<Account | null> {
  const row = await tx.selectFrom('readers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** Adds an account, or answers the one that has this address already: of two registrations at once both get the same. */
export async function findOrInsert(tx: Tx, account: Account): Promise<Account> {
  await holdEmail(tx, account.email);
  await tx.insertInto('readers').values({
    id: account.id, email: account.email, name: null, name_key: null, name_changed_at: null, language: account.language, created_at: account.createdAt,
    verified_at: null, seen_at: account.seenAt, told_at: null, notice_key: account.noticeKey,
  }).onConflict((same) => same.expression(sql`lower(email)`).doNothing()).execute();
  return (await readAccountByEmail(tx, account.email))!;
}

export interface AccountFields { language?: Language; name?: string; nameKey?: string; nameChangedAt?: Date; email?: string; verifiedAt?: Date; seenAt?: Date; toldAt?: Date | null }

export async function updateAccount(tx: Db, id: string, fields: AccountFields): Promise<void> {
  const { language, name, nameKey, nameChangedAt, email, verifiedAt, seenAt, toldAt } = fields;
  await tx.updateTable('readers').set({
    ...(language === undefined ? {} : { language }),
    ...(name === undefined ? {} : { name }),
    ...(nameKey === undefined ? {} : { name_key: nameKey }),
    ...(nameChangedAt === undefined ? {} : { name_changed_at: nameChangedAt }),
    ...(email === undefined ? {} : { email }),
    ...(verifiedAt === undefined ? {} : { verified_at: verifiedAt }),
    ...(seenAt === undefined ? {} : { seen_at: seenAt }),
    ...(toldAt === undefined ? {} : { told_at: toldAt }),
  }).where('id', '=', id).execute();
}

/** Whether nobody else bears a name that looks like this one; whoever asks for the same at the same time waits. */
export async function isNameFree(tx: Tx, key: string, account: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reader-name:${key}`}, 0))`.execute(tx);
  return (await tx.selectFrom('readers').select('id').where('name_key', '=', key).where('id', '<>', account).executeTakeFirst()) === undefined;
}

/** Gives the account this address, unless somebody else has proven it: an address that was only typed stands in nobody's way. */
export async function takeEmailFor(tx: Tx, email: string, account: string): Promise<boolean> {
  await holdEmail(tx, email);
  // The database alone says what is small: of a dotted capital I it has another opinion than we.
  const same = sql<boolean>`lower(email) = lower(${email})`;
  await tx.deleteFrom('readers').where(same).where('verified_at', 'is', null).execute();
  if ((await tx.selectFrom('readers').select('id').where(same).where('id', '<>', account).executeTakeFirst()) !== undefined) return false;
  await updateAccount(tx, account, { email });
  return true;
}

/** Until the transaction ends nobody else takes this address. */
async function holdEmail(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reader-email:${email.toLowerCase()}`}, 0))`.execute(tx);
}

/** With everything that hangs on it: sign-in, sessions, keys, links, switched-off notices. */
export async function deleteAccount(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('readers').where('id', '=', id).execute();
}

/** Whose session it is: one look-up by index. */
export async function readSignedIn(db: Db, tokenHash: string, now: Date): Promise<{ account: Account; session: Session } | null> {
  const row = await db.selectFrom('reader_sessions as s').innerJoin('readers as r', 'r.id', 's.account_id')
    .selectAll('r').select(['s.id as session_id', 's.created_at as began_at', 's.seen_at as session_seen_at', 's.ends_at', 's.agent'])
    .where('s.token_hash', '=', tokenHash).where('s.second_due', '=', false).where('s.ends_at', '>', now).where('r.verified_at', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const session = { id: row.session_id, accountId: row.id, secondDue: false, createdAt: row.began_at, seenAt: row.session_seen_at, endsAt: row.ends_at, agent: row.agent };
  return { account: accountOf(row), session };
}

/** What everybody may know of these, in one query; who is gone or never came is absent. */
export async function readersById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PublicReader>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('readers').select(['id', 'name', 'created_at']).where('id', 'in', [...new Set(ids)]).where('verified_at', 'is not', null).execute();
  return new Map(rows.map((row) => [row.id, { id: row.id, name: row.name!, createdAt: row.created_at }]));
}

export function accountOf(row: ReaderRow): Account {
  return {
    id: row.id, email: row.email, name: row.name, nameChangedAt: row.name_changed_at, language: row.language, createdAt: row.created_at,
    verifiedAt: row.verified_at, seenAt: row.seen_at, toldAt: row.told_at, noticeKey: row.notice_key,
  };
}
