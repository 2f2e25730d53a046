/** Sessions: opened by a sign-in, listed, seen, ended. The browser holds the secret, the table its hash. */
import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';
import { newId } from '../text/id.ts';
import { tableOf, type Realm } from './realm.ts';
import { hashOf, newSecret } from '../text/secret.ts';

const minute = 60_000;
/** Long enough to find the telephone. */
export const secondFactorWithin = 10 * minute;
/** 'Seen' is written at most this often: reading a page is not a write. */
export const seenEvery = 10 * minute;
/** Changing how one signs in asks for a sign-in not older than this: an open laptop is no key. */
const freshFor = 60 * minute;

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly secondDue: boolean;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly agent: string;
}

export function isFresh(session: Pick<Session, 'createdAt'>, now: Date): boolean {
  return now.getTime() - session.createdAt.getTime() < freshFor;
}

/** Opens a session and gives the secret for the cookie. With `secondDue` it opens nothing yet but the page that asks for the code. */
export async function openSession(tx: Tx, realm: Realm, facts: { accountId: string; agent: string; secondDue: boolean; now: Date }): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(facts.now.getTime() + (facts.secondDue ? secondFactorWithin : realm.idle));
  await sql`insert into ${tableOf(realm, 'sessions')} (id, token_hash, account_id, second_due, created_at, seen_at, ends_at, agent)
    values (${newId()}, ${hashOf(secret)}, ${facts.accountId}, ${facts.secondDue}, ${facts.now}, ${facts.now}, ${endsAt}, ${facts.agent})`.execute(tx);
  return secret;
}

/** The session that waits for its second factor, or null. */
export async function waitingSession(db: Db, realm: Realm, facts: { secret: string; now: Date }): Promise<{ id: string; accountId: string } | null> {
  const found = await sql<{ id: string; accountId: string }>`select id, account_id as "accountId" from ${tableOf(realm, 'sessions')}
    where token_hash = ${hashOf(facts.secret)} and second_due and ends_at > ${facts.now}`.execute(db);
  return found.rows[0] ?? null;
}

/** Everything that is signed in just now, the most recently seen first. */
export async function listSessions(db: Db, realm: Realm, facts: { accountId: string; now: Date }): Promise<Session[]> {
  const found = await sql<Session>`select id, account_id as "accountId", second_due as "secondDue", created_at as "createdAt",
      seen_at as "seenAt", ends_at as "endsAt", agent from ${tableOf(realm, 'sessions')}
    where account_id = ${facts.accountId} and not second_due and ends_at > ${facts.now} order by seen_at desc, id`.execute(db);
  return found.rows;
}

/** Says that the session was seen, and with that lengthens it; at most every ten minutes, whoever asks. */
export async function sawSession(db: Db, realm: Realm, facts: { session: Session; now: Date }): Promise<void> {
  const { session, now } = facts;
  if (now.getTime() - session.seenAt.getTime() < seenEvery) return;
  const endsAt = new Date(Math.min(now.getTime() + realm.idle, session.createdAt.getTime() + realm.most));
  await sql`update ${tableOf(realm, 'sessions')} set seen_at = ${now}, ends_at = ${endsAt}
    where id = ${session.id} and seen_at = ${session.seenAt}`.execute(db);
}

/** Ends one session of the account; answers whether there was one. */
export async function endSession(tx: Tx, realm: Realm, facts: { accountId: string; id: string }): Promise<boolean> {
  const ended = await sql`delete from ${tableOf(realm, 'sessions')} where id = ${facts.id} and account_id = ${facts.accountId}`.execute(tx);
  return ended.numAffectedRows === 1n;
}

/** Ends all sessions of the account but one; how many. */
export async function endSessions(tx: Tx, realm: Realm, facts: { accountId: string; except?: string }): Promise<number> {
  const ended = await sql`delete from ${tableOf(realm, 'sessions')}
    where account_id = ${facts.accountId} and id <> ${facts.except ?? ''}`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n);
}

/** Ends the session of a cookie, whatever its state: who signs in anew leaves the old one. */
export async function dropSession(tx: Tx, realm: Realm, secret: string): Promise<void> {
  await sql`delete from ${tableOf(realm, 'sessions')} where token_hash = ${hashOf(secret)}`.execute(tx);
}
