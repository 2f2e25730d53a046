import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { client } from '../client.ts';
import { freePort, startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { mustHold, pause } from './fault.ts';
import { startWriters } from './writers.ts';

const times = 20;

/** Everything acknowledged is there after every start, with the right version, and no page is ever half published. */
export const programKilled: Fault = {
  name: `the program killed ${times} times while stories are saved and published`,
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-killed-'));
    const port = await freePort();
    let running = await startProgram({ sample: false, dataDir, port });
    const token = await running.token('administrator');
    const writers = await startWriters(running.url, client(running.url, token));
    const starts: number[] = [];
    try {
      for (let at = 0; at < times; at += 1) {
        writers.begin();
        // Another instant each time: in the middle of a save, a publication, a start of the writers.
        await pause(300 + ((at * 137) % 900));
        await running.kill();
        await writers.end();
        running = await startProgram({ sample: false, dataDir, port });
        starts.push(running.startedIn);
        await writers.check();
      }
      const { saves, publications, pages } = writers.counts;
      mustHold(saves > times && publications > times / 2 && pages > times, `too little was going on: ${saves} saves, ${publications} publications, ${pages} pages`);
      return `${saves} saves and ${publications} publications acknowledged, none lost; ${pages} pages whole; up again in ${Math.round(starts.toSorted((a, b) => a - b)[times / 2]!)} ms, at most ${Math.round(Math.max(...starts))} ms`;
    } finally {
      await running.stop().catch(() => undefined);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};
