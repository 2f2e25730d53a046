/** Every version that was released is upgraded to this one: no row is lost or altered, and the program runs on it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../src/platform/database/backup/restore.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { emptyDatabase } from '../src/platform/database/testing.ts';
import { folderStore } from '../src/platform/objects/folder.ts';
import { isRefused } from '../src/platform/result.ts';
import { startProgram } from './running.ts';

const folder = join(import.meta.dirname, 'upgrades');
const kept = readdirSync(folder).filter((name) => name.endsWith('.backup'));
const now = new Date('2026-11-26T00:00:00Z');

it('has a newsroom of a released version to upgrade', () => expect(kept).toContain('0055.backup'));

describe.each(kept)('a newsroom of the schema %s', (name) => {
  let database: { url: string; close(): Promise<void> };
  let client: pg.Client;
  const place = mkdtempSync(join(tmpdir(), 'broadsheet-upgrade-'));

  beforeAll(async () => {
    database = await emptyDatabase();
    const restored = await restoreBackup({ address: database.url, objects: folderStore(join(place, 'objects')), path: join(folder, name), replace: false, now });
    if (isRefused(restored)) throw new Error(JSON.stringify(restored));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await database?.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('keeps every row as it was, in every column', async () => {
    const tables = await tablesOf(client);
    expect(tables.size).toBeGreaterThan(60);
    const before = new Map<string, string[]>();
    for (const [table, columns] of tables) before.set(table, await rowsOf(client, table, columns));
    const migrated = await migrate({ address: database.url, now });
    expect(isRefused(migrated)).toBe(false);
    for (const [table, columns] of tables) {
      const after = new Set(await rowsOf(client, table, columns));
      expect([table, before.get(table)!.filter((row) => !after.has(row))]).toEqual([table, []]);
    }
  });

  it('is read on the pages of this version', async () => {
    const { rows: [story] } = await client.query<{ story_id: string }>('select story_id from comments where id = $1', ['kom1']);
    await client.end();
    const program = await startProgram({ sample: false, dataDir: join(place, 'data'), environment: { DATABASE_URL: database.url } });
    try {
      const page = async (path: string) => {
        const answer = await fetch(program.url + path);
        return `${answer.status} ${await answer.text()}`;
      };
      expect(await page('/')).toMatch(/^200 /u);
      expect(await page(`/kommentare/${story!.story_id}`)).toMatch(/^200 [^]*Föhn/u);
      expect(await page('/transparenz')).toMatch(/^200 /u);
    } finally {
      await program.stop();
    }
  });
});

async function tablesOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'migrations'
     group by c.relname order by c.relname`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

async function rowsOf(client: pg.Client, table: string, columns: readonly string[]): Promise<string[]> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const { rows } = await client.query<{ row: string }>(`select md5(row(${list})::text) || ' ' || left(row(${list})::text, 200) as row from ${pg.escapeIdentifier(table)}`);
  return rows.map(({ row }) => row);
}
