import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestHouse } from '../../test/house.ts';
import { testHouse } from '../../test/house.ts';
import type { Feature } from './feature.ts';
import { refuse } from './result.ts';
import { readSeals, readSealsFile, replaySeals } from './seals.ts';
import type { Seal } from './seals.ts';

let world: TestHouse;
const told: string[][] = [];
const keeper: Feature = { name: 'keeper', takeAwaySealed: async (_, seals) => void told.push(seals.map((seal) => seal.reference)) };
const order = { kind: 'object' as const, reference: 'ab'.repeat(32), reason: 'Urteil des Bezirksgerichts Zürich' };

beforeAll(async () => { world = await testHouse([keeper]); });
afterAll(() => world.close());

const file = () => readSealsFile(world.house.settings.dataDir);
const known = (seals: readonly Seal[]) => seals.map((seal) => seal.reference);

it('stands in the database and, for its owner alone, in the data folder', async () => {
  await world.act((tools) => tools.seal(order));
  const kept = [{ ...order, at: world.clock.now(), byName: 'Test' }];
  expect(await readSeals(world.house.db)).toEqual(kept);
  expect(await file()).toEqual(kept);
  expect(statSync(join(world.house.settings.dataDir, 'seals.jsonl')).mode & 0o777).toBe(0o600);
});

it('stands nowhere when the act was refused', async () => {
  await world.act(async (tools) => {
    await tools.seal({ ...order, reference: 'verweigert' });
    return refuse('no-such-story');
  });
  expect(known(await file())).toEqual([order.reference]);
  expect(known(await readSeals(world.house.db))).toEqual([order.reference]);
});

it('is taken up again from either place, and told to every feature', async () => {
  const { dataDir } = world.house.settings;
  // A line whose row was lost in a crash, and one that a crash cut off.
  appendFileSync(join(dataDir, 'seals.jsonl'), `\n${JSON.stringify({ ...order, reference: 'nur-datei', at: '2026-11-23T08:00:00.000Z', byName: 'Anna Müller' })}\n\n{"kind":"obj`);
  await world.house.db.insertInto('seals').values({ kind: 'version', reference: 'nur-zeile', sealed_at: new Date(), by_name: 'Beat', reason: 'x' }).execute();
  await replaySeals(world.house);
  const all = [order.reference, 'nur-datei', 'nur-zeile'].sort();
  expect(known(await file()).sort()).toEqual(all);
  expect(known(await readSeals(world.house.db)).sort()).toEqual(all);
  expect(told.at(-1)!.toSorted()).toEqual(all);
  await replaySeals(world.house);
  expect(await file()).toHaveLength(3);
});
