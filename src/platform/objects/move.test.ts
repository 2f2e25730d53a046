import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { folderStore } from './folder.ts';
import type { Move } from './move.ts';
import { moveObjects } from './move.ts';
import { all } from './objects.contract.ts';
import type { ObjectStore } from './objects.ts';

const folder = await mkdtemp(join(tmpdir(), 'broadsheet-move-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

let from: ObjectStore;
let to: ObjectStore;
let root: string;
let nth = 0;
beforeEach(() => {
  root = join(folder, String((nth += 1)));
  from = folderStore(join(root, 'from'));
  to = folderStore(join(root, 'to'));
});

const move = (more: Partial<Move> = {}) => moveObjects({ from, to, scratch: join(root, 'moving'), remove: false, progress: () => undefined, stopped: () => false, ...more });
const addresses = async (store: ObjectStore) => (await all(store)).map(({ address }) => address).sort();

it('sends everything, large and empty ones too, says how far it is, and keeps what was there', async () => {
  for (const text of ['Föhn', '', 'Bise']) await from.put(Buffer.from(text));
  const film = Buffer.alloc(20_000_000, 'Donaudampfschifffahrt');
  await from.put(film);
  const said: number[] = [];
  expect(await move({ progress: ({ done, all: of }) => void said.push(done / of) })).toMatchObject({ all: 4, sent: 4, there: 0, bytes: film.length + 9, damaged: [], removed: 0, stopped: false });
  expect(said).toEqual([0.25, 0.5, 0.75, 1]);
  expect(await addresses(to)).toEqual(await addresses(from));
  expect(existsSync(join(root, 'moving'))).toBe(false);
});

it('goes on where it was stopped, and sends nothing twice', async () => {
  for (let at = 0; at < 10; at += 1) await from.put(Buffer.from(`Bild ${at}`));
  let looked = 0;
  expect(await move({ remove: true, stopped: () => (looked += 1) > 4 })).toMatchObject({ sent: 4, removed: 0, stopped: true });
  expect(await addresses(from)).toHaveLength(10);
  expect(await move({ remove: true })).toMatchObject({ sent: 6, there: 4, removed: 10, stopped: false });
  expect([await addresses(from), (await addresses(to)).length]).toEqual([[], 10]);
});

it('sends nothing that is damaged where it lies, names it, and removes nothing then', async () => {
  await from.put(Buffer.from('heil'));
  const address = await from.put(Buffer.from('ganz'));
  await writeFile(join(root, 'from', address.slice(0, 2), address.slice(2, 4), address), 'gans');
  expect(await move({ remove: true })).toMatchObject({ sent: 1, damaged: [address], removed: 0 });
  expect(await addresses(from)).toHaveLength(2);
  expect(await to.get(address)).toBeNull();
});

it('reads back what it has sent, and ends where that is something else', async () => {
  const address = await from.put(Buffer.from('Grüezi'));
  const other = createHash('sha256').update('x').digest('hex');
  const lossy: ObjectStore = { ...to, put: async () => (await to.put(Buffer.from('x')), address), open: () => to.open(other) };
  await expect(move({ to: lossy, remove: true })).rejects.toThrow('did not arrive whole');
  expect(await addresses(from)).toEqual([address]);
});
