/**
 * How long a reader waits for a search over 100,000 stories: the whole page as the real program makes it, nothing of it
 * in memory. Beside it the plain way, in the same run: `ts_rank` over every match, the query alone without a page.
 *
 *     node bin/run bench/search.ts
 */
import pg from 'pg';
import { findEngine } from '../src/platform/database/engine.ts';
import { addressOf } from '../src/platform/database/engine/role.ts';
import { isRefused } from '../src/platform/result.ts';
import { startProgram } from '../test/running.ts';
import { makeQueries } from './archive/queries.ts';
import { archiveFolder } from './seed.ts';
import { line, median, percentile } from './table.ts';

const target = 50;
/** Searched for first, so that the program is warm and the database has its indexes in memory. */
const warming = 60;

const dataDir = await archiveFolder(100_000);
const program = await startProgram({ sample: false, dataDir });
const access = findEngine(dataDir);
if (access === null || isRefused(access)) throw new Error(`no database in ${dataDir}`);
const database = new pg.Client({ connectionString: addressOf(access) });
await database.connect();
try {
  const queries = makeQueries();
  for (const { words } of queries.filter((_, at) => at % Math.floor(queries.length / warming) === 0)) {
    await plainRank(`${words} -unbekanntes`);
    await page(`${words} -unbekanntes`);
  }
  const took = [];
  for (const { kind, words } of queries) took.push({ kind, words, plain: await plainRank(words), ours: await page(words) });
  for (const [kind, some] of Map.groupBy(took, (one) => one.kind)) {
    const ours = some.map((one) => one.ours.milliseconds);
    const plain = some.map((one) => one.plain.milliseconds);
    console.log(`     ${`${kind} (${some.length})`.padEnd(40)} median ${figure(median(ours))}, 95th percentile ${figure(percentile(ours, 95))}; plain ts_rank ${figure(median(plain))}, ${figure(percentile(plain, 95))}; found ${some.filter((one) => one.ours.found > 0).length}, plain ${some.filter((one) => one.plain.found > 0).length}`);
  }
  const all = took.map((one) => one.ours.milliseconds);
  line(`search pages over the mix (${all.length}): median`, figure(median(all)), { target: 'none stated', met: true });
  line('the same, 95th percentile', figure(percentile(all, 95)), { target: `${target} ms`, met: percentile(all, 95) <= target });
  line('plain ts_rank alone, 95th percentile', figure(percentile(took.map((one) => one.plain.milliseconds), 95)), { target: 'the reference', met: true });
  const slowest = took.toSorted((a, b) => b.ours.milliseconds - a.ours.milliseconds).slice(0, 5);
  console.log(`     slowest: ${slowest.map(({ words, ours }) => `«${words}» ${figure(ours.milliseconds)}`).join(', ')}`);
} finally {
  await database.end();
  await program.stop();
}

function figure(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

/** Server time of the page, as the program counts it. */
async function page(words: string): Promise<{ milliseconds: number; found: number }> {
  const before = await counted();
  const answer = await fetch(`${program.url}/suche?${new URLSearchParams({ q: words })}`, { headers: { 'accept-encoding': 'br' } });
  const html = await answer.text();
  const after = await counted();
  if (answer.status !== 200 || after.answers !== before.answers + 1) throw new Error(`«${words}» was not searched for: ${answer.status}`);
  return { milliseconds: (after.seconds - before.seconds) * 1_000, found: html.split('<article').length - 1 };
}

async function counted(): Promise<{ answers: number; seconds: number }> {
  const text = await (await fetch(`${program.url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^broadsheet_http_request_seconds_${name}\\{method="GET",route="/suche",status="200"\\} ([\\d.e-]+)$`, 'mu').exec(text)?.[1] ?? 0);
  return { answers: value('count'), seconds: value('sum') };
}

async function plainRank(words: string): Promise<{ milliseconds: number; found: number }> {
  const began = performance.now();
  const { rows } = await database.query(
    `select story_id, teaser from public_stories, websearch_to_tsquery('words_de', $1) as query
     where language = 'de' and search @@ query order by ts_rank(search, query) desc limit 20`, [words]);
  return { milliseconds: performance.now() - began, found: rows.length };
}
