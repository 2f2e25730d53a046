/**
 * What was asked for lately from a store that is far away, kept on this machine's disk: bounded, what was not asked for
 * longest goes first. Content never changes under its address, so nothing here grows old; what is removed is removed here too.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectAddress, ObjectStore } from './objects.ts';

export interface Bounds {
  /** All together, in bytes. */
  readonly most: number;
  /** A larger object is passed through. */
  readonly largest: number;
}

/** A day's pictures of a newspaper; no film. */
const usual: Bounds = { most: 1024 * 1024 * 1024, largest: 4 * 1024 * 1024 };

export function keptNear(far: ObjectStore, folder: string, bounds: Bounds = usual): ObjectStore {
  const room = { left: bounds.most, measured: null as Promise<void> | null };
  const pathOf = (address: ObjectAddress) => join(folder, address);
  const keep = async (address: ObjectAddress, bytes: Uint8Array): Promise<void> => {
    await (room.measured ??= mkdir(folder, { recursive: true, mode: 0o700 }).then(async () => void (room.left = bounds.most - (await sizeOf(folder)))));
    if (room.left < bytes.length) room.left = bounds.most - (await makeRoom(folder, bounds.most * 0.8));
    const temporary = join(folder, `.${randomUUID()}`);
    await writeFile(temporary, bytes, { mode: 0o600 });
    await rename(temporary, pathOf(address));
    room.left -= bytes.length;
  };
  return {
    ...far,
    async get(address) {
      if (!/^[0-9a-f]{64}$/u.test(address)) return null;
      const near = await readFile(pathOf(address)).catch(() => null);
      if (near !== null) {
        await utimes(pathOf(address), new Date(), new Date()).catch(() => undefined);
        return near;
      }
      const bytes = await far.get(address);
      // A full disk here is no reason to send nothing.
      if (bytes !== null && bytes.length <= bounds.largest) await keep(address, bytes).catch(() => undefined);
      return bytes;
    },
    async remove(address, writtenBefore) {
      await far.remove(address, writtenBefore);
      if (/^[0-9a-f]{64}$/u.test(address)) await rm(pathOf(address), { force: true });
    },
  };
}

async function entriesOf(folder: string): Promise<{ path: string; size: number; used: number }[]> {
  const found = await Promise.all((await readdir(folder)).map(async (name) => {
    const facts = await stat(join(folder, name)).catch(() => null);
    return facts === null ? [] : [{ path: join(folder, name), size: facts.size, used: facts.mtimeMs }];
  }));
  return found.flat();
}

async function sizeOf(folder: string): Promise<number> {
  return (await entriesOf(folder)).reduce((sum, { size }) => sum + size, 0);
}

/** Removes what was not asked for longest, until so much is left; answers how much that is. */
async function makeRoom(folder: string, until: number): Promise<number> {
  const entries = (await entriesOf(folder)).toSorted((a, b) => a.used - b.used);
  let all = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of entries) {
    if (all <= until) break;
    await rm(path, { force: true });
    all -= size;
  }
  return all;
}
