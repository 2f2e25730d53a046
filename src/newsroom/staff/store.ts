import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Session } from '../../platform/signin/sessions.ts';
import type { Language } from '../../platform/words/words.ts';
import type { Person, Token } from './person.ts';
import type { Role } from './roles.ts';
import type { StaffRow, TokenRow } from './tables.ts';

export async function readPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

export async function readPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const row = await db.selectFrom('staff').selectAll().where((is) => is(is.fn<string>('lower', ['email']), '=', email.toLowerCase())).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

/** Everybody, by name. A newsroom's staff fits one answer. */
export async function listPeople(db: Db): Promise<Person[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy((is) => is.fn('lower', ['name'])).orderBy('id').execute();
  return rows.map(personOf);
}

/** How many administrators can enter today. Those that were invited and have not come do not count. */
export async function countAdministrators(db: Db): Promise<number> {
  const { count } = await db.selectFrom('staff').select((is) => is.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator').where('may_sign_in', '=', true).where('joined_at', 'is not', null).where('suspended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Lets nobody else change who works here until this transaction ends: counting administrators must hold. */
export async function lockPeople(tx: Tx): Promise<void> {
  await sql`lock table staff in share row exclusive mode`.execute(tx);
}

export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await tx.insertInto('staff').values({
    id: person.id, name: person.name, email: person.email, role: person.role, language: person.language, may_sign_in: person.maySignIn,
    invited_at: person.invitedAt, joined_at: person.joinedAt, suspended_at: person.suspendedAt,
  }).execute();
}

export interface PersonFields { name?: string; role?: Role; language?: Language; joinedAt?: Date; suspendedAt?: Date | null }

export async function updatePerson(tx: Tx, id: string, fields: PersonFields): Promise<void> {
  const { name, role, language, joinedAt, suspendedAt } = fields;
  if (Object.values(fields).every((value) => value === undefined)) return;
  await tx.updateTable('staff').set({
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(language === undefined ? {} : { language }),
    ...(joinedAt === undefined ? {} : { joined_at: joinedAt }),
    ...(suspendedAt === undefined ? {} : { suspended_at: suspendedAt }),
  }).where('id', '=', id).execute();
}

/** Removes a person who never could sign in. Answers whether there was one. */
export async function deleteNameOnly(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('staff').where('id', '=', id).where('may_sign_in', '=', false).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** Whose session it is: one look-up by index. Null for one that ended, waits for its second factor, or whose person may not enter. */
export async function readSignedIn(db: Db, tokenHash: string, now: Date): Promise<{ person: Person; session: Session } | null> {
  const row = await db.selectFrom('staff_sessions as s').innerJoin('staff as p', 'p.id', 's.account_id')
    .selectAll('p').select(['s.id as session_id', 's.created_at', 's.seen_at', 's.ends_at', 's.agent'])
    .where('s.token_hash', '=', tokenHash).where('s.second_due', '=', false).where('s.ends_at', '>', now)
    .where('p.suspended_at', 'is', null).where('p.may_sign_in', '=', true)
    .executeTakeFirst();
  if (row === undefined) return null;
  const session = { id: row.session_id, accountId: row.id, secondDue: false, createdAt: row.created_at, seenAt: row.seen_at, endsAt: row.ends_at, agent: row.agent };
  return { person: personOf(row), session };
}

export async function readToken(db: Db, tokenHash: string): Promise<Token | null> {
  const row = await db.selectFrom('tokens').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

export async function readTokenById(db: Db, id: string): Promise<Token | null> {
  const row = await db.selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

export async function listTokens(db: Db): Promise<Token[]> {
  const rows = await db.selectFrom('tokens').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map(tokenOf);
}

export async function insertToken(tx: Tx, token: Token, tokenHash: string): Promise<void> {
  await tx.insertInto('tokens').values({
    id: token.id, name: token.name, role: token.role, token_hash: tokenHash, created_at: token.createdAt,
    created_by_name: token.createdByName, ends_at: token.endsAt, last_used_at: null,
  }).execute();
}

export async function deleteToken(tx: Tx, id: string): Promise<Token | null> {
  const row = await tx.deleteFrom('tokens').where('id', '=', id).returningAll().executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

export async function sawToken(db: Db, token: Token, now: Date): Promise<void> {
  await db.updateTable('tokens').set({ last_used_at: now }).where('id', '=', token.id).execute();
}

function personOf(row: StaffRow): Person {
  return {
    id: row.id, name: row.name, email: row.email, role: row.role, language: row.language, maySignIn: row.may_sign_in,
    invitedAt: row.invited_at, joinedAt: row.joined_at, suspendedAt: row.suspended_at,
  };
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id, name: row.name, role: row.role, createdAt: row.created_at, createdByName: row.created_by_name,
    endsAt: row.ends_at, lastUsedAt: row.last_used_at,
  };
}
