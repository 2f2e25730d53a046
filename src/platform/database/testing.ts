/** A real Postgres for tests: one per run, a fresh database per file. Nothing of it reaches the disk in earnest. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { silentLog } from '../log/json-log.ts';
import { isRefused } from '../result.ts';
import { connect } from './connect.ts';
import type { Db } from './database.ts';
import { engineFolder, startEngine } from './engine.ts';
import { OWNER, readSecrets } from './engine/cluster.ts';
import { addressOf } from './engine/role.ts';
import { migrate } from './migrate.ts';

/** What a run's own process hands to its tests. */
export interface TestEngine {
  /** The database as the program's role. */
  readonly address: string;
  /** As the owner of the cluster, who may make databases. */
  readonly ownerAddress: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testEngine: TestEngine;
  }
}

export interface TestDatabase {
  readonly db: Db;
  /** As DATABASE_URL would say it. */
  readonly url: string;
  close(): Promise<void>;
}

const TEMPLATE = 'template_house';

/** Starts the run's engine with a migrated database to copy; without vitest too. */
export async function startTestEngine(): Promise<TestEngine & { stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  const engine = await startEngine({ dataDir, doing: 'test', log: silentLog, quick: true });
  const secrets = readSecrets(engineFolder(dataDir));
  if (isRefused(engine) || secrets === null) throw new Error(`no database for the tests: ${JSON.stringify(engine)}`);
  const owner = { ...engine.access, user: OWNER, password: secrets.owner, database: 'postgres' };
  const stop = async () => {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const made = { address: addressOf(engine.access), ownerAddress: addressOf(owner), stop };
  try {
    await asOwner(made, `create database ${TEMPLATE} owner ${engine.access.user}`);
    const migrated = await migrate({ address: addressOf({ ...engine.access, database: TEMPLATE }), now: new Date() });
    if (isRefused(migrated)) throw new Error(JSON.stringify(migrated));
    return made;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database with the whole schema and nothing in it, for one test file. */
export async function testDatabase(engine: TestEngine = inject('testEngine')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(engine, `create database ${name} template ${TEMPLATE} owner broadsheet`);
  const url = elsewhere(engine.address, name);
  const { db, close } = connect({ address: url, log: silentLog });
  return {
    db, url,
    async close() {
      await close();
      await asOwner(engine, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A database without even the schema. */
export async function emptyDatabase(engine: TestEngine = inject('testEngine')): Promise<{ url: string; close(): Promise<void> }> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await asOwner(engine, `create database ${name} owner broadsheet`);
  return { url: elsewhere(engine.address, name), close: () => asOwner(engine, `drop database if exists ${name} with (force)`) };
}

async function asOwner(engine: TestEngine, sentence: string): Promise<void> {
  const client = new pg.Client({ connectionString: engine.ownerAddress });
  await client.connect();
  try {
    await client.query(sentence);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
function elsewhere(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
