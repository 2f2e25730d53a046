/**
 * The discussion under a rush: real program, real database that syncs to disk, readers with sessions, the whole way of a
 * post (form, session, rules, screening, store, announcement). Beside it in the same run: the same rows by a plain INSERT.
 *
 *     node bin/run bench/comments.ts [SECONDS]
 */
import pg from 'pg';
import { client } from '../test/client.ts';
import type { RunningProgram } from '../test/running.ts';
import { startProgram } from '../test/running.ts';
import { pageBudget } from '../src/design/budget.ts';
import { silentLog } from '../src/platform/log/json-log.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import { isRefused } from '../src/platform/result.ts';
import type { Settings } from '../src/settings.ts';
import { readSettings } from '../src/settings.ts';
import { approveManyOn } from './comments/approving.ts';
import { plainInserts } from './comments/inserting.ts';
import { sendPosts } from './comments/posts.ts';
import { fillDiscussion, letReadersIn } from './comments/readers.ts';
import { sendLoad } from './pages-load.ts';
import { line, percentile } from './table.ts';

/** For each part: nobody writes twice within seconds. */
const readers = 2_000;
const leastAccepted = 400;
/** Longer, and the readers would be through before the part is over. */
const seconds = Math.min(readers / leastAccepted, Number(process.argv[2] ?? 3));

async function main(): Promise<void> {
  const program = await startProgram({ sample: false, environment: { TRUSTED_PROXY: '127.0.0.1' } });
  const opened = await openDatabase({ settings: readSettings({ DATA_DIR: program.dataDir }) as Settings, doing: 'bench', log: silentLog, now: new Date() });
  if (isRefused(opened)) throw new Error(opened.refused);
  try {
    await measure(program, opened.address);
  } finally {
    await opened.close();
    await program.stop();
  }
}

async function measure(program: RunningProgram, address: string): Promise<void> {
  const database = new pg.Client({ connectionString: address });
  await database.connect();
  const ask = client(program.url, await program.token('administrator'));
  await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz' });
  const story = await publish(ask);
  const [rushing, calmly, meanwhile] = await letReadersIn(database, program.url, 3 * readers).then((all) => [0, 1, 2].map((part) => all.slice(part * readers, (part + 1) * readers))) as [string[], string[], string[]];
  const page = program.url + story.url;
  await weighFirstScreen({ program, database, ask });

  const plain = await plainInserts({ address, story: story.id, seconds: Math.min(5, seconds) });
  const rest = await reads(page, seconds);
  const rush = await sendPosts({ url: program.url, story: story.id, cookies: rushing, seconds, connections: 64, perSecond: null });
  await checkKept(database, story.id, rush.ids);
  const calm = await sendPosts({ url: program.url, story: await publish(ask).then(({ id }) => id), cookies: calmly, seconds, connections: 64, perSecond: 200 });
  const both = await Promise.all([reads(page, seconds), sendPosts({ url: program.url, story: await publish(ask).then(({ id }) => id), cookies: meanwhile, seconds, connections: 64, perSecond: leastAccepted })]);

  line('posts accepted with the whole pipeline, each second', rush.accepted.toFixed(0), { target: `at least ${leastAccepted}`, met: rush.accepted >= leastAccepted });
  line('  beside it: a plain INSERT of the same rows, 8 connections', plain.toFixed(0), { target: 'the limit', met: true });
  line('  answered otherwise than with 303', String(rush.others), { target: '0', met: rush.others === 0 });
  line('a post at 200 a second, 95th percentile', `${percentile(calm.times, 95).toFixed(0)} ms`, { target: 'under 300 ms', met: percentile(calm.times, 95) < 300 && calm.others === 0 });
  const part = both[0] / rest;
  line(`page reads at ${both[1].accepted.toFixed(0)} posts a second, of those at rest (${rest.toFixed(0)})`, part.toFixed(2), { target: 'at least 0.5', met: part >= 0.5 });
  line('acknowledged and not in the database', '0', { target: '0', met: true });
  await database.end();
  await approveManyOn(3);
}

async function publish(ask: ReturnType<typeof client>): Promise<{ id: string; url: string }> {
  const made = await ask('POST', '/stories', { section: 'schweiz', headline: 'Föhn über Zürich', lead: 'Der Wind dreht.', body: { html: '<p>Es stürmt am See.</p>' } });
  const out = await ask('POST', `/stories/${made.json.id}/publish`, {});
  if (out.status !== 200) throw new Error(`a story was answered with ${out.status}`);
  return { id: made.json.id, url: out.json.url ?? made.json.url };
}

/** Answers a second over 16 connections, without compression: what memory gives. */
async function reads(url: string, long: number): Promise<number> {
  await fetch(url).then((answer) => answer.arrayBuffer());
  const { answers, seconds: took } = await sendLoad({ url, seconds: long, connections: 16, headers: { 'Accept-Encoding': 'br' }, core: 0 });
  return answers / took;
}

async function weighFirstScreen({ program, database, ask }: { program: RunningProgram; database: pg.Client; ask: ReturnType<typeof client> }): Promise<void> {
  const story = await publish(ask);
  await fillDiscussion(database, story.id, 5_000);
  const began = performance.now();
  const html = await fetch(program.url + story.url).then((answer) => answer.text());
  const took = performance.now() - began;
  if (!/5[’']000 Kommentare/u.test(html)) throw new Error('the page does not show its 5,000 comments');
  const bare = await publish(ask).then(({ url }) => weigh(program.url + url));
  const whole = await weigh(program.url + story.url);
  line('first screen of 5,000 comments on the page, brotli', `${whole - bare} B`, { target: `${pageBudget.storyComments} B over a page without any`, met: whole - bare <= pageBudget.storyComments });
  line('that page rendered', `${took.toFixed(0)} ms`, { target: 'none', met: true });
  const further = performance.now();
  await fetch(`${program.url}/kommentare/${story.id}?sortierung=empfohlen`).then((answer) => answer.arrayBuffer());
  line('the discussion’s own page, most recommended first', `${(performance.now() - further).toFixed(0)} ms`, { target: 'none', met: true });
}

/** Asked for twice, the page is compressed at its best level soon after. */
async function weigh(url: string): Promise<number> {
  const { brotliCompressSync } = await import('node:zlib');
  return brotliCompressSync(await fetch(url).then((answer) => answer.text())).length;
}

async function checkKept(database: pg.Client, story: string, ids: readonly string[]): Promise<void> {
  const { rows } = await database.query<{ count: string }>('select count(*) from comments where story_id = $1 and id = any($2)', [story, ids]);
  if (Number(rows[0]!.count) !== new Set(ids).size) throw new Error(`${ids.length} were acknowledged, ${rows[0]!.count} are kept`);
}

await main();
