import type { ObjectAddress, ObjectStore } from './objects.ts';

/**
 * An object is written before the row that names it is committed, and an upload may take its time: what is younger
 * than a day is never swept.
 */
export const graceOfObjects = 24 * 60 * 60 * 1000;

const atOnce = 500;

/** Which of these addresses some row names. */
export type WhichAreNamed = (addresses: readonly ObjectAddress[]) => Promise<ReadonlySet<ObjectAddress>>;

/** Removes the objects that were written before that instant and that no row names; says how many, and their bytes. */
export async function sweep(store: ObjectStore, whichAreNamed: WhichAreNamed, writtenBefore: Date): Promise<{ removed: number; bytes: number }> {
  const swept = { removed: 0, bytes: 0 };
  let old: { address: ObjectAddress; size: number }[] = [];
  const check = async () => {
    const named = await whichAreNamed(old.map((object) => object.address));
    for (const { address, size } of old) {
      if (named.has(address)) continue;
      await store.remove(address, writtenBefore);
      swept.removed += 1;
      swept.bytes += size;
    }
    old = [];
  };
  for await (const object of store.list()) {
    if (object.written >= writtenBefore) continue;
    old.push(object);
    if (old.length === atOnce) await check();
  }
  if (old.length > 0) await check();
  await store.removeUnfinished(writtenBefore);
  return swept;
}
