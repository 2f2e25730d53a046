import { spawnSync } from 'node:child_process';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { likeItsFolder } from './owner.ts';

/** The right to start the engine of a data folder, until it is let go or the process ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Who holds it, for the line that refuses. */
export interface Holder {
  readonly pid: number;
  /** The command: `start`, `backup`, `restore`. */
  readonly doing: string;
}

// macOS; not among Node's constants
const O_EXLOCK = 0x20;

/**
 * Takes the lock at once or says who has it. The kernel keeps it (flock), so a killed process leaves none behind;
 * what stands in the file is only for the reader.
 */
export function takeLock(path: string, doing: string): Lock | Holder {
  const file = open(path);
  if (file === null) return readHolder(path);
  likeItsFolder(path);
  ftruncateSync(file);
  writeSync(file, JSON.stringify({ pid: process.pid, doing }), 0);
  let held = true;
  return {
    release() {
      if (held) closeSync(file);
      held = false;
    },
  };
}

export function isHolder(answer: Lock | Holder): answer is Holder {
  return 'doing' in answer;
}

function open(path: string): number | null {
  const mode = constants.O_RDWR | constants.O_CREAT;
  if (process.platform === 'darwin') {
    try {
      return openSync(path, mode | O_EXLOCK | constants.O_NONBLOCK, 0o600);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null;
      throw error;
    }
  }
  const file = openSync(path, mode, 0o600);
  // The lock belongs to the opened file, which the little program shares with us: it stays when that has ended.
  const { status, error } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
  // Without the program, Postgres's own lock must do.
  if (status === 0 || error !== undefined) return file;
  closeSync(file);
  return null;
}

const holderForm = z.object({ pid: z.number(), doing: z.string() });

function readHolder(path: string): Holder {
  try {
    return holderForm.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { pid: 0, doing: 'another command' };
  }
}
