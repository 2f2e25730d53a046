/** Three processes on one database: set times are kept once, also when one dies; a withdrawal reaches all; a cut ear serves nothing old. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startTestEngine } from '../../src/platform/database/testing.ts';
import type { Client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import type { Written } from './newsdesk.ts';
import { desk, words, write } from './newsdesk.ts';

export const name = 'three processes on one database';

const stories = 20;

export async function run(): Promise<string> {
  const engine = await startTestEngine();
  const programs: RunningProgram[] = [];
  try {
    for (let i = 0; i < 3; i++) programs.push(await startProgram({ sample: false, environment: { DATABASE_URL: engine.address } }));
    const ask = await desk(programs[0]!);
    await ask('POST', '/sections', { path: 'schweiz', name: 'Schweiz' });
    const whole = await onTime({ ask, programs, allowed: 1_000 });
    const gone = await withdrawn(ask, programs);
    const deaf = await cutEars({ ask, programs, address: engine.ownerAddress });
    const [, , third] = programs as [RunningProgram, RunningProgram, RunningProgram];
    const bereft = await onTime({ ask, programs: programs.slice(0, 2), allowed: 3_000, dies: third });
    return `${stories} stories at their time on 3 processes within ${whole} ms, each once; withdrawn everywhere within ${gone} ms; ears cut, new page within ${deaf} ms; one process killed at that instant, within ${bereft} ms`;
  } finally {
    await Promise.all(programs.map((program) => program.stop().catch(() => undefined)));
    await engine.stop();
  }
}

/**
 * How late the last story was on the last process, in milliseconds, while readers ask every process for every page
 * without pause, from before the time. Each story must have been published once.
 */
async function onTime({ ask, programs, allowed, dies }: { ask: Client; programs: readonly RunningProgram[]; allowed: number; dies?: RunningProgram }): Promise<number> {
  const written: Written[] = [];
  for (let i = 0; i < stories; i++) written.push(await write(ask, 'schweiz'));
  const at = new Date(Date.now() + 4_000);
  for (const { id } of written) {
    const set = await ask('POST', `/stories/${id}/publish`, { at: at.toISOString() });
    if (set.json.state !== 'scheduled') throw new Error(`a story was ${set.json.state} and not scheduled`);
  }
  await pause(at.getTime() - Date.now() - 1_000);
  const reading = Promise.all(programs.flatMap((program) => written.map(({ url }) => seenAt({ url: program.url + url, from: at, until: at.getTime() + 10_000 }))));
  await pause(at.getTime() - Date.now());
  if (dies !== undefined) await dies.kill();
  const late = Math.max(...(await reading)) - at.getTime();
  if (late > allowed) throw new Error(`the last page was there ${late} ms after its time`);
  for (const { id } of written) {
    const acts = await ask('GET', `/acts?subject=story:${id}&act=story.publish`);
    if (acts.json.items.length !== 1) throw new Error(`a story was published ${acts.json.items.length} times`);
  }
  return late;
}

/** One reader of one page, who asks again as soon as there is an answer, and goes on for a while after the story is there. */
async function seenAt({ url, from, until: end }: { url: string; from: Date; until: number }): Promise<number> {
  let seen: number | null = null;
  while (Date.now() < (seen ?? end) + 500) {
    const { status } = await fetch(url).then(async (answer) => (await answer.arrayBuffer(), answer));
    if (status === 200 && Date.now() < from.getTime()) throw new Error(`${url} was public before its time`);
    if (status === 200) seen ??= Date.now();
  }
  return seen ?? Infinity;
}

async function withdrawn(ask: Client, programs: readonly RunningProgram[]): Promise<number> {
  const story = await write(ask, 'schweiz');
  await ask('POST', `/stories/${story.id}/publish`, {});
  for (const program of programs) await until(async () => (await fetch(program.url + story.url)).status === 200, 'it did not appear');
  await ask('POST', `/stories/${story.id}/withdraw`, { reason: 'Prüfung' });
  const began = Date.now();
  await Promise.all(programs.map((program) => until(async () => (await fetch(program.url + story.url)).status === 410 && !(await (await fetch(program.url)).text()).includes(story.id), `${program.url} still shows it`)));
  const took = Date.now() - began;
  if (took > 1_000) throw new Error(`gone from all only after ${took} ms`);
  return took;
}

/** Every LISTEN connection is ended, and a story changes: nobody may be served the old page for longer than a second. */
async function cutEars({ ask, programs, address }: { ask: Client; programs: readonly RunningProgram[]; address: string }): Promise<number> {
  const story = await write(ask, 'schweiz');
  await ask('POST', `/stories/${story.id}/publish`, {});
  for (const program of programs) await until(async () => (await fetch(program.url + story.url)).status === 200, 'it did not appear');
  const owner = new pg.Client({ connectionString: address });
  await owner.connect();
  const cut = await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet listens'`);
  await owner.end();
  if (cut.rowCount === 0) throw new Error('no ear was found to cut');
  await ask('PATCH', `/stories/${story.id}`, words(2), { 'if-match': `"${story.version}"` });
  const shown = await ask('POST', `/stories/${story.id}/publish`, {});
  if (shown.status !== 200) throw new Error(`a publication was answered with ${shown.status}`);
  const began = Date.now();
  await Promise.all(programs.map((program) => until(async () => (await (await fetch(program.url + story.url)).text()).includes('Nummer 2'), `${program.url} still shows the old page`)));
  const took = Date.now() - began;
  if (took > 1_000) throw new Error(`the old page was served for ${took} ms`);
  return took;
}

/** Asks so seldom that asking is not what the processes are busy with. */
async function until(true_: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await true_())) {
    if (Date.now() > end) throw new Error(otherwise);
    await pause(20);
  }
}
