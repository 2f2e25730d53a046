/** ffmpeg, where the machine has it: found on PATH once, run with a low place in the queue, stopped when it is told to. */
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { availableParallelism, constants, setPriority } from 'node:os';
import type { Refused } from '../result.ts';
import { refuse } from '../result.ts';

let found: Promise<string | null> | undefined;

/** Its version; null where there is none, or where it cannot write what browsers play. Looked for once. */
export function ffmpegVersion(): Promise<string | null> {
  return (found ??= look());
}

export interface FfmpegOrder {
  /** Behind the options that every run has. */
  readonly words: readonly string[];
  readonly stop: AbortSignal;
  /** Milliseconds of film that are done. */
  onProgress?(done: number): void;
}

/** Null when it has ended well; `stopped` when it was told to; else with the last lines that it said. */
export function runFfmpeg({ words, stop, onProgress }: FfmpegOrder): Promise<Refused<'stopped' | 'not-converted'> | null> {
  if (stop.aborted) return Promise.resolve(refuse('stopped'));
  return new Promise((resolve) => {
    const child = spawn('ffmpeg', ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-progress', 'pipe:1', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => void child.kill('SIGKILL');
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-2_000)));
    createInterface(child.stdout).on('line', (line) => {
      const done = /^out_time_us=(\d+)$/u.exec(line)?.[1];
      if (done !== undefined) onProgress?.(Number(done) / 1000);
    });
    child.once('spawn', () => lower(child.pid));
    child.once('error', (error) => resolve(refuse('not-converted', { reason: error.message })));
    child.once('close', (code) => {
      stop.removeEventListener('abort', end);
      process.off('exit', end);
      resolve(stop.aborted ? refuse('stopped') : code === 0 ? null : refuse('not-converted', { reason: said.trim().slice(-500) }));
    });
    stop.addEventListener('abort', end, { once: true });
    process.once('exit', end);
  });
}

/** Readers come first: at least one processor is left to them. */
export const threads = Math.max(1, availableParallelism() - 1);

function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}

async function look(): Promise<string | null> {
  const version = /^ffmpeg version (\S+)/u.exec((await output(['-version'])) ?? '')?.[1];
  if (version === undefined) return null;
  const encoders = (await output(['-hide_banner', '-encoders'])) ?? '';
  return /\blibx264\b/u.test(encoders) && /\baac\b/u.test(encoders) ? version : null;
}

function output(words: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('ffmpeg', words, { timeout: 10_000 }, (error, text) => resolve(error === null ? text : null));
  });
}
