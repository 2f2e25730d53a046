import type { Db } from '../../platform/database/database.ts';
import type { House } from '../../platform/feature.ts';
import { sweepMails } from '../../platform/mail/send.ts';
import { sweepSignin } from '../../platform/signin/sweep.ts';
import { staffRealm } from './who.ts';

const hour = 60 * 60_000;
const swept = new WeakMap<Db, number>();

/** Throws away what has ended at the door, and mails that went long ago, once an hour in each process; doing it twice does no harm. */
export async function signinSweep(house: Pick<House, 'db' | 'clock' | 'settings'>): Promise<void> {
  const now = house.clock.now();
  if (now.getTime() - (swept.get(house.db) ?? 0) < hour) return;
  swept.set(house.db, now.getTime());
  await sweepSignin(house.db, staffRealm, now);
  await sweepMails(house, now);
}
