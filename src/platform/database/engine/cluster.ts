/** The files of a Postgres of our own: made once, with passwords that only we can read. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { refuse, type Refused } from '../../result.ts';
import type { Binaries } from './binaries.ts';
import { engineEnvironment, HERE, type Housing } from './housing.ts';
import { NoStart } from './no-start.ts';
import { giveTo, likeItsFolder } from './owner.ts';

const run = promisify(execFile);

/** The role that owns everything and is used only to make the other role and its database. */
export const OWNER = 'owner';
/** Where initdb reads that role's password, for as long as it runs. */
const PASSWORD = 'owner.password';

export interface Secrets {
  readonly owner: string;
  readonly program: string;
}

export interface Place {
  /** The engine's folder inside the data folder. */
  readonly folder: string;
  readonly binaries: Binaries;
  readonly housing: Housing;
  /** For tests: nothing is synced to disk. */
  readonly quick: boolean;
}

/** Where Postgres is started, and how it names the folder of its cluster and the engine's from there. */
export function standpoint({ folder, housing }: Place, cluster: string): { cwd: string; cluster: string; folder: string } {
  return housing.inside ? { cwd: cluster, cluster: HERE, folder: '..' } : { cwd: folder, cluster, folder };
}

export function clusterOf(folder: string): string {
  return join(folder, 'cluster');
}

/** Makes the cluster where there is none; refuses one that another version of Postgres wrote. */
export async function ensureCluster(place: Place): Promise<Secrets | Refused<'other-version' | 'no-secrets'>> {
  const cluster = clusterOf(place.folder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const secrets = writeSecrets(place.folder);
    await makeCluster(place, secrets);
    return secrets;
  }
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = await majorVersion(place);
  if (version !== ours) {
    return refuse('other-version', { message: `The database in ${place.folder} was written by Postgres ${version}, and this program brings ${ours}. Write a backup with the version of Broadsheet that you used before, then restore it with this one into a new DATA_DIR.` });
  }
  giveTo(place.housing, cluster);
  return readSecrets(place.folder) ?? refuse('no-secrets', { message: `${join(place.folder, 'secrets.json')} is missing or damaged: it holds the passwords of the database beside it. Put it back from a copy of the data folder, or restore a backup into a new DATA_DIR.` });
}

/** Null where there are none, or none that can be read. */
export function readSecrets(folder: string): Secrets | null {
  try {
    return z.object({ owner: z.string().min(1), program: z.string().min(1) }).parse(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') throw error;
    return null;
  }
}

/** Written under another name first: a crash in between leaves nothing that looks like a cluster. */
async function makeCluster(place: Place, secrets: Secrets): Promise<void> {
  const draft = join(place.folder, 'cluster.new');
  const password = join(place.folder, PASSWORD);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, secrets.owner, { mode: 0o600 });
  giveTo(place.housing, draft);
  giveTo(place.housing, password);
  try {
    await initdb(place, draft, { password: PASSWORD, locale: 'C.UTF-8' }).catch(async (error: unknown) => {
      // An older glibc does not know C.UTF-8 by itself; Postgres brings its own rules for it.
      if (!/invalid locale/iu.test(String(error))) throw error;
      await initdb(place, draft, { password: PASSWORD, locale: 'C' });
    });
  } catch (error) {
    throw new NoStart(String(error instanceof Error && 'stderr' in error ? error.stderr : error).split('\n'), place.folder);
  } finally {
    rmSync(password, { force: true });
  }
  const access = ['local all all scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256', ''].join('\n');
  writeFileSync(join(draft, 'pg_hba.conf'), access);
  giveTo(place.housing, draft);
  renameSync(draft, clusterOf(place.folder));
}

async function initdb(place: Place, cluster: string, { password, locale }: { password: string; locale: string }): Promise<void> {
  const seen = standpoint(place, cluster);
  const order = place.housing.wrap(join(place.binaries.native, 'bin', 'initdb'), [
    '-D', seen.cluster, '-U', OWNER, `--pwfile=${join(seen.folder, password)}`, '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`, '--text-search-config=simple',
    ...(place.quick ? ['--no-sync'] : []),
  ]);
  const ids = order.uid === undefined || order.gid === undefined ? {} : { uid: order.uid, gid: order.gid };
  await run(order.file, [...order.args], { cwd: seen.cwd, env: engineEnvironment(place.binaries), ...ids });
}

async function majorVersion(place: Place): Promise<string> {
  const order = place.housing.wrap(join(place.binaries.native, 'bin', 'postgres'), ['--version']);
  const ids = order.uid === undefined || order.gid === undefined ? {} : { uid: order.uid, gid: order.gid };
  const { stdout } = await run(order.file, [...order.args], { cwd: place.folder, env: engineEnvironment(place.binaries), ...ids });
  return /(\d+)/u.exec(stdout)?.[1] ?? '';
}

function writeSecrets(folder: string): Secrets {
  const secrets = { owner: randomBytes(24).toString('hex'), program: randomBytes(24).toString('hex') };
  const path = join(folder, 'secrets.json');
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeFileSync(file, JSON.stringify(secrets));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  likeItsFolder(path);
  return secrets;
}
