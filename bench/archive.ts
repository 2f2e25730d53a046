/**
 * What a page costs that is not in memory: rendered and compressed for its first reader, with 100 public stories and
 * with 100,000. The real program on each archive, by turns; between two answers everything in memory is dropped by a
 * notice, as after a change. Server time as the program itself counts it for /metrics, which counts no page from memory.
 *
 *     node bin/run bench/archive.ts [ROUNDS]
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findEngine } from '../src/platform/database/engine.ts';
import { addressOf } from '../src/platform/database/engine/role.ts';
import { channel } from '../src/platform/events/events.ts';
import { isRefused } from '../src/platform/result.ts';
import type { RunningProgram } from '../test/running.ts';
import { startProgram } from '../test/running.ts';
import { archiveFolder } from './seed.ts';
import { line, median, percentile } from './table.ts';

interface Measured {
  readonly program: RunningProgram;
  readonly database: pg.Client;
  readonly stories: readonly string[];
}

const rounds = Number(process.argv[2] ?? 150);
/** Before them the program runs as slowly as every program that has just started. */
const warming = 40;
const mostRatio = 1.3;
const mostTime = 10;

const kinds: readonly (readonly [name: string, path: (at: Measured, round: number) => string])[] = [
  ['a story', ({ stories }, round) => stories[round % stories.length]!],
  ['a section', () => '/schweiz'],
  ['the front page', () => '/'],
];

const open: Measured[] = [];
try {
  for (const size of [100, 100_000]) open.push(await start(await archiveFolder(size)));
  for (const [name, path] of kinds) {
    const [few = [], many = []] = await takeTurns((at, round) => once(at, path(at, round)));
    const ratio = median(many) / median(few);
    line(`${name}, 100 stories: median`, `${median(few).toFixed(1)} ms`, { target: 'none stated', met: true });
    line(`${name}, 100,000 stories: median`, `${median(many).toFixed(1)} ms`, { target: `${mostTime} ms`, met: median(many) <= mostTime });
    line(`${name}, 100,000 stories: 95th percentile`, `${percentile(many, 95).toFixed(1)} ms`, { target: 'none stated', met: true });
    line(`${name}: ratio of the medians`, ratio.toFixed(2), { target: String(mostRatio), met: ratio <= mostRatio });
  }
} finally {
  for (const { program, database } of open) {
    await database.end();
    await program.stop();
  }
}

async function start(dataDir: string): Promise<Measured> {
  const program = await startProgram({ sample: false, dataDir });
  const access = findEngine(dataDir);
  if (access === null || isRefused(access)) throw new Error(`no database in ${dataDir}`);
  const database = new pg.Client({ connectionString: addressOf(access) });
  await database.connect();
  const html = await (await fetch(`${program.url}/schweiz`)).text();
  const stories = [...new Set(Array.from(html.matchAll(/href="(\/[a-z/]+\/[^"#]+-[2-9a-z]{8})"/gu), ([, path]) => path!))];
  if (stories.length < 20) throw new Error(`only ${stories.length} stories stand in the section`);
  return { program, database, stories };
}

/** A machine that grows slower or faster for a while does so for both. */
async function takeTurns(measure: (at: Measured, round: number) => Promise<number>): Promise<number[][]> {
  const took: number[][] = open.map(() => []);
  for (let round = -warming; round < rounds; round++) {
    for (const [place, at] of open.entries()) {
      const milliseconds = await measure(at, round + warming);
      if (round >= 0) took[place]!.push(milliseconds);
    }
  }
  return took;
}

async function once({ program, database }: Measured, path: string): Promise<number> {
  await database.query('select pg_notify($1, $2)', [channel, JSON.stringify({ event: 'archive.dropped', facts: {}, tags: ['publication'] })]);
  await pause(15);
  const before = await counted(program);
  const answer = await fetch(program.url + path, { headers: { 'accept-encoding': 'br' } });
  await answer.arrayBuffer();
  if (answer.status !== 200 || answer.headers.get('content-encoding') !== 'br') throw new Error(`${path} answered ${answer.status}`);
  const after = await counted(program);
  if (after.answers !== before.answers + 1) throw new Error(`${path} came from memory`);
  return (after.seconds - before.seconds) * 1_000;
}

/** Pages that were rendered so far, and the time it took. */
async function counted(program: RunningProgram): Promise<{ answers: number; seconds: number }> {
  const text = await (await fetch(`${program.url}/metrics`)).text();
  const sum = (name: string) => Array.from(text.matchAll(new RegExp(`^broadsheet_http_request_seconds_${name}\\{method="GET",route="(?:/|/\\*)"[^}]*\\} ([\\d.e-]+)$`, 'gmu')), ([, value]) => Number(value)).reduce((a, b) => a + b, 0);
  return { answers: sum('count'), seconds: sum('sum') };
}
