/**
 * A real Postgres of our own in the data folder, where no DATABASE_URL is set. The lock is on starting it, not on
 * using it: a command that finds it running connects to it.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log/log.ts';
import { isRefused, refuse, type Refused } from '../result.ts';
import { broughtPostgres, copyPostgres, linkLibraries } from './engine/binaries.ts';
import { ensureCluster, readSecrets, type Place, type Secrets } from './engine/cluster.ts';
import { findHousing, findHousingInside, type Housing } from './engine/housing.ts';
import { likeItsFolder } from './engine/owner.ts';
import { isHolder, takeLock, type Holder, type Lock } from './engine/lock.ts';
import { NoStart } from './engine/no-start.ts';
import { Postmaster, readPostmaster, type Listening } from './engine/postmaster.ts';
import { ensureProgramRole, type Access } from './engine/role.ts';

export interface Engine {
  /** As the program's role, which is no superuser. */
  readonly access: Access;
  /** Which user Postgres runs as: for the doctor. */
  readonly housing: Housing['name'];
  /** Stops the server and lets the folder go. */
  stop(): Promise<void>;
}

export interface EngineOrder {
  readonly dataDir: string;
  /** The command, for the line that another one is refused with. */
  readonly doing: string;
  readonly log: Log;
  /** Tests alone: nothing is synced to disk. */
  readonly quick?: boolean;
}

export type EngineRefusal = Refused<'running' | 'no-postgres' | 'no-user' | 'other-version' | 'no-secrets' | 'not-ours' | 'no-start'>;

/** How long a command waits for another that has the folder; a running program is never waited for. */
const PATIENCE = 10 * 60_000;
/** Held for a moment by who only wants to know. */
const A_LOOK = 'a look';

/** Starts the engine of the data folder, made first where there is none; refused while another process runs it. */
export async function startEngine(order: EngineOrder): Promise<Engine | EngineRefusal> {
  const folder = engineFolder(order.dataDir);
  const lock = await enter(folder, order);
  if (isRefused(lock)) return lock;
  try {
    const engine = await startLocked(order, folder, lock);
    if (isRefused(engine)) lock.release();
    return engine;
  } catch (error) {
    lock.release();
    if (error instanceof NoStart) return refuse('no-start', { message: error.message });
    throw error;
  }
}

/** The running engine's access, or null where none runs on this folder. */
export function findEngine(dataDir: string): Access | null | Refused<'not-ours'> {
  const folder = engineFolder(dataDir);
  try {
    const running = readPostmaster(folder);
    const secrets = running?.ready === true ? readSecrets(folder) : null;
    return running === null || secrets === null ? null : accessOf(running.listening, secrets);
  } catch (error) {
    if (isDenied(error)) return refuse('not-ours', { message: notOursLine(dataDir) });
    throw error;
  }
}

/** Who has the engine of this folder at the moment; null where nobody has. */
export function whoRuns(dataDir: string): Holder | null {
  const folder = engineFolder(dataDir);
  if (!existsSync(folder)) return null;
  const lock = takeLock(join(folder, 'lock'), A_LOOK);
  if (isHolder(lock)) return lock;
  lock.release();
  return null;
}

export function engineFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

async function startLocked(order: EngineOrder, folder: string, lock: Lock): Promise<Engine | EngineRefusal> {
  const place = findPlace(folder, order.quick ?? false);
  if (isRefused(place)) return place;
  const secrets = await ensureCluster(place);
  if (isRefused(secrets)) return secrets;
  const postmaster = await Postmaster.start(place, order.log);
  const access = accessOf(postmaster.listening, secrets);
  const stop = async () => {
    await postmaster.stop();
    lock.release();
  };
  try {
    await ensureProgramRole(access, secrets);
  } catch (error) {
    await stop();
    throw error;
  }
  return { access, housing: place.housing.name, stop };
}

/** As whom, and from which binaries: where another user cannot read them, from a copy. */
function findPlace(folder: string, quick: boolean): Place | Refused<'no-postgres' | 'no-user'> {
  const native = broughtPostgres();
  if (isRefused(native)) return native;
  const binaries = linkLibraries(native, folder);
  const housing = findHousing(binaries, folder);
  if (housing !== null) return { folder, binaries, housing, quick };
  const copied = process.getuid?.() === 0 ? copyPostgres(native) : null;
  const second = copied === null ? null : (findHousing(copied, folder) ?? findHousingInside(copied, folder));
  if (copied !== null && second !== null) return { folder, binaries: copied, housing: second, quick };
  return refuse('no-user', { message: process.getuid?.() === 0 ? noUserLine(folder) : 'Postgres does not run here: its binaries are built for glibc. On another system set DATABASE_URL to a Postgres of yours.' });
}

/** Makes the folder and takes its lock. A command waits for another command, nothing waits for a running program. */
async function enter(folder: string, { doing, dataDir, log }: EngineOrder): Promise<Lock | EngineRefusal> {
  try {
    makeFolders(folder);
    const end = Date.now() + (doing === 'restore' ? 1_000 : PATIENCE);
    for (let told = false; ;) {
      const lock = takeLock(join(folder, 'lock'), doing);
      if (!isHolder(lock)) return lock;
      if (lock.doing === 'start' || Date.now() > end) return refuse('running', { ...lock, message: runningLine(lock, dataDir) });
      if (!told && lock.doing !== A_LOOK) log.warn({ ...lock }, 'waiting for another command to finish');
      told ||= lock.doing !== A_LOOK;
      await sleep(50);
    }
  } catch (error) {
    if (isDenied(error)) return refuse('not-ours', { message: notOursLine(dataDir) });
    throw error;
  }
}

/** Where root makes them, another user passes through to its own folder inside, and sees nothing on the way. */
function makeFolders(folder: string): void {
  const dataDir = dirname(folder);
  const passable = process.getuid?.() === 0 ? 0o711 : 0o700;
  for (const path of [dataDir, folder]) {
    if (existsSync(path)) continue;
    mkdirSync(path, { recursive: true });
    chmodSync(path, passable);
  }
  if (passable === 0o700) return;
  chmodSync(folder, passable);
  likeItsFolder(folder);
}

function accessOf({ host, port }: Listening, secrets: Secrets): Access {
  return { host, port, user: 'broadsheet', password: secrets.program, database: 'broadsheet' };
}

function runningLine({ pid, doing }: Holder, dataDir: string): string {
  const who = doing === 'start' ? 'Broadsheet already runs' : `«${doing}» is at work`;
  return `${who} on ${dataDir} (process ${pid}). Stop it first, or give another folder with --data.`;
}

function notOursLine(dataDir: string): string {
  return `${dataDir} belongs to another user. Run the command as the user who started Broadsheet.`;
}

function noUserLine(folder: string): string {
  return `Postgres does not run here: it refuses to be root, the user «nobody» cannot enter ${folder}, this system allows no user namespaces, and no copy can be kept in /var/lib. Start as an ordinary user, set DATA_DIR to a folder outside of a home (such as /var/lib/broadsheet), or set DATABASE_URL.`;
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
