import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderStore } from './folder.ts';
import { keptNear } from './near.ts';
import { keepsObjects } from './objects.contract.ts';

const roots: string[] = [];
async function newRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'broadsheet-near-'));
  roots.push(root);
  return root;
}
afterAll(async () => {
  for (const root of roots) await rm(root, { recursive: true, force: true });
});

keepsObjects('a store with some of it near', async () => {
  const root = await newRoot();
  return {
    store: keptNear(folderStore(join(root, 'far')), join(root, 'near')),
    age: (address, written) => utimes(join(root, 'far', address.slice(0, 2), address.slice(2, 4), address), written, written),
  };
});

it('asks for the same once, stays in its bounds, and forgets what is removed', async () => {
  const root = await newRoot();
  const far = folderStore(join(root, 'far'));
  let asked = 0;
  const store = keptNear({ ...far, get: (address) => ((asked += 1), far.get(address)) }, join(root, 'near'), { most: 1_000, largest: 400 });
  const addresses: string[] = [];
  for (let at = 0; at < 4; at += 1) addresses.push(await store.put(Buffer.alloc(300, `Föhn ${at}`)));
  for (const address of [addresses[0]!, addresses[0]!, addresses[1]!]) expect((await store.get(address))?.length).toBe(300);
  expect(asked).toBe(2);
  for (const address of addresses) await store.get(address);
  expect((await readdir(join(root, 'near'))).length).toBeLessThanOrEqual(3);
  const large = await store.put(Buffer.alloc(401, 'gross'));
  await store.get(large);
  expect(await readdir(join(root, 'near'))).not.toContain(large);
  await store.get(addresses[3]!);
  await store.remove(addresses[3]!);
  expect([await store.get(addresses[3]!), (await readdir(join(root, 'near'))).includes(addresses[3]!)]).toEqual([null, false]);
});
