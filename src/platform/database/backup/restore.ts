import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ObjectStore } from '../../objects/objects.ts';
import { isRefused, refuse, type Refused } from '../../result.ts';
import type { Seal } from '../../seals.ts';
import { applyMigration, prepareDatabase, readMigrations, type Migration } from '../migrate.ts';
import { checkBackup, readFrames, type Damaged } from './file.ts';
import { headerForm, kinds, objectHeadForm, tableHeadForm, waitingJobForm, type Frame, type Header, type ObjectHead, type TableHead, type WaitingJob } from './format.ts';
import { plainSession } from './write.ts';

export interface RestoreOrder {
  readonly address: string;
  readonly objects: ObjectStore;
  readonly path: string;
  /** Whether what is in the database may go. */
  readonly replace: boolean;
  readonly now: Date;
  /** What is known to be sealed beside the rows that are replaced. */
  readonly seals?: readonly Seal[];
}

export interface Restored {
  readonly header: Header;
  readonly tables: number;
  readonly objects: number;
  /** What was still to be done: for whoever can write jobs. */
  readonly jobs: readonly WaitingJob[];
}

export type RestoreRefusal = Damaged | Refused<'newer-schema' | 'not-empty' | 'running' | 'no-extension'>;

const unpack = promisify(gunzip);

/**
 * Puts the rows and objects of a backup in the place of what is there, all in one transaction: where anything goes
 * wrong the database is as it was. The schema is that of the backup; migrating comes after.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored | RestoreRefusal> {
  const whole = await checkBackup(order.path);
  if (isRefused(whole)) return whole;
  const client = new pg.Client({ connectionString: order.address, application_name: 'broadsheet restores' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const refused = (await refuseUsed(client)) ?? (order.replace ? null : await refuseFull(client));
    if (refused !== null) return refused;
    await client.query(plainSession);
    await client.query('begin');
    const restored = await replaceAll(client, order);
    await client.query(isRefused(restored) ? 'rollback' : 'commit');
    return restored;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function replaceAll(client: pg.Client, order: RestoreOrder): Promise<Restored | RestoreRefusal> {
  const seals = [...await readSeals(client), ...(order.seals ?? [])];
  const frames = readFrames(order.path);
  const header = headerForm.parse(json((await frames.next()).value));
  const steps = stepsOf(header);
  if (isRefused(steps)) return steps;
  await client.query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
  const refused = await prepareDatabase(client);
  if (refused !== null) return refused;
  for (const step of steps) await applyMigration(client, step, order.now);
  const keys = await setGuardsAside(client);
  const counted = await fill(client, frames, { objects: order.objects, sealed: new Set(seals.filter(({ kind }) => kind === 'object').map(({ reference }) => reference)) });
  for (const { name, last } of header.sequences) await client.query('select setval($1::regclass, $2::bigint)', [`public.${pg.escapeIdentifier(name)}`, last]);
  await putSealsBack(client, seals);
  await bringGuardsBack(client, keys);
  return { header, ...counted };
}

/** The schema's steps that the backup has had, each still known and unchanged. */
function stepsOf({ migrations }: Header): Migration[] | Refused<'newer-schema'> {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  const steps: Migration[] = [];
  for (const { name, checksum } of migrations) {
    const step = known.get(name);
    if (step?.checksum !== checksum) return refuse('newer-schema', { message: `The backup was written by another version of Broadsheet: it has had the step «${name}», which this one does not know. Use that version or a later one.` });
    steps.push(step);
  }
  return steps;
}

interface Filling {
  readonly objects: ObjectStore;
  /** Addresses of objects that the law made us remove since. */
  readonly sealed: ReadonlySet<string>;
}

async function fill(client: pg.Client, frames: AsyncIterable<Frame>, { objects, sealed }: Filling): Promise<Omit<Restored, 'header'>> {
  const counted = { tables: 0, objects: 0, jobs: [] as WaitingJob[] };
  let table: TableSink | null = null;
  let object: ObjectSink | null = null;
  const close = async () => {
    await table?.end();
    if (object !== null && !sealed.has(object.address)) await object.end(objects);
    table = object = null;
  };
  for await (const frame of frames) {
    if (frame.kind === kinds.rows) await (table as TableSink | null)?.write(await unpack(frame.content));
    else if (frame.kind === kinds.bytes) (object as ObjectSink | null)?.write(frame.content);
    else await close();
    if (frame.kind === kinds.table) {
      table = new TableSink(client, tableHeadForm.parse(json(frame)));
      counted.tables += 1;
    } else if (frame.kind === kinds.object) {
      object = new ObjectSink(objectHeadForm.parse(json(frame)));
      counted.objects += 1;
    } else if (frame.kind === kinds.jobs) counted.jobs.push(...waitingJobForm.array().parse(json(frame)));
  }
  return counted;
}

