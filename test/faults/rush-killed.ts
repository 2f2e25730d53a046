import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import { letReadersIn } from '../../bench/comments/readers.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { silentLog } from '../../src/platform/log/json-log.ts';
import { isRefused } from '../../src/platform/result.ts';
import type { Settings } from '../../src/settings.ts';
import { readSettings } from '../../src/settings.ts';
import { freePort, startProgram, type RunningProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { mustHold, until } from './fault.ts';
import { desk, write } from './newsdesk.ts';

const readers = 200;
/** How many have had their answer when it is killed: as the first ones do, between two transactions, in the middle of one. */
const killedAfter = [1, 20, 60, 100, 130] as const;
const times = killedAfter.length;
/** As long as nobody may write twice. */
const between = 3_100;

/** What readers were told is kept, across all kills. */
interface Told {
  /** Reader and round to the comment that was acknowledged. */
  readonly acknowledged: Map<string, string>;
  /** Every text that was ever sent, answered or not. */
  readonly sent: Set<string>;
  unanswered: number;
}

/** Every comment that was acknowledged is there after the start, none is there twice, and none that nobody sent. */
export const rushKilled: Fault = {
  name: `the program killed ${times} times while ${readers} readers post`,
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-rush-'));
    const port = await freePort();
    const environment = { TRUSTED_PROXY: '127.0.0.1' };
    const told: Told = { acknowledged: new Map(), sent: new Set(), unanswered: 0 };
    let answered = 0;
    let running = await startProgram({ sample: false, dataDir, port, environment });
    try {
      const story = await openStory(running);
      const cookies = await inDatabase(dataDir, (database) => letReadersIn(database, running.url, readers));
      for (const [at, enough] of killedAfter.entries()) {
        const before = told.acknowledged.size;
        const rush = everybodyPosts({ url: running.url, story, cookies, round: at, told });
        await until(async () => told.acknowledged.size - before >= enough, { within: 60_000, what: `${enough} answers` });
        answered += told.acknowledged.size - before;
        await running.kill();
        await rush;
        running = await startProgram({ sample: false, dataDir, port, environment });
        await compare(dataDir, told);
        // Whoever heard nothing sends the same again; what was kept all the same is not kept twice.
        await everybodyPosts({ url: running.url, story, cookies, round: at, told });
        await compare(dataDir, told);
        await pass(between);
      }
      mustHold(told.acknowledged.size === times * readers, `${told.acknowledged.size} of ${times * readers} were acknowledged in the end`);
      mustHold(told.unanswered > times, `only ${told.unanswered} were under way when it was killed`);
      mustHold(answered >= killedAfter.reduce((sum, one) => sum + one, 0), `only ${answered} had been answered when it was killed`);
      return `${told.acknowledged.size} comments acknowledged, none lost, none doubled; ${answered} of them just before a kill; ${told.unanswered} were under way at a kill and sent again`;
    } finally {
      await running.stop().catch(() => undefined);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

async function openStory(running: RunningProgram): Promise<string> {
  const ask = await desk(running);
  await ask('POST', '/sections', { path: 'chronik', name: 'Chronik' });
  const { id } = await write(ask, 'chronik');
  const { status } = await ask('POST', `/stories/${id}/publish`, {});
  mustHold(status === 200, `a story was not published: ${status}`);
  return id;
}

interface Posting {
  readonly url: string;
  readonly story: string;
  readonly cookies: readonly string[];
  readonly round: number;
  readonly told: Told;
}

async function everybodyPosts({ url, story, cookies, round, told }: Posting): Promise<void> {
  await Promise.all(cookies.map(async (cookie, reader) => {
    const text = `Leserin ${reader} schreibt in Runde ${round} über Zürich.`;
    told.sent.add(text);
    const answer = await fetch(`${url}/kommentare/${story}/schreiben`, {
      method: 'POST', redirect: 'manual', body: new URLSearchParams({ text }),
      headers: { cookie, origin: url, 'x-forwarded-for': `10.1.${reader >> 4}.${reader & 15}` },
    }).catch(() => null);
    if (answer === null || answer.status >= 500) return void (told.unanswered += 1);
    const [, id] = /^\/kommentar\/(\w+)/u.exec(answer.headers.get('location') ?? '') ?? [];
    mustHold(id !== undefined, `a post was answered with ${answer.status}`);
    const before = told.acknowledged.get(text);
    mustHold(before === undefined || before === id, `the same text was acknowledged as ${before} and as ${id}`);
    told.acknowledged.set(text, id!);
  }));
}

async function compare(dataDir: string, { acknowledged, sent }: Told): Promise<void> {
  const rows = await inDatabase(dataDir, async (database) => (await database.query<{ id: string; text: string }>('select id, text from comments')).rows);
  const there = new Map(rows.map(({ id, text }) => [text, id]));
  mustHold(there.size === rows.length, `${rows.length - there.size} comments are there twice`);
  const strange = rows.find(({ text }) => !sent.has(text));
  mustHold(strange === undefined, `nobody sent «${strange?.text}»`);
  const lost = [...acknowledged].filter(([text, id]) => there.get(text) !== id);
  mustHold(lost.length === 0, `${lost.length} acknowledged comments are lost, such as «${lost[0]?.[0]}»`);
}

/** With the database of the running program, beside it. */
async function inDatabase<T>(dataDir: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ settings: readSettings({ DATA_DIR: dataDir }) as Settings, doing: 'test', log: silentLog, now: new Date() });
  if (isRefused(opened)) throw new Error(opened.refused);
  const database = new pg.Client({ connectionString: opened.address });
  try {
    await database.connect();
    return await work(database);
  } finally {
    await database.end();
    await opened.close();
  }
}
