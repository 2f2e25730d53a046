/** The running server: started, watched, started again when it dies, stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log/log.ts';
import { clusterOf, standpoint, type Place } from './cluster.ts';
import { engineEnvironment } from './housing.ts';
import { NoStart } from './no-start.ts';
import { privateFolder } from './owner.ts';

/** Where it listens: the folder of its socket, or loopback. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** A Unix socket's path holds 107 bytes on Linux and 103 on macOS, with `/.s.PGSQL.5432` at its end. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;
const SOCKET_PORT = 5432;
const SOCKET = 'socket';
const LOOPBACK = '127.0.0.1';
const READY_WITHIN = 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** Who ran this long did not die of its start. */
const HEALTHY_AFTER = 5_000;
/** Greater than any number that Linux gives. */
const NO_PROCESS = 99_999_999;

export class Postmaster {
  readonly #place: Place;
  readonly #log: Log;
  readonly listening: Listening;
  #child: ChildProcess | null = null;
  #stopping = false;
  #pause = FIRST_PAUSE;
  /** Whether it has ever been ready: what fails before is told to whoever started it. */
  #up = false;
  /** Its last lines, in case they are the reason of its end. */
  #said: string[] = [];

  private constructor(place: Place, log: Log, listening: Listening) {
    this.#place = place;
    this.#log = log;
    this.listening = listening;
  }

  /** Starts the server and returns when it accepts connections. */
  static async start(place: Place, log: Log): Promise<Postmaster> {
    await endOrphan(place.folder);
    const postmaster = new Postmaster(place, log, await chooseListening(place));
    try {
      await postmaster.#run();
    } catch (error) {
      await postmaster.stop();
      throw error;
    }
    return postmaster;
  }

  /** Rolls back what is open, writes everything to disk and ends; hard after ten seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signal(this.#place.folder, child, 'SIGINT');
    const hard = setTimeout(() => signal(this.#place.folder, child, 'SIGQUIT'), 10_000);
    await ended;
    clearTimeout(hard);
  }

  async #run(): Promise<void> {
    const child = this.#spawn();
    this.#child = child;
    const begun = Date.now();
    child.once('exit', (code, reason) => {
      child.stdin?.destroy();
      if (this.#stopping || !this.#up) return;
      this.#log.error({ code, signal: reason }, 'the database ended; it is started again');
      if (Date.now() - begun > HEALTHY_AFTER) this.#pause = FIRST_PAUSE;
      void this.#again();
    });
    if (!(await isReady(this.#place.folder, child))) throw new NoStart(this.#said, this.#place.folder);
    this.#up = true;
  }

  /** What it left in shared memory is freed only when its last child has seen that it is gone: so more than once. */
  async #again(): Promise<void> {
    await sleep(this.#pause, undefined, { ref: false });
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    if (this.#stopping) return;
    try {
      await this.#run();
      this.#log.info({}, 'the database is back');
    } catch (error) {
      // its end is told and answered where it is heard
      this.#log.warn({ err: error }, 'the database does not start yet');
    }
  }

  #spawn(): ChildProcess {
    const { folder, binaries, housing, quick } = this.#place;
    const seen = standpoint(this.#place, clusterOf(folder));
    const { host, port } = this.listening;
    const listening = { host: host === socketOf(folder) ? join(seen.folder, SOCKET) : host, port };
    const order = housing.wrap(join(binaries.native, 'bin', 'postgres'), ['-D', seen.cluster, ...options(listening, quick)]);
    const ids = order.uid === undefined || order.gid === undefined ? {} : { uid: order.uid, gid: order.gid };
    const child = spawn(order.file, [...order.args], {
      cwd: seen.cwd, env: engineEnvironment(binaries), stdio: [order.holdsInput ? 'pipe' : 'ignore', 'ignore', 'pipe'],
      // of its own group: Ctrl-C at the terminal is for us, and the server goes when we have finished with it
      detached: true, ...ids,
    });
    child.on('error', (error) => this.#log.error({ err: error }, 'the database cannot be started'));
    const lines = createInterface({ input: child.stderr! });
    lines.on('line', (line) => {
      this.#said = [...this.#said.slice(-9), line];
      this.#log.info({ from: 'postgres' }, line);
    });
    return child;
  }
}

/** The process that runs on this folder, from the file that Postgres writes; null where none does. */
export function readPostmaster(folder: string): { pid: number; ready: boolean; listening: Listening } | null {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterOf(folder), 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const socket = lines[4] ?? '';
  return { pid, ready: lines[7]?.trim() === 'ready', listening: { host: socket === '' ? LOOPBACK : resolve(clusterOf(folder), socket), port: Number(lines[3]) } };
}

function options({ host, port }: Listening, quick: boolean): string[] {
  const onSocket = host !== LOOPBACK;
  const settings: Record<string, string> = {
    listen_addresses: onSocket ? '' : host,
    unix_socket_directories: onSocket ? `"${host.replaceAll('"', '""')}"` : '',
    unix_socket_permissions: '0700',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What readers and journalists type must not come into a log by way of a failed sentence.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '',
    log_checkpoints: 'off',
    jit: 'off',
    ...(quick ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function chooseListening({ folder, housing }: Place): Promise<Listening> {
  const socket = socketOf(folder);
  if (Buffer.byteLength(socket) > LONGEST_SOCKET_FOLDER) return { host: LOOPBACK, port: await freePort() };
  privateFolder(housing, socket);
  return { host: socket, port: SOCKET_PORT };
}

function socketOf(folder: string): string {
  return join(folder, SOCKET);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port is free')) : resolve(address.port)));
    });
  });
}

/** Waits until it accepts connections; false where it ended instead, or takes longer than anything would. */
async function isReady(folder: string, child: ChildProcess): Promise<boolean> {
  const end = Date.now() + READY_WITHIN;
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    const running = readPostmaster(folder);
    // through a watching shell, the server is our child's child
    if (running?.ready === true && (running.pid === child.pid || child.stdin !== null)) return true;
    await sleep(10);
  }
  return false;
}

/** Where the system could not end it with its program: we hold the lock, so nobody else needs it. */
async function endOrphan(folder: string): Promise<void> {
  const orphan = readPostmaster(folder);
  if (orphan === null) return forgetPostmaster(folder);
  const begun = Date.now();
  let asked: NodeJS.Signals | null = null;
  while (isAlive(orphan.pid)) {
    // one that is already ending needs a moment, not a signal
    const waited = Date.now() - begun;
    const wish = waited > 15_000 ? 'SIGQUIT' : waited > 300 ? 'SIGINT' : null;
    if (wish !== asked && wish !== null) process.kill(orphan.pid, wish);
    asked = wish;
    await sleep(20);
  }
}

/**
 * Postgres believes the number in its file as long as any process has it: another program since, or a dead one that
 * nobody buried, as in a container without an init. Its own check of what is left in memory stays.
 */
function forgetPostmaster(folder: string): void {
  const path = join(clusterOf(folder), 'postmaster.pid');
  if (!existsSync(path)) return;
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [NO_PROCESS, ...rest].join('\n'));
}

function signal(folder: string, child: ChildProcess, name: NodeJS.Signals): void {
  const pid = readPostmaster(folder)?.pid ?? child.pid;
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch {
    // it has just ended
  }
}

/** A Postgres, and not a dead process that waits for its burial or another program with that number. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
