/** What the newsroom has decided about the accounts of its readers. */
import { refuse, type Refused } from '../../platform/result.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** A name is how others know a person in a debate: whoever changes it every day is nobody. */
export const nameStaysFor = 30 * day;
/** The first link of an address opens nothing that anybody could lose, and mails are read in the evening. */
export const firstLinkFor = 24 * hour;
/** A new address is confirmed on whatever device the mail arrives on. */
export const newEmailLinkFor = 24 * hour;
/** As long as a device shows its question. */
export const challengeFor = 5 * minute;
/** A telephone company hides thousands of readers behind one address; a program that writes to strangers needs far more. */
export const linksOfNetwork = { name: 'link-network', most: 120, within: hour } as const;
/** A drawer full of devices; more is a mistake or an attempt. */
export const mostPasskeys = 10;

/** An address that somebody typed and nobody confirmed is a stranger's for all we know: gone after a week, when the link is long dead. */
export const unverifiedFor = 7 * day;
/** Nobody keeps what is not needed (Swiss Data Protection Act, art. 6; GDPR, art. 5): after three years without a visit it is not. */
export const unusedFor = 3 * year;
/** Two months to read the mail that says so, holidays included. */
export const removedAfterTelling = 60 * day;
/** The last visit is kept to the day: more would be a diary. */
export const seenEvery = day;

/** From when a name may be changed again; null: now. A clock that was set back holds nobody. */
export function nameFreeAt(changedAt: Date | null, now: Date): Date | null {
  if (changedAt === null || changedAt > now) return null;
  const free = new Date(changedAt.getTime() + nameStaysFor);
  return free > now ? free : null;
}

export function mayRename(changedAt: Date | null, now: Date): Refused<'name-changed-lately'> | null {
  const free = nameFreeAt(changedAt, now);
  return free === null ? null : refuse('name-changed-lately', { days: Math.max(1, Math.ceil((free.getTime() - now.getTime()) / day)) });
}

/** Whether a visit is to be noted: once a day, and at once where the account was about to go. */
export function isNews(account: { readonly seenAt: Date; readonly toldAt: Date | null }, now: Date): boolean {
  return account.toldAt !== null || now.getTime() - account.seenAt.getTime() >= seenEvery;
}

/** Where to go after signing in: a path of this site, never another one, never back to the door. */
export function nextPath(wish: string | undefined): string {
  const base = 'http://site.invalid';
  if (wish === undefined || wish.length > 500 || !wish.startsWith('/') || !URL.canParse(wish, base)) return home;
  const { origin, pathname, search, hash } = new URL(wish, base);
  // A browser takes `//` for another site, and a path of dots may become one: `/.//elsewhere.example`.
  const isOurs = origin === base && !pathname.startsWith('//') && !/^\/(?:api|desk)(?:\/|$)/u.test(pathname) && !/^\/konto\/.+/u.test(pathname);
  return isOurs ? pathname + search + hash : home;
}

export const home = '/konto';
