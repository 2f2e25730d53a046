import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { client } from '../client.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, pause, until } from './fault.ts';
import { startWriters } from './writers.ts';

const times = 6;

/** The program's own Postgres, killed while it works: it is started again, and the program goes on without a restart. */
export const databaseKilled: Fault = {
  name: `its Postgres killed ${times} times while stories are saved and published`,
  async run() {
    const running = await startProgram({ sample: false });
    try {
      const ask = client(running.url, await running.token('administrator'));
      const writers = await startWriters(running.url, ask);
      const healed: number[] = [];
      for (let at = 0; at < times; at += 1) {
        writers.begin();
        await pause(400 + ((at * 137) % 500));
        process.kill(Number(readFileSync(join(running.dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
        healed.push(await until(async () => (await fetch(`${running.url}/readyz`)).status !== 200, { within: 5_000, what: 'the loss of the database' }).then(() => until(async () => (await fetch(`${running.url}/readyz`)).ok, { within: 30_000, what: 'the return of the database' })));
        await pause(300);
        await writers.end();
        await writers.check();
      }
      const { saves, publications, pages, unanswered } = writers.counts;
      mustHold(saves > times && publications >= times, `too little was going on: ${saves} saves, ${publications} publications`);
      return `${saves} saves and ${publications} publications acknowledged, none lost; ${pages} pages whole; ${unanswered} requests refused meanwhile; healed in ${milliseconds(Math.max(...healed))} at most`;
    } finally {
      await running.stop();
    }
  },
};
