import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startTestEngine, testDatabase } from '../../src/platform/database/testing.ts';
import type { Client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, pause, until } from './fault.ts';
import { desk, write } from './newsdesk.ts';

const many = 60;
const rounds = 25;

interface Three {
  readonly processes: readonly RunningProgram[];
  readonly ask: Client;
  readonly database: string;
}

/** Three processes on one database and one folder of objects. */
async function withThree(work: (three: Three) => Promise<string>): Promise<string> {
  const engine = await startTestEngine();
  const database = await testDatabase(engine);
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-three-'));
  const processes: RunningProgram[] = [];
  try {
    for (let at = 0; at < 3; at += 1) processes.push(await startProgram({ sample: false, dataDir, environment: { DATABASE_URL: database.url } }));
    const ask = await desk(processes[0]!);
    await ask('POST', '/sections', { path: 'inland', name: 'Inland' });
    return await work({ processes, ask, database: database.url });
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
    await database.close();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** So many that the one which dies is in the middle of some, between lock and commit. */
export const oneDiesInTheMiddle: Fault = {
  name: `one of three processes killed while ${many} stories fall due`,
  run: () => withThree(async ({ processes, ask }) => {
    const stories: string[] = [];
    for (let at = 0; at < many; at += 1) stories.push((await write(ask, 'inland')).id);
    const at = new Date(Date.now() + 2_000 + many * 40);
    for (const id of stories) mustHold((await ask('POST', `/stories/${id}/publish`, { at: at.toISOString() })).json.state === 'scheduled', 'a story was not scheduled');
    mustHold(Date.now() < at.getTime(), 'setting the times took longer than the time until them');
    await pause(at.getTime() - Date.now() + 60);
    await processes[2]!.kill();
    const killed = Date.now() - at.getTime();
    let late = 0;
    for (const id of stories) {
      await until(async () => (await ask('GET', `/stories/${id}`)).json.state === 'public', { within: 20_000, what: 'publication of what is due' });
      late = Math.max(late, new Date((await ask('GET', `/stories/${id}`)).json.firstPublishedAt).getTime() - at.getTime());
      const { json: versions } = await ask('GET', `/stories/${id}/versions`);
      const { json: acts } = await ask('GET', `/acts?subject=story:${id}&act=story.publish`);
      const times = [versions.items.filter(({ reason }: { reason: string }) => reason === 'publish').length, acts.items.length];
      mustHold(times.every((count) => count === 1), `a story was published in ${times.join(' versions and ')} acts`);
    }
    mustHold(late <= 3_000, `the last one was ${milliseconds(late)} late`);
    return `killed ${milliseconds(killed)} into it; each published once, the last ${milliseconds(late)} after its time`;
  }),
};

export const deaf: Fault = {
  name: 'LISTEN cut on three processes again and again while a story is published',
  run: () => withThree(async ({ processes, ask, database }) => {
    const { id, url } = await write(ask, 'inland');
    await ask('POST', `/stories/${id}/publish`, {});
    const cutter = new pg.Client({ connectionString: database });
    await cutter.connect();
    const roundOn = async (one: RunningProgram) => Number(/Runde (\d+)\./u.exec(await (await fetch(one.url + url)).text())?.[1] ?? 0);
    let [slowest, cuts] = [0, 0];
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const { etag } = await ask('GET', `/stories/${id}`);
        await ask('PATCH', `/stories/${id}`, { lead: `Runde ${round}.` }, { 'if-match': etag! });
        const publishing = ask('POST', `/stories/${id}/publish`, {});
        // Before, during and after the commit.
        await pause((round * 7) % 30);
        cuts += (await cutter.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet listens' and datname = current_database()")).rowCount ?? 0;
        mustHold((await publishing).status === 200, 'a publication failed because somebody was not heard');
        const began = performance.now();
        await Promise.all(processes.map(async (one) => {
          await until(async () => (await roundOn(one)) === round, { within: 1_000, what: `round ${round} on every process` });
          for (let again = 0; again < 5; again += 1) mustHold((await roundOn(one)) === round, 'an older page comes back');
        }));
        slowest = Math.max(slowest, performance.now() - began);
      }
    } finally {
      await cutter.end();
    }
    mustHold(cuts > rounds / 2, `only ${cuts} connections were cut`);
    return `${cuts} connections cut around ${rounds} publications; the new page everywhere within ${milliseconds(slowest)}, and never an older one after it`;
  }),
};
