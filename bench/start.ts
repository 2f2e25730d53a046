/**
 * How soon the first page comes, and what the program holds in memory a minute later. Postgres apart.
 *
 *     node bin/run bench/start.ts [MINUTES]     with so many minutes of load after it: is memory flat?
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningProgram } from '../test/running.ts';
import { startProgram } from '../test/running.ts';
import { line, median } from './table.ts';

const minutes = Number(process.argv[2] ?? 0);
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-start-'));
try {
  const first = await untilFirstPage();
  line('the very first start, sample and database made', `${first.seconds.toFixed(2)} s`, { target: '15 s', met: first.seconds <= 15 });
  // The pictures' further sizes are made in jobs after the start; they are not the program at rest.
  await pause(90_000);
  await first.program.stop();
  const again: number[] = [];
  for (let round = 0; round < 4; round++) {
    const { program, seconds } = await untilFirstPage();
    again.push(seconds);
    await program.stop();
  }
  line('start to first page with existing data, median of 4', `${median(again).toFixed(2)} s`, { target: '2 s', met: median(again) <= 2 });
  const { program } = await untilFirstPage();
  await pause(60_000);
  const rest = resident(program.pid);
  line('resident memory 60 s after a start', `${rest} MB`, { target: '200 MB', met: rest <= 200 });
  if (minutes > 0) await underLoad(program, minutes);
  await program.stop();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function untilFirstPage(): Promise<{ program: RunningProgram; seconds: number }> {
  const began = performance.now();
  const program = await startProgram({ sample: true, dataDir });
  const page = await fetch(program.url);
  if (page.status !== 200) throw new Error(`the front page answered ${page.status}`);
  await page.text();
  return { program, seconds: (performance.now() - began) / 1_000 };
}

/** Pages, searches and the API in turn; memory every half minute. */
async function underLoad(program: RunningProgram, during: number): Promise<void> {
  const paths = ['/', '/international', '/suche?q=', '/feed.xml', '/sitemap.xml', '/api/v1/openapi.json'];
  const until = performance.now() + during * 60_000;
  const seen: number[] = [];
  let asked = 0;
  let next = performance.now() + 30_000;
  while (performance.now() < until) {
    await Promise.all(paths.map(async (path) => (await fetch(program.url + (path.endsWith('=') ? path + String(asked) : path))).arrayBuffer()));
    asked += paths.length;
    if (performance.now() >= next) {
      seen.push(resident(program.pid));
      next += 30_000;
    }
  }
  // In the first third caches and the engine's heap take up their room.
  const third = Math.floor(seen.length / 3);
  const growth = median(seen.slice(-third)) - median(seen.slice(third, -third));
  line(`memory over ${during} minutes and ${asked} answers: last third less second`, `${growth} MB`, { target: 'flat (10 MB)', met: growth <= 10 });
  console.log(`     every half minute: ${seen.join(', ')} MB`);
}

/** Of the process itself, in MB. */
function resident(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
