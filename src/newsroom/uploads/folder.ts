/** Where bytes wait until all of them are here: one file for each upload, as long as what has come of it. */
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../platform/feature.ts';

export function arrivals(house: Pick<House, 'settings'>): string {
  return join(house.settings.dataDir, 'uploads');
}

export function fileOf(house: Pick<House, 'settings'>, id: string): string {
  return join(arrivals(house), id);
}

/** An empty file whose name survives a power cut. */
export async function beginFile(house: House, id: string): Promise<void> {
  await mkdir(arrivals(house), { recursive: true, mode: 0o700 });
  await (await open(fileOf(house, id), 'wx', 0o600)).close();
  await using folder = await open(arrivals(house), 'r');
  await folder.sync();
}

/** How many bytes have come; null where there is no file. */
export async function bytesHere(house: House, id: string): Promise<number | null> {
  return (await stat(fileOf(house, id)).catch(gone))?.size ?? null;
}

/**
 * Writes what comes, from `at` on, and answers how far it is then. What is answered has reached the disk; and what came
 * before a cut line or a full disk stays, so that the sender goes on there.
 */
export async function writeOn(path: string, at: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'r+');
  let reached = at;
  try {
    for await (const part of bytes) {
      for (let from = 0; from < part.length;) {
        const { bytesWritten } = await file.write(part, from, part.length - from, reached);
        from += bytesWritten;
        reached += bytesWritten;
      }
    }
  } finally {
    await file.sync();
    await file.close();
  }
  return reached;
}

export async function removeFile(house: Pick<House, 'settings'>, id: string): Promise<void> {
  await rm(fileOf(house, id), { force: true });
}

/** In bytes, for whoever is not root. */
export async function roomLeft(house: House): Promise<number> {
  await mkdir(arrivals(house), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(arrivals(house));
  return bavail * bsize;
}

/** Every file that waits, with the machine's instant of its last byte. */
export async function waitingFiles(house: Pick<House, 'settings'>): Promise<{ id: string; bytes: number; written: Date }[]> {
  const names = (await readdir(arrivals(house)).catch(gone)) ?? [];
  const found = await Promise.all(names.map(async (id) => {
    const facts = await stat(fileOf(house, id)).catch(gone);
    return facts === null ? [] : [{ id, bytes: facts.size, written: facts.mtime }];
  }));
  return found.flat();
}

function gone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
