/**
 * Copies every object from one store into another: what is there already is passed over, so that it may be stopped and
 * run again. What was sent is read back and weighed; nothing is removed from where it came before all are there.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { addressOf, addressOfParts } from './address.ts';
import type { ObjectAddress, ObjectStore } from './objects.ts';

export interface Move {
  readonly from: ObjectStore;
  readonly to: ObjectStore;
  /** A folder for one large object at a time; made, and removed at the end. */
  readonly scratch: string;
  /** Whether what has arrived is removed from where it came. */
  readonly remove: boolean;
  /** Called after each object that was looked at. */
  readonly progress: (soFar: Progress) => void;
  /** Asked between two objects: true ends it. */
  readonly stopped: () => boolean;
}

export interface Progress {
  readonly all: number;
  readonly done: number;
  /** Of all those sent in this run. */
  readonly bytes: number;
}

export interface Moved {
  readonly all: number;
  readonly sent: number;
  /** That were there already. */
  readonly there: number;
  readonly bytes: number;
  /** Of which the content is not what their address says: damaged where they lie, so not sent. */
  readonly damaged: readonly ObjectAddress[];
  readonly removed: number;
  /** It was stopped before the end. */
  readonly stopped: boolean;
}

/** Larger ones go through a file. */
const greatestInMemory = 16 * 1024 * 1024;

interface Listed {
  readonly address: ObjectAddress;
  readonly size: number;
}

export async function moveObjects(move: Move): Promise<Moved> {
  const { from, to, scratch, progress } = move;
  const all = await listed(from);
  const there = sizes(await listed(to));
  const damaged: ObjectAddress[] = [];
  const counts = { sent: 0, there: 0, bytes: 0 };
  try {
    for (const [nth, one] of all.entries()) {
      if (move.stopped()) return { all: all.length, ...counts, damaged, removed: 0, stopped: true };
      if (there.get(one.address) === one.size) counts.there += 1;
      else if (await send(move, one)) {
        counts.sent += 1;
        counts.bytes += one.size;
      } else damaged.push(one.address);
      progress({ all: all.length, done: nth + 1, bytes: counts.bytes });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const removed = move.remove && damaged.length === 0 ? await removeAll(from, all, sizes(await listed(to))) : 0;
  return { all: all.length, ...counts, damaged, removed, stopped: false };
}

async function listed(store: ObjectStore): Promise<Listed[]> {
  const all: Listed[] = [];
  for await (const { address, size } of store.list()) all.push({ address, size });
  return all.toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

const sizes = (all: readonly Listed[]): ReadonlyMap<ObjectAddress, number> => new Map(all.map(({ address, size }) => [address, size]));

/** True where it lies there whole; false where it was not whole where it came from. */
async function send(move: Move, { address, size }: Listed): Promise<boolean> {
  const sent = size <= greatestInMemory ? await sendBytes(move, address) : await sendFile(move, address);
  if (!sent) return false;
  const arrived = await move.to.open(address);
  if (arrived === null || (await addressOfParts(Readable.fromWeb(arrived.stream as WebStream))) !== address) throw new Error(`object ${address} did not arrive whole`);
  return true;
}

async function sendBytes({ from, to }: Move, address: ObjectAddress): Promise<boolean> {
  const bytes = await from.get(address);
  if (bytes === null || addressOf(bytes) !== address) return false;
  await to.put(bytes);
  return true;
}

async function sendFile({ from, to, scratch }: Move, address: ObjectAddress): Promise<boolean> {
  const opened = await from.open(address);
  if (opened === null) return false;
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const path = join(scratch, randomUUID());
  try {
    const hash = createHash('sha256');
    await pipeline(Readable.fromWeb(opened.stream as WebStream), async function* weigh(parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        yield part;
      }
    }, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (hash.digest('hex') !== address) return false;
    await to.putFile(path);
    return true;
  } finally {
    await rm(path, { force: true });
  }
}

/** Only once every single one is there, at its full length. */
async function removeAll(from: ObjectStore, all: readonly Listed[], there: ReadonlyMap<ObjectAddress, number>): Promise<number> {
  if (!all.every(({ address, size }) => there.get(address) === size)) return 0;
  for (const { address } of all) await from.remove(address);
  return all.length;
}
