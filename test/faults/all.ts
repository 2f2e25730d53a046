/** `npm run faults [WORD]`: the real program, and what it must survive. One line per fault; WORD takes those whose name has it. */
import { backupRestored } from './backup-restore.ts';
import { databaseGone } from './database-gone.ts';
import { databaseKilled } from './database-killed.ts';
import type { Fault } from './fault.ts';
import { Skipped } from './fault.ts';
import { objectsFull, wholeDiskFull } from './full-disk.ts';
import { jobKilled } from './job-killed.ts';
import { deaf, oneDiesInTheMiddle } from './many-due.ts';
import { programKilled } from './program-killed.ts';
import { rushKilled } from './rush-killed.ts';
import { toldToStop } from './stop.ts';
import * as threeProcesses from './three-processes.ts';
import { uploadsFull } from './uploads-full.ts';
import { uploadsKilled } from './uploads-killed.ts';

const faults: readonly Fault[] = [programKilled, jobKilled, databaseKilled, databaseGone, objectsFull, wholeDiskFull, threeProcesses, oneDiesInTheMiddle, deaf, toldToStop, backupRestored, uploadsKilled, uploadsFull, rushKilled];

async function main(word: string): Promise<void> {
  let [passed, failed] = [0, 0];
  for (const fault of faults.filter(({ name }) => name.includes(word))) {
    const began = performance.now();
    const say = (mark: string, text: string) => process.stdout.write(`${mark} ${fault.name}: ${text} (${((performance.now() - began) / 1_000).toFixed(1)} s)\n`);
    try {
      const figures = await fault.run();
      passed += 1;
      say('ok  ', figures);
    } catch (error) {
      if (error instanceof Skipped) say('skip', error.message);
      else {
        failed += 1;
        say('FAIL', error instanceof Error ? (error.constructor.name === 'Broken' ? error.message : (error.stack ?? error.message)) : String(error));
      }
    }
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

await main(process.argv[2] ?? '');
