/** What an account proves itself with: a password, codes from an app, codes on paper. All optional; a link by mail is the ground. */
import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';
import { tableOf, type Realm } from './realm.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { newTotpSecret, totpMatch } from './totp.ts';

export interface Credentials {
  readonly password: string | null;
  readonly totpSecret: string | null;
  /** Null while the app has not yet shown its first code. */
  readonly totpSince: Date | null;
  readonly totpStep: number;
  /** How many codes on paper are left. */
  readonly recoveryCodes: number;
}

const none: Credentials = { password: null, totpSecret: null, totpSince: null, totpStep: 0, recoveryCodes: 0 };

export async function readCredentials(db: Db, realm: Realm, accountId: string): Promise<Credentials> {
  const found = await sql<Credentials>`select password, totp_secret as "totpSecret", totp_since as "totpSince", totp_step::int as "totpStep",
      (select count(*)::int from ${tableOf(realm, 'recovery_codes')} where account_id = ${accountId}) as "recoveryCodes"
    from ${tableOf(realm, 'credentials')} where account_id = ${accountId}`.execute(db);
  return found.rows[0] ?? none;
}

export function needsSecondFactor(credentials: Credentials): boolean {
  return credentials.totpSince !== null;
}

/** Keeps a password already hashed; null takes it away. */
export async function keepPassword(tx: Tx, realm: Realm, facts: { accountId: string; hash: string | null }): Promise<void> {
  await sql`insert into ${tableOf(realm, 'credentials')} (account_id, password) values (${facts.accountId}, ${facts.hash})
    on conflict (account_id) do update set password = excluded.password`.execute(tx);
}

/** A new secret for an app. It counts only once `confirmTotp` has seen a code of it; one that already counts stays. */
export async function proposeTotp(tx: Tx, realm: Realm, accountId: string): Promise<void> {
  await sql`insert into ${tableOf(realm, 'credentials')} as kept (account_id, totp_secret) values (${accountId}, ${newTotpSecret()})
    on conflict (account_id) do update set totp_secret = excluded.totp_secret, totp_step = 0 where kept.totp_since is null`.execute(tx);
}

/** Switches the app on by its first code, and gives the recovery codes, this once. Null: the code is wrong. */
export async function confirmTotp(tx: Tx, realm: Realm, facts: { accountId: string; code: string; now: Date }): Promise<readonly string[] | null> {
  if (!(await useTotp(tx, realm, facts))) return null;
  await sql`update ${tableOf(realm, 'credentials')} set totp_since = ${facts.now} where account_id = ${facts.accountId}`.execute(tx);
  return renewRecoveryCodes(tx, realm, facts.accountId);
}

export async function dropTotp(tx: Tx, realm: Realm, accountId: string): Promise<void> {
  await sql`update ${tableOf(realm, 'credentials')} set totp_secret = null, totp_since = null, totp_step = 0 where account_id = ${accountId}`.execute(tx);
  await sql`delete from ${tableOf(realm, 'recovery_codes')} where account_id = ${accountId}`.execute(tx);
}

/** Ten new codes on paper; the old ones are void. */
export async function renewRecoveryCodes(tx: Tx, realm: Realm, accountId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await sql`delete from ${tableOf(realm, 'recovery_codes')} where account_id = ${accountId}`.execute(tx);
  await sql`insert into ${tableOf(realm, 'recovery_codes')} (code_hash, account_id)
    select unnest(${codes.map(recoveryCodeHash)}::text[]), ${accountId}`.execute(tx);
  return codes;
}

/** Whether the code opens: six digits of the app, never twice; or a code on paper, which is gone with it. */
export async function useSecondFactor(tx: Tx, realm: Realm, facts: { accountId: string; code: string; now: Date }): Promise<'totp' | 'recovery' | null> {
  const code = facts.code.replaceAll(/[\s-]/gu, '');
  if (/^\d{6}$/u.test(code)) return (await useTotp(tx, realm, { ...facts, code })) ? 'totp' : null;
  const gone = await sql`delete from ${tableOf(realm, 'recovery_codes')}
    where account_id = ${facts.accountId} and code_hash = ${recoveryCodeHash(code)}`.execute(tx);
  return gone.numAffectedRows === 1n ? 'recovery' : null;
}

async function useTotp(tx: Tx, realm: Realm, facts: { accountId: string; code: string; now: Date }): Promise<boolean> {
  const { totpSecret, totpStep } = await readCredentials(tx, realm, facts.accountId);
  if (totpSecret === null) return false;
  const step = totpMatch({ secret: totpSecret, code: facts.code.replaceAll(/\s/gu, ''), now: facts.now, lastStep: totpStep });
  if (step === null) return false;
  // The guard, not the reading above, decides between two at the same time.
  const used = await sql`update ${tableOf(realm, 'credentials')} set totp_step = ${step}
    where account_id = ${facts.accountId} and totp_secret = ${totpSecret} and totp_step < ${step}`.execute(tx);
  return used.numAffectedRows === 1n;
}
