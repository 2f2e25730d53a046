import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

const now = new Date('2026-11-23T12:00:00Z');
const names = readMigrations().map(({ name }) => name);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function fresh(): Promise<string> {
  const database = await emptyDatabase();
  open.push(database);
  return database.url;
}

async function run(address: string, sentence: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sentence)).rows;
  } finally {
    await client.end();
  }
}

test('every step is done once, at the time that was told', async () => {
  const address = await fresh();
  expect(await migrate({ address, now })).toEqual({ applied: names, first: true });
  expect(await migrate({ address, now })).toEqual({ applied: [], first: false });
  expect(await run(address, 'select distinct at from migrations')).toEqual([{ at: now }]);
});

test('of two processes that start at once one does the steps and the other finds them done', async () => {
  const address = await fresh();
  const both = await Promise.all([migrate({ address, now }), migrate({ address, now })]);
  expect(both).toContainEqual({ applied: names, first: true });
  expect(both).toContainEqual({ applied: [], first: false });
});

test('what stands in the database is kept before a step changes it, and an empty one needs no keeping', async () => {
  const address = await fresh();
  const before = vi.fn(async () => undefined);
  await migrate({ address, now, before });
  expect(before).not.toHaveBeenCalled();
  await run(address, `alter table migrations add column was text; delete from migrations where name = '${names[0]}'`);
  // the step is done already and fails; keeping comes first all the same
  await expect(migrate({ address, now, before })).rejects.toThrow(names[0]);
  expect(before).toHaveBeenCalledWith([names[0]]);
  expect(await run(address, `select 1 from migrations where name = '${names[0]}'`)).toEqual([]);
});

test('a database that is newer than the program stops the start and is not touched', async () => {
  const address = await fresh();
  await migrate({ address, now });
  await run(address, `insert into migrations values ('9999-später', 'x', '2027-01-01')`);
  expect(await migrate({ address, now })).toMatchObject({ refused: 'newer-schema', detail: { name: '9999-später' } });
});

test('a released step that was changed stops the start', async () => {
  const address = await fresh();
  await migrate({ address, now });
  await run(address, `update migrations set checksum = 'anders' where name = '${names[1]}'`);
  expect(await migrate({ address, now })).toMatchObject({ refused: 'changed-migration', detail: { name: names[1] } });
});

test('looking tells what is still to be done and does nothing', async () => {
  const address = await fresh();
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  expect(await pendingMigrations(client)).toEqual(names);
  await client.end();
  expect(await run(address, `select to_regclass('migrations') as there`)).toEqual([{ there: null }]);
});
