/**
 * Keeps a newsroom as today's schema holds it, so that every later version is tried on it (`test/upgrade.test.ts`): the
 * sample newsroom, and a row in each table that it leaves empty. Rows only: pictures weigh, and no step touches them.
 *
 *     node bin/run test/upgrades/keep.ts
 *
 * Run it when a version is released, and commit the file that it names beside the ones before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { writeBackup } from '../../src/platform/database/backup/write.ts';
import { isLeftOut } from '../../src/platform/database/backup/format.ts';
import { findEngine } from '../../src/platform/database/engine.ts';
import { addressOf } from '../../src/platform/database/engine/role.ts';
import { readMigrations } from '../../src/platform/database/migrate.ts';
import { isRefused } from '../../src/platform/result.ts';
import { startProgram } from '../running.ts';

const last = readMigrations().at(-1)!.name.slice(0, 4);
const program = await startProgram({ sample: true });
try {
  const access = findEngine(program.dataDir);
  if (access === null || isRefused(access)) throw new Error(`no database in ${program.dataDir}`);
  const address = addressOf(access);
  await fillRest(address);
  const path = join(import.meta.dirname, `${last}.backup`);
  await writeBackup({ address, path, publicUrl: 'https://example.org', now: new Date() });
  console.log(path);
} finally {
  await program.stop();
}

async function fillRest(address: string): Promise<void> {
  const database = new pg.Client({ connectionString: address });
  await database.connect();
  try {
    await database.query(readFileSync(join(import.meta.dirname, 'rows.sql'), 'utf8'));
    let empty = await emptyTables(database);
    // Some are filled by jobs after the start.
    for (let left = 60; empty.length > 0 && left > 0; left -= 1) {
      await pause(1_000);
      empty = await emptyTables(database);
    }
    if (empty.length > 0) throw new Error(`nothing stands in ${empty.join(', ')}: give each a row in rows.sql`);
  } finally {
    await database.end();
  }
}

async function emptyTables(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  const empty: string[] = [];
  for (const { name } of rows) {
    if (isLeftOut(name)) continue;
    const { rows: [found] } = await database.query<{ there: boolean }>(`select exists (select from ${pg.escapeIdentifier(name)}) as there`);
    if (found?.there !== true) empty.push(name);
  }
  return empty;
}
