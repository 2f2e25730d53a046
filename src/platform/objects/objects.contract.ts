/** What every store of objects promises. Each implementation runs this in a test of its own. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObjectAddress, ObjectStore } from './objects.ts';
import { sweep } from './sweep.ts';

export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Makes an object look as if it had been written then. */
  age(address: string, written: Date): Promise<void>;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
/** Everything that a store lists. */
export async function all(store: ObjectStore) {
  const found: { address: ObjectAddress; size: number }[] = [];
  for await (const { address, size } of store.list()) found.push({ address, size });
  return found;
}

const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
const graceEnds = new Date(Date.now() - 24 * 60 * 60 * 1000);

export function keepsObjects(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    it('gives back what was put, under the SHA-256 of the content', async () => {
      const { store } = await open();
      const address = await store.put(bytes('Zürich «Limmatquai»'));
      expect(address).toBe(createHash('sha256').update('Zürich «Limmatquai»').digest('hex'));
      expect(Buffer.from((await store.get(address))!).toString()).toBe('Zürich «Limmatquai»');
    });

    it('takes a file of any length as the same object, young again, and leaves the file', async () => {
      const { store, age } = await open();
      const folder = await mkdtemp(join(tmpdir(), 'broadsheet-object-'));
      try {
        const [path, large] = [join(folder, 'Föhn.mp4'), Buffer.alloc(12_000_000, 'Donaudampfschifffahrt')];
        await writeFile(path, large);
        const address = await store.putFile(path);
        await age(address, yesterday);
        expect(await store.putFile(path)).toBe(await store.put(large));
        await store.remove(address, graceEnds);
        expect(Buffer.from((await store.get(address))!).equals(large)).toBe(true);
        expect(await all(store)).toEqual([{ address, size: large.length }]);
        expect((await readFile(path)).equals(large)).toBe(true);
        await expect(store.putFile(join(folder, 'nobody'))).rejects.toThrow('ENOENT');
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('keeps an object of no bytes', async () => {
      const { store } = await open();
      const address = await store.put(new Uint8Array());
      expect((await store.get(address))?.length).toBe(0);
      const opened = await store.open(address);
      expect(opened?.size).toBe(0);
      expect(await textOf(opened!.stream)).toBe('');
    });

    it('keeps the same content once, however many write it at the same time', async () => {
      const { store } = await open();
      const addresses = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes('Grüezi'))));
      expect(new Set(addresses).size).toBe(1);
      expect(await all(store)).toHaveLength(1);
    });

    it('answers null for what it does not have, and for what is no address', async () => {
      const { store } = await open();
      for (const address of ['0'.repeat(64), '../../../etc/passwd', '', 'A'.repeat(64)]) {
        expect(await store.get(address)).toBeNull();
        expect(await store.open(address)).toBeNull();
        await store.remove(address);
      }
    });

    it('streams a part, from and to inclusive, and says the whole size', async () => {
      const { store } = await open();
      const address = await store.put(bytes('0123456789'));
      const part = async (range: { from: number; to?: number }) => {
        const opened = await store.open(address, range);
        expect(opened?.size).toBe(10);
        return textOf(opened!.stream);
      };
      expect(await part({ from: 0, to: 0 })).toBe('0');
      expect(await part({ from: 3, to: 5 })).toBe('345');
      expect(await part({ from: 7 })).toBe('789');
      expect(await part({ from: 8, to: 99 })).toBe('89');
      expect(await part({ from: 10 })).toBe('');
    });

    it('streams a large object whole', async () => {
      const { store } = await open();
      const large = Buffer.alloc(3_000_000, 'Donaudampfschifffahrt');
      const opened = await store.open(await store.put(large));
      expect(Buffer.from(await new Response(opened!.stream).arrayBuffer()).equals(large)).toBe(true);
    });

    it('lists every object with its size, and forgets what was removed', async () => {
      const { store } = await open();
      const [one, two] = [await store.put(bytes('eins')), await store.put(bytes('zwei zwei'))];
      const listed = await all(store);
      expect(Object.fromEntries(listed.map(({ address, size }) => [address, size]))).toEqual({ [one]: 4, [two]: 9 });
      await store.remove(one);
      expect(await store.get(one)).toBeNull();
      expect((await all(store)).map(({ address }) => address)).toEqual([two]);
    });

    it('sweeps what is old and no row names, and nothing else', async () => {
      const { store, age } = await open();
      const named = await store.put(bytes('benannt'));
      const forgotten = await store.put(bytes('vergessen'));
      const young = await store.put(bytes('eben erst'));
      await age(named, yesterday);
      await age(forgotten, yesterday);
      const swept = await sweep(store, async () => new Set([named]), graceEnds);
      expect(swept).toEqual({ removed: 1, bytes: 9 });
      expect((await all(store)).map(({ address }) => address).sort()).toEqual([named, young].sort());
    });

    it('does not sweep an old object that somebody has just put again', async () => {
      const { store, age } = await open();
      const address = await store.put(bytes('wieder da'));
      await age(address, yesterday);
      await store.put(bytes('wieder da'));
      await store.remove(address, graceEnds);
      expect(await store.get(address)).not.toBeNull();
    });

    it('does not lose an object that is put again while it is being swept', async () => {
      const { store, age } = await open();
      for (let round = 0; round < 20; round++) {
        const address = await store.put(bytes(`Runde ${round}`));
        await age(address, yesterday);
        await Promise.all([store.remove(address, graceEnds), store.put(bytes(`Runde ${round}`))]);
        expect(await store.get(address), `round ${round}`).not.toBeNull();
      }
    });
  });
}
