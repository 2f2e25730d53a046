import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderStore } from './folder.ts';
import { all, keepsObjects } from './objects.contract.ts';
import { StoreFull } from './store-full.ts';

const roots: string[] = [];
async function newRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'pictures-objects-'));
  roots.push(root);
  return root;
}
afterAll(async () => {
  for (const root of roots) await rm(root, { recursive: true, force: true });
});

keepsObjects('a folder of objects', async () => {
  const root = await newRoot();
  return {
    store: folderStore(join(root, 'objects')),
    age: (address, written) => utimes(join(root, 'objects', address.slice(0, 2), address.slice(2, 4), address), written, written),
  };
});

it('leaves nothing unfinished behind, and removes what a killed process left', async () => {
  const root = await newRoot();
  const store = folderStore(root);
  await store.put(Buffer.from('ganz'));
  expect(await readdir(join(root, 'unfinished'))).toEqual([]);
  const left = join(root, 'unfinished', 'left-by-a-killed-process');
  await writeFile(left, 'hal');
  await utimes(left, new Date(0), new Date(0));
  expect(await store.removeUnfinished(new Date(1_000))).toBe(1);
  expect(await all(store)).toHaveLength(1);
});

it('says that there is no room and keeps nothing of the object', async (context) => {
  const root = await newRoot();
  const small = join(root, 'small');
  await mkdir(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return context.skip('this machine lets nobody mount a small disk');
  }
  try {
    const store = folderStore(small);
    const kept = await store.put(Buffer.from('Lausanne'));
    await expect(store.put(Buffer.alloc(1_000_000, 7))).rejects.toBeInstanceOf(StoreFull);
    expect(await readdir(join(small, 'unfinished'))).toEqual([]);
    expect((await all(store)).map(({ address }) => address)).toEqual([kept]);
  } finally {
    execFileSync('umount', [small], { stdio: 'ignore' });
  }
});
