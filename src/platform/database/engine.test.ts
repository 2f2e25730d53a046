import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { silentLog } from '../log/json-log.ts';
import { isRefused } from '../result.ts';
import { connect, isDatabaseGone } from './connect.ts';
import { findEngine, startEngine, whoRuns, type Engine } from './engine.ts';
import { addressOf, type Access } from './engine/role.ts';
import { readPostmaster } from './engine/postmaster.ts';

const place = mkdtempSync(join(tmpdir(), 'broadsheet-engine-'));
// Making a cluster takes a second: whoever does not mind shares one.
const shared = join(place, 'gemeinsam');
const running: Engine[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function start(dataDir: string, doing = 'start'): Promise<Engine> {
  const engine = await startEngine({ dataDir, doing, log: silentLog });
  if (isRefused(engine)) throw new Error(JSON.stringify(engine));
  running.push(engine);
  return engine;
}

async function ask(access: Access, sentence: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: addressOf(access) });
  await client.connect();
  try {
    return (await client.query(sentence)).rows;
  } finally {
    await client.end();
  }
}

test('a folder of any name will do, and its socket is for nobody else', async () => {
  const dataDir = join(place, 'Zürich, «Grüezi»: "a" \'b\' c');
  const { access } = await start(dataDir);
  expect(await ask(access, 'select current_user as who')).toEqual([{ who: 'broadsheet' }]);
  expect(statSync(access.host).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, 'postgres', 'secrets.json')).mode & 0o077).toBe(0);
});

test('where the path is too long for a socket it listens to this machine alone, behind a password', async () => {
  const { access } = await start(join(place, 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3)));
  expect(access.host).toBe('127.0.0.1');
  expect(await ask(access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(ask({ ...access, password: 'falsch' }, 'select 1')).rejects.toThrow(/password authentication failed/u);
  await expect(ask({ ...access, user: 'owner', password: '' }, 'select 1')).rejects.toThrow();
});

test('of two that start at once on an empty folder one runs and the other is told by whom', async () => {
  const dataDir = join(place, 'rennen');
  const answers = await Promise.all([0, 1].map(() => startEngine({ dataDir, doing: 'start', log: silentLog })));
  for (const answer of answers) if (!isRefused(answer)) running.push(answer);
  const refused = answers.filter((answer) => isRefused(answer));
  expect(running).toHaveLength(1);
  expect(refused).toMatchObject([{ refused: 'running', detail: { pid: process.pid, doing: 'start' } }]);
  expect(String(refused[0]?.detail?.['message'])).toContain(dataDir);
});

test('a command finds the engine that runs, and none where none runs', async () => {
  const dataDir = shared;
  expect(findEngine(join(place, 'leer'))).toBeNull();
  const engine = await start(dataDir);
  expect(findEngine(dataDir)).toEqual(engine.access);
  expect(whoRuns(dataDir)).toEqual({ pid: process.pid, doing: 'start' });
  await engine.stop();
  expect(findEngine(dataDir)).toBeNull();
  expect(whoRuns(dataDir)).toBeNull();
});

test('a start waits for a command that has the folder for a while', async () => {
  const dataDir = shared;
  const command = await start(dataDir, 'backup');
  const waiting = start(dataDir);
  expect(await Promise.race([waiting.then(() => 'started'), sleep(200, 'waits')])).toBe('waits');
  await command.stop();
  expect(await ask((await waiting).access, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what a first start left unfinished does not stop the next', async () => {
  const dataDir = join(place, 'halb');
  mkdirSync(join(dataDir, 'postgres', 'cluster.new', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'secrets.json.new'), '{');
  const { access } = await start(dataDir);
  expect(await ask(access, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a cluster of another version of Postgres is refused and left as it is', async () => {
  const dataDir = shared;
  await (await start(dataDir)).stop();
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
  const ours = readFileSync(version);
  writeFileSync(version, '17\n');
  expect(await startEngine({ dataDir, doing: 'start', log: silentLog })).toMatchObject({ refused: 'other-version' });
  writeFileSync(version, ours);
  expect(whoRuns(dataDir)).toBeNull();
});

test('a database that is killed comes back by itself, with every row that was acknowledged', async () => {
  const dataDir = shared;
  const { access } = await start(dataDir);
  const { pool, close } = connect({ address: addressOf(access), log: silentLog });
  await pool.query('create table sätze (id int primary key)');
  for (let round = 1; round <= 3; round += 1) {
    await pool.query('insert into sätze values ($1)', [round]);
    process.kill(readPostmaster(join(dataDir, 'postgres'))!.pid, 'SIGKILL');
    const failures: unknown[] = [];
    const end = Date.now() + 15_000;
    for (;;) {
      try {
        const { rows } = await pool.query('select count(*) as count from sätze');
        if (failures.length > 0) expect(rows).toEqual([{ count: round }]);
        if (failures.length > 0) break;
      } catch (error) {
        failures.push(error);
      }
      if (Date.now() > end) throw new Error('it did not come back');
      await sleep(20);
    }
    expect(failures.every(isDatabaseGone)).toBe(true);
  }
  await close();
});

test('a program that is killed takes its database along, and the next start finds all that was acknowledged', async () => {
  const dataDir = join(place, 'Programm');
  for (let round = 0; round < 4; round += 1) {
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../../../bin/run'), join(import.meta.dirname, '../../../test/engine-holder.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [address] = await once(createInterface({ input: holder.stdout }), 'line') as [string];
    expect(address).toMatch(/^postgres:/u);
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table if not exists sätze (id int primary key)');
    expect((await client.query('select count(*) as count from sätze')).rows).toEqual([{ count: String(round) }]);
    await client.query('insert into sätze values ($1)', [round]);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await expect.poll(() => readPostmaster(join(dataDir, 'postgres')), { timeout: 5_000 }).toBeNull();
    await client.end().catch(() => undefined);
  }
});

test('a number in its file that another program has by now does not stop the start', async () => {
  const dataDir = shared;
  await (await start(dataDir)).stop();
  writeFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${process.ppid}\n${dataDir}/postgres/cluster\n1764000000\n5432\n${dataDir}/postgres/socket\n\n\nready   \n`);
  expect(findEngine(dataDir)).toBeNull();
  expect(await ask((await start(dataDir)).access, 'select 1 as one')).toEqual([{ one: 1 }]);
});
