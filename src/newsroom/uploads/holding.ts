/**
 * One writer at a time for each upload, of all processes: a lease in its row. Whoever comes back after a cut line asks
 * the request that still hangs on the dead one to let go, as the tus protocol advises.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS } from '@tus/server';
import type { Lock, Locker } from '@tus/server';
import type { House, Tools } from '../../platform/feature.ts';
import { keepHold, letGo, readUpload, takeHold, wantHold } from './store.ts';
import { uploadsThemselves } from './themselves.ts';

/** A process that was killed holds nothing after this, in milliseconds. */
const lease = 10_000;
const renewedEvery = 500;
const askedEvery = 100;
/** Longer than a lease, so that whoever waits for a dead process gets its turn. */
const patience = 15_000;

export function createLocker(house: House): Locker {
  return { newLock: (id) => createLock(house, id) };
}

function createLock(house: House, id: string): Lock {
  const holder = randomUUID();
  const act = <T>(work: (tools: Tools) => Promise<T>) => house.act(uploadsThemselves, work);
  const until = (now: Date) => new Date(now.getTime() + lease);
  let renewing: NodeJS.Timeout | undefined;
  return {
    async lock(signal, release) {
      const end = performance.now() + patience;
      while (!(await act(({ db, now }) => takeHold(db, { id, holder, now, until: until(now) })))) {
        if ((await readUpload(house.db, id)) === null) throw ERRORS.FILE_NOT_FOUND;
        if (signal.aborted || performance.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
        await act(({ db }) => wantHold(db, id));
        await pause(askedEvery);
      }
      renewing = setInterval(() => {
        // Without the database nobody knows whose turn it is: better to stop and be asked again.
        void act(({ db, now }) => keepHold(db, { id, holder, until: until(now) })).catch(() => 'lost').then((held) => held !== 'held' && release());
      }, renewedEvery);
    },
    async unlock() {
      clearInterval(renewing);
      await act(({ db, now }) => letGo(db, { id, holder, now }));
    },
  };
}
