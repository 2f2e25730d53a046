import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/testing.ts';
import type { Feature } from '../feature.ts';
import { silentLog } from '../log/json-log.ts';
import { announcements, createJobs, heardWithin } from './jobs.ts';

const { db, url, close } = await testDatabase();
afterAll(close);

const letters: Feature = { name: 'letters', jobs: [{ name: 'letters.sort', run: async () => undefined }, { name: 'letters.bind', within: 7_200, run: async () => undefined }] };

/** As a process that starts on this database does. */
async function prepared(): Promise<Record<string, number | null>> {
  const jobs = createJobs({ address: url, features: [letters], log: silentLog });
  await jobs.prepare();
  await jobs.stop(0);
  const { rows } = await sql<{ name: string; heartbeat_seconds: number | null }>`select name, heartbeat_seconds from pgboss.queue`.execute(db);
  return Object.fromEntries(rows.filter(({ name }) => !name.startsWith('__')).map((row) => [row.name, row.heartbeat_seconds]));
}

describe('a job whose process was killed', () => {
  const everyQueue = { [announcements]: heardWithin, 'letters.sort': heardWithin, 'letters.bind': heardWithin };

  it('is missed within half a minute in every queue, however long it may take', async () => {
    expect(await prepared()).toEqual(everyQueue);
  });

  it('is missed in queues too that an older version made', async () => {
    await sql`update pgboss.queue set heartbeat_seconds = null`.execute(db);
    expect(await prepared()).toEqual(everyQueue);
  });
});