/** Rows go in as they came out. */
class TableSink {
  readonly #rows = new PassThrough();
  readonly #done: Promise<void>;

  constructor(client: pg.Client, { name, columns }: TableHead) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const into = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`));
    this.#done = pipeline(this.#rows, into).catch((error: unknown) => { throw new Error(`the rows of «${name}» do not fit`, { cause: error }); });
    // heard where it is waited for
    this.#done.catch(() => undefined);
  }

  async write(rows: Buffer): Promise<void> {
    if (!this.#rows.write(rows)) await Promise.race([new Promise((resolve) => this.#rows.once('drain', resolve)), this.#done]);
  }

  end(): Promise<void> {
    this.#rows.end();
    return this.#done;
  }
}

class ObjectSink {
  readonly address: string;
  readonly #size: number;
  readonly #pieces: Buffer[] = [];

  constructor({ address, size }: ObjectHead) {
    this.address = address;
    this.#size = size;
  }

  write(bytes: Buffer): void {
    this.#pieces.push(bytes);
  }

  async end(store: ObjectStore): Promise<void> {
    const bytes = Buffer.concat(this.#pieces);
    const address = await store.put(bytes);
    if (address !== this.address || bytes.length !== this.#size) throw new Error(`the object ${this.address} in the backup is not what its address says`);
  }
}

/** What had to be removed by law since the backup was made does not come back with it. */
async function readSeals(client: pg.Client): Promise<Seal[]> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('seals') is not null as there`);
  if (found?.there !== true) return [];
  return (await client.query<Seal>('select kind, reference, sealed_at as at, by_name as "byName", reason from seals order by id')).rows;
}

async function putSealsBack(client: pg.Client, seals: readonly Seal[]): Promise<void> {
  for (const { kind, reference, at, byName, reason } of seals) {
    await client.query('insert into seals (kind, reference, sealed_at, by_name, reason) values ($1, $2, $3, $4, $5) on conflict (kind, reference) do nothing', [kind, reference, at, byName, reason]);
  }
}

interface Guard {
  readonly table: string;
  readonly key: string;
  readonly sentence: string;
}

/** Tables may name each other in circles: the keys are checked when every row is there. */
async function setGuardsAside(client: pg.Client): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(
    `select conrelid::regclass::text as table, quote_ident(conname) as key, pg_get_constraintdef(oid) as sentence
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`);
  for (const { table, key } of rows) await client.query(`alter table ${table} drop constraint ${key}`);
  const tables = await client.query<{ table: string }>(`select oid::regclass::text as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  for (const { table } of tables.rows) {
    await client.query(`alter table ${table} disable trigger user`);
    // what the steps themselves wrote stands in the backup too
    if (table !== 'migrations') await client.query(`delete from ${table}`);
  }
  return rows;
}

async function bringGuardsBack(client: pg.Client, keys: readonly Guard[]): Promise<void> {
  const tables = await client.query<{ table: string }>(`select oid::regclass::text as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  for (const { table } of tables.rows) await client.query(`alter table ${table} enable trigger user`);
  for (const { table, key, sentence } of keys) await client.query(`alter table ${table} add constraint ${key} ${sentence}`);
}

/** On a database of yours nothing else tells whether the program runs. */
async function refuseUsed(client: pg.Client): Promise<Refused<'running'> | null> {
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'broadsheet%'`);
  return rowCount === 0 ? null : refuse('running', { message: 'Broadsheet runs on this database. Stop it first: a restore replaces everything under it.' });
}

async function refuseFull(client: pg.Client): Promise<Refused<'not-empty'> | null> {
  const { rows } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`);
  for (const { table } of rows) {
    const { rowCount } = await client.query(`select 1 from ${table} limit 1`);
    if (rowCount !== 0) return refuse('not-empty', { table, message: 'The database is not empty. With --replace everything in it goes, and what stands in the backup takes its place: write a backup of it before.' });
  }
  return null;
}

function json(frame: Frame | undefined): unknown {
  return JSON.parse(frame?.content.toString() ?? 'null');
}
