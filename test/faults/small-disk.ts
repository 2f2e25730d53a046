/** A disk of a few megabytes that can be filled and emptied. Needs root, as mounting does. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Skipped } from './fault.ts';

export interface SmallDisk {
  /** Takes everything that is left. */
  fill(): void;
  empty(): void;
  remove(): void;
}

export function smallDisk(folder: string, megabytes: number): SmallDisk {
  if (process.getuid?.() !== 0) throw new Skipped('needs root, to mount a small disk');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]);
  if (mounted.status !== 0) throw new Skipped('no disk can be mounted here');
  const ballast = join(folder, 'ballast');
  return {
    fill: () => writeUntilFull(ballast),
    empty: () => rmSync(ballast, { force: true }),
    remove: () => void spawnSync('umount', ['-l', folder]),
  };
}

/** Large parts first, then small ones: to the last block. */
function writeUntilFull(path: string): void {
  const file = openSync(path, 'a');
  for (const size of [1024 * 1024, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(file);
}
