/** Several processes on one database: an approved comment is on the page of every one of them. */
import pg from 'pg';
import { client } from '../../test/client.ts';
import type { RunningProgram } from '../../test/running.ts';
import { startProgram } from '../../test/running.ts';
import { startTestEngine } from '../../src/platform/database/testing.ts';
import { line, percentile } from '../table.ts';
import { sendPosts } from './posts.ts';
import { letReadersIn } from './readers.ts';

const times = 40;

export async function approveManyOn(processes: number): Promise<void> {
  const engine = await startTestEngine();
  const programs: RunningProgram[] = [];
  try {
    for (let i = 0; i < processes; i++) programs.push(await startProgram({ sample: false, environment: { DATABASE_URL: engine.address, TRUSTED_PROXY: '127.0.0.1' } }));
    const took = await approveOn(programs, engine.address);
    line(`from the approval to the pages of ${processes} processes, slowest of ${times}`, `${Math.max(...took).toFixed(0)} ms`, { target: 'within 500 ms', met: Math.max(...took) <= 500 });
    line('  the median', `${percentile(took, 50).toFixed(0)} ms`, { target: 'none', met: true });
  } finally {
    await Promise.all(programs.map((program) => program.stop().catch(() => undefined)));
    await engine.stop();
  }
}

async function approveOn(programs: readonly RunningProgram[], address: string): Promise<number[]> {
  const [first] = programs as [RunningProgram];
  const ask = client(first.url, await first.token('administrator'));
  await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz' });
  const made = await ask('POST', '/stories', { section: 'schweiz', headline: 'Föhn', body: { html: '<p>Es stürmt.</p>' } });
  const story = (await ask('POST', `/stories/${made.json.id}/publish`, {})).json;
  const database = new pg.Client({ connectionString: address });
  await database.connect();
  const cookies = await letReadersIn(database, first.url, times);
  await database.end();
  const { ids } = await sendPosts({ url: first.url, story: story.id, cookies, seconds: times / 40, connections: 1, perSecond: 40 });
  const took: number[] = [];
  for (const id of ids) {
    await Promise.all(programs.map((program) => fetch(program.url + story.url).then((answer) => answer.arrayBuffer())));
    const began = performance.now();
    const decided = await ask('POST', `/comments/${id}/approve`, { seen: 'pending' });
    if (decided.status !== 200) throw new Error(`an approval was answered with ${decided.status}: ${JSON.stringify(decided.json)}`);
    const shown = await Promise.all(programs.map((program) => isThere(program.url + story.url, id)));
    took.push(Math.max(...shown) - began);
  }
  return took;
}

async function isThere(url: string, id: string): Promise<number> {
  const end = performance.now() + 5_000;
  while (performance.now() < end) {
    const html = await fetch(url).then((answer) => answer.text());
    if (html.includes(`kommentar-${id}`)) return performance.now();
  }
  throw new Error(`${url} does not show what was approved`);
}
