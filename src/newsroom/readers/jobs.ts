/**
 * What is kept of readers, and for how long: looked after once an hour in each process. Every step is guarded, so that
 * any number of processes may take it at once.
 */
import type { Db } from '../../platform/database/database.ts';
import type { Actor, House } from '../../platform/feature.ts';
import { sweepSignin } from '../../platform/signin/sweep.ts';
import { removeAccount } from './leaving.ts';
import { mailAbout } from './mailing.ts';
import { dropLongUnverified, markTold, takeLongUnused } from './retention-store.ts';
import { removedAfterTelling, unusedFor, unverifiedFor } from './rules.ts';
import { readerRealm } from './who.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
/** So many in one transaction; the rest an hour later. */
const batch = 100;
const looked = new WeakMap<Db, number>();

/** At most once an hour in each process; a clock that was set back does not stop it. */
export async function keepRetention(house: House): Promise<void> {
  const now = house.clock.now();
  if (Math.abs(now.getTime() - (looked.get(house.db) ?? 0)) < hour) return;
  looked.set(house.db, now.getTime());
  await sweepSignin(house.db, readerRealm, now);
  await dropLongUnverified(house.db, before(now, unverifiedFor));
  await tellUnused(house);
  await removeUnused(house);
}

/** Says to whoever has not come for years that the account will go; a visit after that keeps it. */
export async function tellUnused(house: House): Promise<number> {
  return house.act(keeper, async (tools) => {
    const told = await markTold(tools.db, { seenBefore: before(tools.now, unusedFor), now: tools.now, limit: batch });
    for (const account of told) {
      await mailAbout(tools, { account, kind: 'unused', values: { days: removedAfterTelling / day }, button: `${house.settings.publicUrl}/konto/anmelden` });
    }
    return told.length;
  });
}

/** Removes who was told long enough ago and has not come since. */
export async function removeUnused(house: House): Promise<number> {
  return house.act(keeper, async (tools) => {
    const unused = await takeLongUnused(tools.db, { seenBefore: before(tools.now, unusedFor), toldBefore: before(tools.now, removedAfterTelling), limit: batch });
    for (const account of unused) await removeAccount(house, tools, { account, act: 'reader.expire', mail: 'expired' });
    return unused.length;
  });
}

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}

const keeper: Actor = { kind: 'program', id: 'reader-retention', name: 'Broadsheet', role: null };
