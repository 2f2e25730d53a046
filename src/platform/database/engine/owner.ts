/** Whose files they are: Postgres insists that the cluster is its user's alone. */
import { chmodSync, chownSync, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Housing } from './housing.ts';

/** What root makes in another user's folder belongs to that user, who may run the next command. */
export function likeItsFolder(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

/**
 * A folder that was run as another user before (moved into a container, say) changes hands; the engine is not
 * running, since we hold the lock.
 */
export function giveTo(housing: Housing, path: string): void {
  const owner = housing.owner;
  if (owner === null) return;
  if (statSync(path).uid === owner.uid && lstatSync(path).isDirectory() && allOwnedBy(path, owner.uid)) return;
  const give = (entry: string) => {
    lchownSync(entry, owner.uid, owner.gid);
    if (lstatSync(entry).isDirectory()) for (const name of readdirSync(entry)) give(join(entry, name));
  };
  give(path);
}

/** The first floor of the cluster tells: Postgres itself never mixes owners. */
function allOwnedBy(folder: string, uid: number): boolean {
  return readdirSync(folder).every((name) => lstatSync(join(folder, name)).uid === uid);
}

/** A folder for the engine's user alone. */
export function privateFolder(housing: Housing, path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (housing.owner !== null) chownSync(path, housing.owner.uid, housing.owner.gid);
}
