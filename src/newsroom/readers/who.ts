/** Which reader stands behind a request: by the session's cookie, which is set at sign-in and not before. */
import type { Actor, House } from '../../platform/feature.ts';
import { cookieName, readCookie } from '../../platform/signin/cookies.ts';
import { cookieBase, type Realm } from '../../platform/signin/realm.ts';
import { sawSession, type Session } from '../../platform/signin/sessions.ts';
import { hashOf } from '../../platform/text/secret.ts';
import { isReader, type Reader } from './reader.ts';
import { isNews } from './rules.ts';
import { readSignedIn, updateAccount } from './store.ts';

const day = 24 * 60 * 60_000;
/** A reader who comes every second month stays signed in; a telephone that was sold does not for ever. */
export const readerRealm: Realm = { name: 'reader', idle: 60 * day, most: 365 * day };

export interface SignedInReader {
  readonly reader: Reader;
  readonly session: Session;
}

type Lent = Pick<House, 'db' | 'clock' | 'settings'>;

/** The reader of a request, or null. Nothing is remembered between requests: what was ended counts at once. */
export async function readerOf(house: Lent, request: Request): Promise<Reader | null> {
  return (await signedInReader(house, request))?.reader ?? null;
}

export async function signedInReader(house: Lent, request: Request): Promise<SignedInReader | null> {
  const secret = readerCookie(house, request);
  if (secret === null) return null;
  const now = house.clock.now();
  const found = await readSignedIn(house.db, hashOf(secret), now);
  if (found === null || !isReader(found.account)) return null;
  await sawSession(house.db, readerRealm, { session: found.session, now });
  if (isNews(found.account, now)) await updateAccount(house.db, found.account.id, { seenAt: now, toldAt: null });
  return { reader: found.account, session: found.session };
}

export function readerCookie(house: Pick<House, 'settings'>, request: Request): string | null {
  return readCookie(request, cookieName(house.settings.publicUrl, cookieBase(readerRealm)));
}

/** A reader as who acts: by id alone, because the log of acts outlives the account. */
export function actorOf({ id }: { readonly id: string }): Actor {
  return { kind: 'reader', id, name: '', role: null };
}
