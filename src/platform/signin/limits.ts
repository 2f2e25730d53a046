/** How often somebody may try. Counted in the database, so that all processes count together. */
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import { refuse, type Refused } from '../result.ts';
import { tableOf, type Realm } from './realm.ts';
import { hashOf } from '../text/secret.ts';

const minute = 60_000;

export interface Limit {
  /** Part of the key: the same person has one count for passwords and another for mails. */
  readonly name: string;
  readonly most: number;
  readonly within: number;
  /** Whose it is, is an address, and all that lead to one mailbox count together. */
  readonly ofMailbox?: true;
}

/** Ten wrong passwords are a forgotten one; a guesser gets 960 a day, of which a password of twelve letters knows nothing. */
export const passwordsOfAccount: Limit = { name: 'password-account', most: 10, within: 15 * minute };
/** A newsroom behind one address signs in together in the morning. */
export const passwordsOfAddress: Limit = { name: 'password-address', most: 60, within: 15 * minute };
/** Mails that nobody asked for are a nuisance. */
export const linksOfAccount: Limit = { name: 'link-account', most: 5, within: 60 * minute, ofMailbox: true };
export const linksOfAddress: Limit = { name: 'link-address', most: 30, within: 60 * minute };
/** Three of a million codes are right at a time: five tries in a quarter of an hour, twenty a day. */
export const codesOfAccount: Limit = { name: 'code-account', most: 5, within: 15 * minute };
export const codesOfAccountDaily: Limit = { name: 'code-account-day', most: 20, within: 24 * 60 * minute };

export type TooMany = Refused<'too-many-attempts'>;

/**
 * Counts one try against a limit and refuses when it was one too many. It counts before the try is judged and in
 * its own transaction, so that neither many at once nor a rollback hides one.
 */
export async function countAttempt(db: Db, realm: Realm, facts: { limit: Limit; whose: string; now: Date }): Promise<TooMany | null> {
  const { limit, now } = facts;
  const counted = await sql<{ count: number; endsAt: Date }>`insert into ${tableOf(realm, 'attempts')} as kept (key_hash, count, ends_at)
    values (${keyOf(limit, facts.whose)}, 1, ${new Date(now.getTime() + limit.within)})
    on conflict (key_hash) do update set
      count = case when kept.ends_at <= ${now} then 1 else kept.count + 1 end,
      ends_at = case when kept.ends_at <= ${now} then excluded.ends_at else kept.ends_at end
    returning count, ends_at as "endsAt"`.execute(db);
  const row = counted.rows[0]!;
  if (row.count <= limit.most) return null;
  return refuse('too-many-attempts', { minutes: Math.max(1, Math.ceil((row.endsAt.getTime() - now.getTime()) / minute)) });
}

/** Whoever got in starts again from nothing. */
export async function forgetAttempts(db: Db, realm: Realm, facts: { limits: readonly Limit[]; whose: string }): Promise<void> {
  const keys = facts.limits.map((limit) => keyOf(limit, facts.whose));
  await sql`delete from ${tableOf(realm, 'attempts')} where key_hash = any(${keys}::text[])`.execute(db);
}

function keyOf(limit: Limit, whose: string): string {
  return hashOf(`${limit.name}:${limit.ofMailbox === true ? mailboxOf(whose) : whose.trim().toLowerCase()}`);
}
