import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderStore } from '../../objects/folder.ts';
import { isRefused } from '../../result.ts';
import { migrate } from '../migrate.ts';
import { emptyDatabase, testDatabase } from '../testing.ts';
import { isLeftOut } from './format.ts';
import { keepBeforeMigrating } from './keep.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

const now = new Date('2026-11-23T12:00:00.123Z');
const place = mkdtempSync(join(tmpdir(), 'broadsheet-backup-'));
const path = join(place, 'Zürich «heute».backup');
const objects = folderStore(join(place, 'objects'));
const source = await testDatabase();
const picture = Buffer.from('ÿØÿà ein Bild'.repeat(100_000), 'latin1');
let written = { tables: 0, objects: 0 };

beforeAll(async () => {
  await ask(source.url, ROWS);
  await objects.put(picture);
  await objects.put(Buffer.alloc(0));
  written = await writeBackup({ address: source.url, objects, path, publicUrl: 'https://der-morgen.example', now });
});
afterAll(async () => {
  await source.close();
  rmSync(place, { recursive: true, force: true });
});

// Names that circle (authors and pictures), that stand on themselves, characters that COPY must escape, a log that
// refuses changes, and a session that must not come along.
const ROWS = String.raw`
  insert into sections (id, path, parent_id, names, language, created_at) values
    ('s2', 'international/usa', null, '{"de": "«USA» \\N \t"}', 'de', '2026-11-23T12:00:00.123456Z'), ('s1', 'international', null, '{"de": "Zürich\nß"}', 'de', '2026-11-23');
  update sections set parent_id = 's1' where id = 's2';
  insert into authors (id, slug, name, created_at) values ('a1', 'anna-mueller', 'Anna Müller', '2026-11-23');
  insert into pictures (id, original, name, media_type, width, height, bytes, language, created_at, created_by) values ('p1', 'x', E'\\x \\. Bild', 'image/jpeg', 4, 3, 9007199254740991, 'de', '2026-11-23', 'a1');
  update authors set portrait_id = 'p1';
  insert into acts (at, by_kind, by_id, by_name, act, subject) select '2026-11-23', 'program', 'p', 'Haus', 'probe', 'n' || n from generate_series(1, 5000) n;`;

