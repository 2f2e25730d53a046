/** The schema's steps: files `migrations/NNNN-name.sql`, forward only, never changed once released. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { refuse, type Refused } from '../result.ts';

export interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly sentences: string;
}

export interface MigrateOrder {
  readonly address: string;
  readonly now: Date;
  /** Called once before the first step on a database that has something to lose. */
  before?(pending: readonly string[]): Promise<void>;
}

export interface Migrated {
  /** The names of the steps that were done now. */
  readonly applied: readonly string[];
  /** Whether this was the first: the database was empty before. */
  readonly first: boolean;
}

export type SchemaRefusal = Refused<'newer-schema' | 'changed-migration' | 'old-postgres' | 'no-extension'>;

export const migrationsFolder = join(import.meta.dirname, '..', '..', '..', 'migrations');
/** Search needs them. Both are «trusted»: the owner of a database may create them. */
const EXTENSIONS = ['pg_trgm', 'unaccent'];
const OLDEST_POSTGRES = 15;
// «broadsheet» in no system's numbering: any constant that nobody else locks
const LOCK = 7_208_170_324;

/** Does what is left to do, one process at a time, each step in a transaction of its own. */
export async function migrate(order: MigrateOrder): Promise<Migrated | SchemaRefusal> {
  const client = new pg.Client({ connectionString: order.address, application_name: 'broadsheet migrates' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return (await refuseServer(client)) ?? (await migrateLocked(client, order));
  } finally {
    await client.end();
  }
}

/** Names of the steps that are still to be done, or why none can be. Changes nothing. */
export async function pendingMigrations(client: pg.ClientBase): Promise<readonly string[] | SchemaRefusal> {
  const done = await readDone(client);
  const known = readMigrations();
  return compare(done, known) ?? known.filter(({ name }) => !done.has(name)).map(({ name }) => name);
}

/** Every step there is, in order. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/u.test(file)).sort().map((file) => {
    const sentences = readFileSync(join(folder, file), 'utf8');
    return { name: file.replace(/\.sql$/u, ''), checksum: createHash('sha256').update(sentences.replaceAll('\r\n', '\n')).digest('hex'), sentences };
  });
}

/** Makes an empty database ready for the first step. */
export async function prepareDatabase(client: pg.ClientBase): Promise<Refused<'no-extension'> | null> {
  for (const name of EXTENSIONS) {
    try {
      await client.query(`create extension if not exists ${name}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refuse('no-extension', { message: `The database has no extension «${name}», and it cannot be made (${reason}). As its administrator run: create extension ${name};` });
    }
  }
  await client.query('create table if not exists migrations (name text primary key, checksum text not null, at timestamptz not null)');
  return null;
}

/** One step, inside a transaction that the caller has begun. */
export async function applyMigration(client: pg.ClientBase, { name, checksum, sentences }: Migration, now: Date): Promise<void> {
  try {
    await client.query(sentences);
  } catch (error) {
    throw new Error(`the migration ${name} failed`, { cause: error });
  }
  await client.query('insert into migrations (name, checksum, at) values ($1, $2, $3)', [name, checksum, now]);
}

async function migrateLocked(client: pg.Client, { now, before }: MigrateOrder): Promise<Migrated | SchemaRefusal> {
  const done = await readDone(client);
  const known = readMigrations();
  const wrong = compare(done, known) ?? (await prepareDatabase(client));
  if (wrong !== null) return wrong;
  const pending = known.filter(({ name }) => !done.has(name));
  if (pending.length > 0 && done.size > 0) await before?.(pending.map(({ name }) => name));
  for (const migration of pending) {
    await client.query('begin');
    try {
      await applyMigration(client, migration, now);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
  return { applied: pending.map(({ name }) => name), first: done.size === 0 };
}

async function refuseServer(client: pg.Client): Promise<Refused<'old-postgres'> | null> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major >= OLDEST_POSTGRES) return null;
  return refuse('old-postgres', { message: `DATABASE_URL leads to Postgres ${major}; Broadsheet needs ${OLDEST_POSTGRES} or later.` });
}

async function readDone(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
  if (found?.there !== true) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations order by name');
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function compare(done: ReadonlyMap<string, string>, known: readonly Migration[]): Refused<'newer-schema' | 'changed-migration'> | null {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    const ours = checksums.get(name);
    if (ours === undefined) return refuse('newer-schema', { name, message: `The database is newer than this program: it has had the step «${name}», which this version does not know. Use the newer version, or restore a backup from before.` });
    if (ours !== checksum) return refuse('changed-migration', { name, message: `The step «${name}» in migrations/ is not the one that this database has had. A released step is never changed: put the file back as it was.` });
  }
  return null;
}
