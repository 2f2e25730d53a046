/**
 * Links that sign in: sent by mail, opening a page whose button uses them up. Looking never uses one, because
 * mail scanners look.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';
import { refuse, type Refused } from '../result.ts';
import { tableOf, type Realm } from './realm.ts';
import { hashOf, newSecret } from '../text/secret.ts';

const minute = 60_000;
/** A link to sign in lives as long as a person waits for a mail. */
export const signInLinkFor = 15 * minute;
/** An invitation, and the first link of an empty house, live for a day. */
export const invitationFor = 24 * 60 * minute;

export type LinkRefusal = Refused<'link-unknown' | 'link-used' | 'link-expired'>;

interface LinkOrder {
  readonly kind: string;
  /** Null where nobody is behind it yet. */
  readonly accountId: string | null;
  readonly endsAt: Date;
  readonly now: Date;
  /** What the link is about beside the account, in the feature's own words. */
  readonly detail?: string;
}

/** What is behind a link. */
export interface OpenedLink {
  readonly accountId: string | null;
  readonly detail: string | null;
}

/** Makes a link and gives its secret. */
export async function openLink(tx: Tx, realm: Realm, facts: LinkOrder): Promise<string> {
  const secret = newSecret();
  await sql`insert into ${tableOf(realm, 'links')} (token_hash, kind, account_id, created_at, ends_at, detail)
    values (${hashOf(secret)}, ${facts.kind}, ${facts.accountId}, ${facts.now}, ${facts.endsAt}, ${facts.detail ?? null})`.execute(tx);
  return secret;
}

interface Asked { readonly kind: string; readonly secret: string; readonly now: Date }

/** Whose link it is, or why it opens nothing. Changes nothing. */
export async function lookAtLink(db: Db, realm: Realm, asked: Asked): Promise<OpenedLink | LinkRefusal> {
  const found = await sql<OpenedLink & { endsAt: Date; usedAt: Date | null }>`select account_id as "accountId", detail,
      ends_at as "endsAt", used_at as "usedAt" from ${tableOf(realm, 'links')}
    where token_hash = ${hashOf(asked.secret)} and kind = ${asked.kind}`.execute(db);
  const link = found.rows[0];
  if (link === undefined) return refuse('link-unknown');
  if (link.usedAt !== null) return refuse('link-used');
  return link.endsAt <= asked.now ? refuse('link-expired') : { accountId: link.accountId, detail: link.detail };
}

/** Uses a link up. Of two at the same time one succeeds. */
export async function useLink(tx: Tx, realm: Realm, asked: Asked): Promise<OpenedLink | LinkRefusal> {
  const used = await sql<OpenedLink>`update ${tableOf(realm, 'links')} set used_at = ${asked.now}
    where token_hash = ${hashOf(asked.secret)} and kind = ${asked.kind} and used_at is null and ends_at > ${asked.now}
    returning account_id as "accountId", detail`.execute(tx);
  if (used.rows[0] !== undefined) return used.rows[0];
  const why = await lookAtLink(tx, realm, asked);
  return 'refused' in why ? why : refuse('link-used');
}

/** Links of this kind that the account (or nobody yet) holds stop working. */
export async function endLinks(tx: Tx, realm: Realm, facts: { kinds: readonly string[]; accountId: string | null }): Promise<void> {
  await sql`delete from ${tableOf(realm, 'links')} where kind = any(${[...facts.kinds]}::text[])
    and account_id is not distinct from ${facts.accountId}::text and used_at is null`.execute(tx);
}
