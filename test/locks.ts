/** Whoever waits in the database, for tests of two at once: an event, not a pause. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { TestHouse } from './house.ts';

/** Resolves when exactly so many transactions wait for a lock. */
export async function untilWaiting({ house }: Pick<TestHouse, 'house'>, count: number): Promise<void> {
  const asked = () => sql<{ count: number }>`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(house.db);
  while ((await asked()).rows[0]!.count !== count) await setImmediate();
}
