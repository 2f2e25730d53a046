import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { silentLog } from '../log/json-log.ts';
import { connect, isDatabaseGone } from './connect.ts';
import { testDatabase } from './testing.ts';

const { db, close } = await testDatabase();
afterAll(close);

test('counts are numbers, days and sums are text, instants are dates', async () => {
  const { rows } = await sql`select 9007199254740991::bigint as much, '2026-11-23'::date as day, 12.50::numeric as sum, '2026-11-23T12:00:00.123Z'::timestamptz as at,
    array[1, null]::bigint[] as some, array['2026-11-23']::date[] as days, 'Zürich «ß»' as name`.execute(db);
  expect(rows).toEqual([{ much: 9007199254740991, day: '2026-11-23', sum: '12.50', at: new Date('2026-11-23T12:00:00.123Z'), some: [1, null], days: ['2026-11-23'], name: 'Zürich «ß»' }]);
});

test('a number too large to be exact is an error, not another number', async () => {
  await expect(sql`select 9007199254740993::bigint`.execute(db)).rejects.toThrow(RangeError);
});

test('a database that is away is told from a sentence that is wrong', async () => {
  const away = connect({ address: 'postgres://nobody:x@127.0.0.1:9/none', log: silentLog });
  const gone: unknown = await sql`select 1`.execute(away.db).catch((error: unknown) => error);
  const wrong: unknown = await sql`select * from nirgends`.execute(db).catch((error: unknown) => error);
  const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });
  const noSocket = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'connect' });
  expect([isDatabaseGone(missing), isDatabaseGone(noSocket)]).toEqual([false, true]);
  expect([isDatabaseGone(gone), isDatabaseGone(wrong), isDatabaseGone(new Error('act', { cause: gone })), isDatabaseGone('gone')]).toEqual([true, false, true, false]);
  await away.close();
});

test('connections that the server ends are made again without anybody noticing', async () => {
  const ends = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`.execute(db)));
  await ends.execute(db);
  await vi.waitFor(async () => expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]));
});

test('a sentence whose connection is ended under it fails as one of a database that is away', async () => {
  const ended: unknown = await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db).catch((error: unknown) => error);
  expect(isDatabaseGone(ended)).toBe(true);
});
