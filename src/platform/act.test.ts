/** Two actions that wait for each other in a real database: one is ended by it, and done again. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestHouse } from '../../test/house.ts';
import { program, testHouse } from '../../test/house.ts';
import type { Tools } from './feature.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([]);
  await sql`create table lamps (name text primary key, lit integer not null)`.execute(world.house.db);
  await sql`insert into lamps values ('Zürich', 0), ('Genève', 0)`.execute(world.house.db);
});
afterAll(() => world.close());

const light = (tools: Tools, name: string) => sql`update lamps set lit = lit + 1 where name = ${name}`.execute(tools.db);
const failing = (code: string) => Object.assign(new Error('ended'), { code });

it('both are done, and each is in the log once', async () => {
  const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let tries = 0;
  const inOrder = (names: readonly [string, string], mine: number) => world.act(async (tools) => {
    tries += 1;
    await light(tools, names[0]);
    both[mine]!.resolve();
    await both[1 - mine]!.promise;
    await light(tools, names[1]);
    await tools.record({ act: 'lamps.light', subject: `lamp:${names[0]}` });
    return names[0];
  });
  expect(await Promise.all([inOrder(['Zürich', 'Genève'], 0), inOrder(['Genève', 'Zürich'], 1)])).toEqual(['Zürich', 'Genève']);
  expect(tries).toBe(3);
  expect((await sql<{ lit: number }>`select lit from lamps`.execute(world.house.db)).rows).toEqual([{ lit: 2 }, { lit: 2 }]);
  expect((await world.house.db.selectFrom('acts').select('subject').where('act', '=', 'lamps.light').execute()).map(({ subject }) => subject).toSorted()).toEqual(['lamp:Genève', 'lamp:Zürich']);
});

it('one that is ended again and again is a fault at last', async () => {
  for (const code of ['40P01', '40001']) {
    let tries = 0;
    await expect(world.house.act(program, async () => { tries += 1; throw failing(code); })).rejects.toThrow('ended');
    expect(tries, code).toBe(4);
  }
});

it('one that fails otherwise, or has sealed something, is not done again', async () => {
  let tries = 0;
  await expect(world.house.act(program, async () => { tries += 1; throw failing('23505'); })).rejects.toThrow('ended');
  expect(tries).toBe(1);
  await expect(world.house.act(program, async (tools) => {
    tries += 1;
    await tools.seal({ thing: 'lamp', id: 'bcdfghjk', reason: 'law' } as never).catch(() => undefined);
    throw failing('40P01');
  })).rejects.toThrow('ended');
  expect(tries).toBe(2);
});
