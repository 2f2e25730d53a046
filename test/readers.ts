/** Readers for tests of what they do, without the way through their door. */
import { readerRealm } from '../src/newsroom/readers/who.ts';
import { cookieName } from '../src/platform/signin/cookies.ts';
import { cookieBase } from '../src/platform/signin/realm.ts';
import type { House } from '../src/platform/feature.ts';
import '../src/newsroom/readers/tables.ts';

/** A verified reader with this id, once however often it is asked for; called «<Id> Müller». */
export async function insertReader({ db, clock }: Pick<House, 'db' | 'clock'>, id: string): Promise<void> {
  const now = clock.now();
  const row = { id, email: `${id}@leser.example`, name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Müller`, name_key: `${id}müller`, language: 'de', created_at: now, verified_at: now, seen_at: now, notice_key: id } as const;
  await db.insertInto('readers').values(row).onConflict((conflict) => conflict.doNothing()).execute();
}

/** How the cookie of a reader's session is called at this address. */
export function readerCookieName(url: string): string {
  return cookieName(url, cookieBase(readerRealm));
}
