import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ObjectStore } from '../../objects/objects.ts';
import { BackupFile } from './file.ts';
import { isLeftOut, kinds, LARGEST_FRAME, type Header, type TableHead, type WaitingJob } from './format.ts';

export interface BackupOrder {
  readonly address: string;
  /** Absent where only the rows are wanted. */
  readonly objects?: ObjectStore;
  readonly path: string;
  readonly publicUrl: string;
  readonly now: Date;
}

export interface BackupWritten {
  readonly tables: number;
  readonly objects: number;
}

const PIECE = 512 * 1024;
const pack = promisify(gzip);

/**
 * Writes rows from one snapshot, then the objects, into one file of mode 0600. What goes wrong (a full disk) is
 * thrown, and nothing is left behind; a file that stood there before stays as it was.
 */
export async function writeBackup(order: BackupOrder): Promise<BackupWritten> {
  const client = new pg.Client({ connectionString: order.address, application_name: 'broadsheet backs up' });
  // a connection that is lost fails the sentence that waits for it
  client.on('error', () => undefined);
  const file = await BackupFile.create(order.path);
  try {
    await client.connect();
    const tables = await writeRows(client, file, order);
    const objects = order.objects === undefined ? 0 : await writeObjects(order.objects, file);
    await file.finish({ tables, objects });
    return { tables, objects };
  } catch (error) {
    await file.discard();
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What text means must not depend on how this server or that session is set. */
export const plainSession = `set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC'; set extra_float_digits to 1; set client_encoding to 'UTF8'`;

async function writeRows(client: pg.Client, file: BackupFile, { publicUrl, now }: BackupOrder): Promise<number> {
  await client.query(plainSession);
  await client.query('begin isolation level repeatable read read only');
  await file.json(kinds.header, await readHeader(client, publicUrl, now));
  const tables = (await readTables(client)).filter(({ name }) => !isLeftOut(name));
  for (const table of tables) {
    await file.json(kinds.table, table);
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const rows = client.query(copyTo(`copy (select ${columns} from ${pg.escapeIdentifier(table.name)}) to stdout`));
    for await (const piece of inPieces(rows)) await file.frame(kinds.rows, await pack(piece));
  }
  await writeJobs(client, file);
  await client.query('commit');
  return tables.length;
}

/** What waits or is under way; none where the program has never run. */
async function writeJobs(client: pg.Client, file: BackupFile): Promise<void> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  if (found?.there !== true) return;
  const { rows } = await client.query<WaitingJob>(
    `select name, coalesce(data, '{}') as facts, priority, singleton_key as key, to_char(start_after, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startAfter"
     from pgboss.job where state in ('created', 'retry', 'active') and not starts_with(name, '__pgboss') order by created_on, id`);
  for (let at = 0; at < rows.length; at += 1000) await file.json(kinds.jobs, rows.slice(at, at + 1000));
}

async function readHeader(client: pg.Client, publicUrl: string, now: Date): Promise<Header> {
  const migrations = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations order by name');
  const sequences = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null order by 1`);
  return { made: now.toISOString(), publicUrl, migrations: migrations.rows, sequences: sequences.rows };
}

/** Every table of ours, with the columns that are stored and not computed, in a fixed order. */
async function readTables(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`);
  return rows;
}

async function writeObjects(store: ObjectStore, file: BackupFile): Promise<number> {
  let count = 0;
  for await (const { address } of store.list()) {
    const object = await store.open(address);
    // swept since it was listed: no row of the snapshot names it
    if (object === null) continue;
    await file.json(kinds.object, { address, size: object.size });
    for await (const piece of inPieces(object.stream)) await file.frame(kinds.bytes, piece);
    count += 1;
  }
  return count;
}

/** Small pieces become larger ones, so that they pack well and none is larger than a frame. */
async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length; at += LARGEST_FRAME / 2) {
      const part = chunk.subarray(at, at + LARGEST_FRAME / 2);
      held.push(part);
      size += part.length;
      if (size < PIECE) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
