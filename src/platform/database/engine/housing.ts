/**
 * As whom Postgres runs. It refuses to be root, and it must end when the program ends, however that dies: an
 * orphan would keep its lock and the next start would fail.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';

// Fixed, since as root nothing should run that somebody else's PATH names.
const SYSTEM_PATH = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin'];

/** On Linux: wherever the program stands. */
export const HERE = '/proc/self/cwd';

export interface Housing {
  readonly name: 'self' | 'other' | 'namespace';
  /** Who owns the cluster's files, as seen from here. Null: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /**
   * Whether that user cannot come to the folder: then it is started inside, and names everything from there.
   */
  readonly inside: boolean;
  /** The command that runs a program as that user and ends it with us. */
  wrap(program: string, args: readonly string[]): Command;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Whether the program ends with us only as long as its standard input stays open. */
  readonly holdsInput: boolean;
}

/** The first way in which the programs run and reach the folder; null where there is none. */
export function findHousing(binaries: Binaries, folder: string): Housing | null {
  return candidates(folder).find((housing) => works(housing, binaries, folder)) ?? null;
}

/**
 * As root, where nobody can come to the folder and the system allows no namespaces: a program may stay where it was
 * when it became nobody, and Linux calls that place by a name that leads there. Null elsewhere.
 */
export function findHousingInside(binaries: Binaries, folder: string): Housing | null {
  const nobody = readAccounts().find((account) => account.name === 'nobody');
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || nobody === undefined) return null;
  const housing: Housing = { ...other(nobody), inside: true };
  return works(housing, binaries, folder) ? housing : null;
}

/** What the programs need around them: nothing of ours, and the libraries' names. */
export function engineEnvironment(binaries: Binaries): Record<string, string> {
  return { PATH: SYSTEM_PATH.join(':'), LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: binaries.libraries, DYLD_LIBRARY_PATH: binaries.libraries };
}

function candidates(folder: string): Housing[] {
  const accounts = readAccounts();
  const nobody = accounts.find((account) => account.name === 'nobody') ?? accounts.find((account) => account.uid !== 0);
  const inNamespace = nobody === undefined || !has('unshare') ? [] : [namespace(nobody)];
  if (process.getuid?.() !== 0) return hasAccount() ? [self] : [...inNamespace, self];
  const owners = ownersAbove(folder, accounts);
  // a folder that belongs to a user is that user's; one in a user's home can at least be entered by them
  const own = owners.filter(({ uid }) => uid === statSync(folder).uid);
  return [...own.map(other), ...(nobody === undefined ? [] : [other(nobody)]), ...inNamespace, ...owners.map(other)];
}

/** Whoever, other than root, owns the folder or one above it. */
function ownersAbove(folder: string, accounts: readonly Account[]): Account[] {
  const uids = new Set<number>();
  for (let path = folder; path !== dirname(path); path = dirname(path)) uids.add(statSync(path).uid);
  return accounts.filter(({ uid }) => uid !== 0 && uids.has(uid));
}

const self: Housing = { name: 'self', owner: null, inside: false, wrap: endsWithUs };

/** Another user of the machine: what Postgres could be made to do, it does as nobody. */
function other({ uid, gid }: Account): Housing {
  return {
    name: 'other', owner: { uid, gid }, inside: false,
    wrap(program, args) {
      if (!has('setpriv')) return { ...endsWithUs(program, args), uid, gid };
      const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig=INT'];
      return { file: 'setpriv', args: [...ids, '--', program, ...args], holdsInput: false };
    },
  };
}

/** Under a folder that others cannot enter: the same user, called by another name inside. */
function namespace({ uid, gid }: Account): Housing {
  return {
    name: 'namespace', owner: process.getuid?.() === 0 ? { uid: 0, gid: 0 } : null, inside: false,
    wrap(program, args) {
      const inner = endsWithUs(program, args);
      return { ...inner, file: 'unshare', args: ['-U', `--map-user=${uid}`, `--map-group=${gid}`, '--', inner.file, ...inner.args] };
    },
  };
}

/** Linux ends a program with its parent when asked; elsewhere a shell watches a pipe that closes with us. */
function endsWithUs(program: string, args: readonly string[]): Command {
  if (has('setpriv')) return { file: 'setpriv', args: ['--pdeathsig=INT', '--', program, ...args], holdsInput: false };
  const watch = 'exec 3<&0; "$@" </dev/null 3<&- & p=$!; trap "" INT; (cat <&3; kill -INT $p) >/dev/null 2>&1 & wait $p';
  return { file: '/bin/sh', args: ['-c', watch, 'watch', program, ...args], holdsInput: true };
}

function works(housing: Housing, binaries: Binaries, folder: string): boolean {
  const script = 'cd "$1" && "$2" --version && "$3" --version';
  const programs = ['initdb', 'postgres'].map((name) => join(binaries.native, 'bin', name));
  const { file, args, uid, gid } = housing.wrap('/bin/sh', ['-c', script, 'probe', housing.inside ? HERE : folder, ...programs]);
  const ids = uid === undefined || gid === undefined ? {} : { uid, gid };
  const answer = spawnSync(file, args, { cwd: folder, env: engineEnvironment(binaries), stdio: ['pipe', 'ignore', 'ignore'], timeout: 10_000, ...ids });
  return answer.status === 0;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function readAccounts(): Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).filter((fields) => fields.length >= 4)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

/** A container may run under a number that no account has; initdb wants a name. */
function hasAccount(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

function has(program: string): boolean {
  return SYSTEM_PATH.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