async function ask<Row extends pg.QueryResultRow>(address: string, sentence: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sentence)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table that a backup holds, as one text per table. */
async function everything(address: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(address, `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  const contents: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !isLeftOut(table.name))) {
    contents[name] = (await ask<{ all: string | null }>(address, `select md5(string_agg(t::text, '|' order by t::text)) || count(*) as all from ${name} t`))[0]?.all ?? '';
  }
  return contents;
}

async function restoreInto(address: string, options: { file?: string; replace?: boolean; folder?: string } = {}) {
  return restoreBackup({ address, objects: folderStore(join(place, options.folder ?? 'restored')), path: options.file ?? path, replace: options.replace ?? false, now });
}

test('a backup is for its owner alone, and nothing unfinished stays beside it', () => {
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(place).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect(written.objects).toBe(2);
});

test('a restore into an empty database brings every row and object, and numbers go on where they were', async () => {
  const target = await emptyDatabase();
  const restored = await restoreInto(target.url);
  expect(restored).toMatchObject({ ...written, header: { publicUrl: 'https://der-morgen.example', made: now.toISOString() } });
  expect(await everything(target.url)).toEqual(await everything(source.url));
  expect(Buffer.from((await folderStore(join(place, 'restored')).get(await objects.put(picture)))!).equals(picture)).toBe(true);
  const next = `insert into acts (at, by_kind, by_id, by_name, act, subject) values ('2026-11-23', 'program', 'p', 'Haus', 'probe', 'x') returning id`;
  expect(await ask(target.url, next)).toEqual([{ id: '5001' }]);
  await expect(ask(target.url, 'delete from acts')).rejects.toThrow(/append-only/u);
  await expect(ask(target.url, `update authors set portrait_id = 'nirgends'`)).rejects.toThrow(/foreign key/u);
  expect(await migrate({ address: target.url, now })).toEqual({ applied: [], first: false });
  await target.close();
});

test('work that was still to be done is told to whoever restores, what was done is not', async () => {
  const busy = await testDatabase();
  await ask(busy.url, `create schema pgboss; create table pgboss.job (id int, name text, data jsonb, priority int, singleton_key text, start_after timestamptz, state text, created_on timestamptz default '2026-11-23');
    insert into pgboss.job values (1, 'mail.send', '{"mail": "Zürich"}', 5, null, '2026-11-23T12:00:00.5Z', 'active'), (2, 'mail.send', null, 0, 'k', '2026-11-24', 'created'), (3, 'mail.send', null, 0, null, '2026-11-24', 'completed'), (4, '__pgboss__send-it', null, 0, null, '2026-11-24', 'created')`);
  const file = join(place, 'Arbeit');
  await writeBackup({ address: busy.url, path: file, publicUrl: '', now });
  await busy.close();
  const target = await emptyDatabase();
  expect(await restoreInto(target.url, { file })).toMatchObject({ jobs: [
    { name: 'mail.send', facts: { mail: 'Zürich' }, priority: 5, key: null, startAfter: '2026-11-23T12:00:00.500Z' },
    { name: 'mail.send', facts: {}, priority: 0, key: 'k', startAfter: '2026-11-24T00:00:00.000Z' },
  ] });
  await target.close();
});

test('what is in the database goes only when that was said', async () => {
  const target = await testDatabase();
  await ask(target.url, `insert into authors (id, slug, name, created_at) values ('z9', 'zoe', 'Zoë', '2026-01-01')`);
  expect(await restoreInto(target.url)).toMatchObject({ refused: 'not-empty' });
  expect(await ask(target.url, 'select name from authors')).toEqual([{ name: 'Zoë' }]);
  expect(isRefused(await restoreInto(target.url, { replace: true }))).toBe(false);
  expect(await ask(target.url, 'select name from authors')).toEqual([{ name: 'Anna Müller' }]);
  await target.close();
});

test('a file that was altered anywhere, or cut off, is refused before anything is touched', async () => {
  const whole = readFileSync(path);
  const target = await emptyDatabase();
  for (const at of [25, 200, Math.floor(whole.length / 2), whole.length - 3]) {
    const altered = Buffer.from(whole);
    altered[at] = altered[at]! ^ 1;
    writeFileSync(join(place, 'altered'), altered);
    expect(await restoreInto(target.url, { file: join(place, 'altered') }), `byte ${at}`).toMatchObject({ refused: 'damaged' });
  }
  for (const length of [whole.length - 1, Math.floor(whole.length / 2), 22]) {
    writeFileSync(join(place, 'cut'), whole);
    truncateSync(join(place, 'cut'), length);
    expect(await restoreInto(target.url, { file: join(place, 'cut') }), `cut at ${length}`).toMatchObject({ refused: 'damaged' });
  }
  writeFileSync(join(place, 'other'), 'PK\u0003\u0004 ein Archiv');
  expect(await restoreInto(target.url, { file: join(place, 'other') })).toMatchObject({ refused: 'no-backup' });
  expect(await restoreInto(target.url, { file: join(place, 'nirgends') })).toMatchObject({ refused: 'no-backup' });
  expect(await ask(target.url, `select to_regclass('acts') as there`)).toEqual([{ there: null }]);
  await target.close();
});

test('what had to be removed by law since does not come back', async () => {
  const target = await testDatabase();
  const sealed = await objects.put(picture);
  await ask(target.url, `insert into seals (kind, reference, sealed_at, by_name, reason) values ('object', '${sealed}', '2026-11-23', 'Anna Müller', 'Urteil')`);
  await restoreInto(target.url, { replace: true, folder: 'sealed' });
  expect(await folderStore(join(place, 'sealed')).get(sealed)).toBeNull();
  expect(await ask(target.url, 'select reference, reason from seals')).toEqual([{ reference: sealed, reason: 'Urteil' }]);
  await target.close();
});

test('a restore that fails in the middle leaves the database as it was', async () => {
  const target = await testDatabase();
  await ask(target.url, `insert into authors (id, slug, name, created_at) values ('z9', 'zoe', 'Zoë', '2026-01-01')`);
  const full = { ...folderStore(join(place, 'full')), put: async () => { throw new Error('the disk is full'); } };
  await expect(restoreBackup({ address: target.url, objects: full, path, replace: true, now })).rejects.toThrow('the disk is full');
  expect(await ask(target.url, 'select name from authors')).toEqual([{ name: 'Zoë' }]);
  await target.close();
});

test('a backup that cannot be written leaves the one before as it was', async () => {
  const before = readFileSync(path);
  const torn = { ...objects, list: () => { throw new Error('the disk is full'); } };
  await expect(writeBackup({ address: source.url, objects: torn, path, publicUrl: '', now })).rejects.toThrow('the disk is full');
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(place).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('rows written while a backup runs are in it wholly or not at all', async () => {
  let going = true;
  const writer = (async () => {
    for (let n = 0; going; n += 1) await ask(source.url, `begin; insert into topics (id, slug, name, language, created_at) values ('t${n}', 't${n}', 'T${n}', 'de', '2026-11-23'); insert into agencies (id, slug, name, short_name, credit, created_at) values ('g${n}', 'g${n}', 'G', 'G', 'G', '2026-11-23'); commit`);
  })();
  const file = join(place, 'während');
  await writeBackup({ address: source.url, path: file, publicUrl: '', now });
  going = false;
  await writer;
  const target = await emptyDatabase();
  await restoreInto(target.url, { file });
  const [counts] = await ask<{ topics: string; agencies: string }>(target.url, 'select (select count(*) from topics) as topics, (select count(*) from agencies) as agencies');
  expect(counts?.topics).toBe(counts?.agencies);
  await target.close();
});

test('before a step of the schema the rows are kept, the last three times', async () => {
  for (const day of [1, 2, 3, 4]) {
    await keepBeforeMigrating({ address: source.url, dataDir: place, publicUrl: '', pending: ['0042-Überschrift'], now: new Date(Date.UTC(2026, 10, day)) });
  }
  const kept = readdirSync(join(place, 'backups')).sort();
  expect(kept.map((name) => name.slice(0, 8))).toEqual(['20261102', '20261103', '20261104']);
  const target = await emptyDatabase();
  expect(isRefused(await restoreInto(target.url, { file: join(place, 'backups', kept[2]!) }))).toBe(false);
  await target.close();
});

test.each(['staff_sessions', 'reader_sessions', 'staff_links', 'staff_attempts', 'story_presence'])('%s is not in a backup', (table) => {
  expect(isLeftOut(table)).toBe(true);
});
