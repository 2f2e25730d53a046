import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { plainError } from '../log/json-log.ts';
import type { Db, Tables } from './database.ts';

export interface Connected {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Ends every connection at once: what waits on one fails as if the database had gone. */
  hangUp(): void;
  close(): Promise<void>;
}

export interface ConnectOrder {
  /** As DATABASE_URL says it. */
  readonly address: string;
  readonly log: Log;
  /** Connections at once. */
  readonly most?: number;
}

/** Longer than any sentence of ours may take; what takes longer is a bug that must not hold a connection. */
const STATEMENT_TIMEOUT = 30_000;
/** A reader waits no longer to hear that the database is away. */
const CONNECT_WITHIN = 3_000;
/** A stop is over within five seconds, and the jobs have had four of them. */
const CLOSE_WITHIN = 300;

/** Connects when the first sentence is asked, and again whenever a connection was lost. */
export function connect({ address, log, most = 10 }: ConnectOrder): Connected {
  const pool = new pg.Pool({
    connectionString: address, max: most, types, keepAlive: true, application_name: 'broadsheet',
    connectionTimeoutMillis: CONNECT_WITHIN, idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT, idle_in_transaction_session_timeout: 60_000,
    // where even the end of a connection is not heard of
    query_timeout: STATEMENT_TIMEOUT + 5_000,
  });
  // A connection that waits in the pool may be lost at any time: the next one is made when it is needed.
  pool.on('error', (error) => log.warn({ err: plainError(error) }, 'a connection to the database was lost'));
  // and one that is in use fails its sentence, which is told to whoever asked
  const clients = new Set<pg.PoolClient>();
  pool.on('connect', (client) => clients.add(client.on('error', () => undefined)));
  pool.on('remove', (client) => clients.delete(client));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // Ending waits for sentences that are under way, and one may take its time: what stops then is rolled back.
  return { db, pool, hangUp: () => clients.forEach(hangUpOn), close: () => Promise.race([db.destroy(), sleep(CLOSE_WITHIN, undefined, { ref: false })]) };
}

/** Not `end()`, which would wait for a farewell. */
export function hangUpOn(client: pg.ClientBase): void {
  (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream?.destroy();
}

/** Whether an error means that the database is away, and not that a sentence was wrong: the answer is a 503. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A socket that is missing means that Postgres is; any other file that is missing does not.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall !== 'connect') return false;
  return goneCodes.has(code) || code.startsWith('08') || goneWords.test(error.message) || (error.cause !== undefined && isDatabaseGone(error.cause));
}

// From the system, and from Postgres when it goes, comes, or has no connection left (its manual, appendix A).
const goneCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', '57P01', '57P02', '57P03', '53300']);
// pg says these without a code
const goneWords = /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout/u;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeNumber],
  [INT8_ARRAY, (text) => texts(text).map((item) => (item === null ? null : safeNumber(item)))],
  // A day is no instant: as a Date it would be midnight somewhere.
  [DATE, (text) => text],
  [DATE_ARRAY, texts],
]);

/** Reads int8 as a number, days and decimals as text, instants as Date. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return (format === 'binary' ? undefined : parsers.get(id)) ?? pg.types.getTypeParser(id, format as 'text');
  },
} as pg.CustomTypesConfig;

function texts(text: string): (string | null)[] {
  return pg.types.getTypeParser(TEXT_ARRAY as never)(text) as (string | null)[];
}

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be counted exactly`);
  return number;
}
