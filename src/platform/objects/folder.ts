/** Objects in a folder: `ab/cd/<the whole address>`, so that no folder grows beyond a few thousand names. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, opendir, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addressOf } from './address.ts';
import type { ObjectAddress, ObjectStore } from './objects.ts';
import { meansFull, StoreFull } from './store-full.ts';

/** A store in that folder, which is made with the first object. */
export function folderStore(root: string): ObjectStore {
  return {
    put: (bytes) => put(root, bytes),
    putFile: (path) => putFile(root, path),
    get: (address) => orNull(async () => readFile(pathOf(root, address))),
    open: (address, range) => orNull(() => openObject(pathOf(root, address), range)),
    remove: (address, writtenBefore) => remove(root, address, writtenBefore),
    list: () => list(root),
    removeUnfinished: (begunBefore) => removeUnfinished(root, begunBefore),
  };
}

const addressForm = /^[0-9a-f]{64}$/u;
// Their names are no addresses: what stands in them is no object, yet or any more.
const unfinished = 'unfinished';

function pathOf(root: string, address: ObjectAddress): string {
  // What is no address is an object that does not exist; above all it is no way out of the folder.
  if (!addressForm.test(address)) throw Object.assign(new Error('not an address'), { code: 'ENOENT' });
  return join(root, address.slice(0, 2), address.slice(2, 4), address);
}

async function put(root: string, bytes: Uint8Array): Promise<ObjectAddress> {
  const address = addressOf(bytes);
  const path = pathOf(root, address);
  try {
    if (await makeYoung(path, bytes.length)) return address;
    await makeFolder(dirname(path));
    await makeFolder(join(root, unfinished));
    await writeWhole({ path, temporary: join(root, unfinished, randomUUID()), bytes });
    await sync(dirname(path));
    return address;
  } catch (error) {
    throw meansFull(error) ? new StoreFull(error) : error;
  }
}

/** Its address is known only at the end: until then it stands among what is unfinished. */
async function putFile(root: string, from: string): Promise<ObjectAddress> {
  const temporary = join(root, unfinished, randomUUID());
  const hash = createHash('sha256');
  const weighed = new Transform({ transform: (part: Buffer, _encoding, done) => (hash.update(part), done(null, part)) });
  try {
    await makeFolder(dirname(temporary));
    await pipeline(createReadStream(from), weighed, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
    const address = hash.digest('hex');
    await makeFolder(dirname(pathOf(root, address)));
    await rename(temporary, pathOf(root, address));
    await sync(dirname(pathOf(root, address)));
    return address;
  } catch (error) {
    await rm(temporary, { force: true });
    throw meansFull(error) ? new StoreFull(error) : error;
  }
}

/** Whoever writes an object that is there already relies on it from now on: a sweep must see it as new. */
async function makeYoung(path: string, size: number): Promise<boolean> {
  const there = await orNull(() => stat(path));
  if (there === null || there.size !== size) return false;
  const now = new Date();
  return (await orNull(() => utimes(path, now, now).then(() => true))) ?? false;
}

async function writeWhole({ path, temporary, bytes }: { path: string; temporary: string; bytes: Uint8Array }): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx', 0o600);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes a folder and all above it, so that their names survive a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openObject(path: string, range?: { from: number; to?: number }) {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const from = range?.from ?? 0;
  const to = Math.min(range?.to ?? size - 1, size - 1);
  if (from > to) {
    await file.close();
    return { size, stream: new ReadableStream<Uint8Array>({ start: (controller) => controller.close() }) };
  }
  const stream = createReadStream('', { fd: file, start: from, end: to });
  return { size, stream: Readable.toWeb(stream) as ReadableStream<Uint8Array> };
}

async function remove(root: string, address: ObjectAddress, writtenBefore?: Date): Promise<void> {
  if (!addressForm.test(address)) return;
  const path = pathOf(root, address);
  if (writtenBefore === undefined) return rm(path, { force: true });
  // Taken aside first: whoever writes it anew meanwhile finds nothing there and writes it whole.
  const aside = join(root, unfinished, randomUUID());
  await makeFolder(dirname(aside));
  const taken = await orNull(() => rename(path, aside).then(() => true));
  if (taken === null) return;
  const isYoung = (await stat(aside)).mtime >= writtenBefore;
  await (isYoung ? rename(aside, path) : rm(aside, { force: true }));
}

async function* list(root: string) {
  for (const first of await foldersIn(root)) {
    for (const second of await foldersIn(join(root, first))) {
      for await (const entry of await opendir(join(root, first, second))) {
        if (!addressForm.test(entry.name)) continue;
        const there = await orNull(() => stat(join(root, first, second, entry.name)));
        if (there !== null) yield { address: entry.name, size: there.size, written: there.mtime };
      }
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const names = (await orNull(() => readdir(folder))) ?? [];
  return names.filter((name) => /^[0-9a-f]{2}$/u.test(name));
}

async function removeUnfinished(root: string, begunBefore: Date): Promise<number> {
  let removed = 0;
  for (const name of (await orNull(() => readdir(join(root, unfinished)))) ?? []) {
    const path = join(root, unfinished, name);
    const there = await orNull(() => stat(path));
    if (there === null || there.mtime >= begunBefore) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** What is not there is an answer, not a fault. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
