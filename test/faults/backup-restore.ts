import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningProgram } from '../running.ts';
import { runCommand, startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { mustHold, pause, until } from './fault.ts';
import { desk } from './newsdesk.ts';
import { startWriters } from './writers.ts';

/** The whole sample newsroom with its pictures, saved while people write, put back elsewhere: readers get the same bytes. */
export const backupRestored: Fault = {
  name: 'a backup taken while people write, restored elsewhere',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-restored-'));
    const file = join(folder, 'newsroom.backup');
    const first = await startProgram({ sample: true, dataDir: join(folder, 'before') });
    let before: ReadonlyMap<string, string>;
    let saves: number;
    try {
      const ask = await desk(first);
      // Sizes that are made after the snapshot would stand on pages that are compared with it.
      const isMade = ({ renditions }: { renditions: { format: string }[] }) => renditions.some(({ format }) => format === 'avif');
      await until(async () => (await pause(1_000), (await ask('GET', '/pictures?limit=100')).json.items.every(isMade)), { within: 500_000, what: 'every size of the sample’s pictures' });
      const writers = await startWriters(first.url, ask, { people: 3, readers: 1 });
      writers.begin();
      await first.command('backup', file);
      await writers.end();
      await writers.check();
      ({ saves } = writers.counts);
      mustHold((statSync(file).mode & 0o777) === 0o600, 'others can read the backup');
      before = await allOf(first);
    } finally {
      await first.stop();
    }
    const dataDir = join(folder, 'after');
    await runCommand(['restore', file, '--data', dataDir]);
    const second = await startProgram({ sample: false, dataDir, port: first.port });
    try {
      const differing: string[] = [];
      for (const [path, bytes] of before) if ((await bytesOf(second, path)) !== bytes) differing.push(path);
      mustHold(differing.length === 0, `${differing.length} of ${before.size} differ: ${differing.slice(0, 5).join(', ')}`);
      return `${before.size} pages and pictures the same to the byte; ${saves} saves went on during the backup`;
    } finally {
      await second.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

/** Every public address but those where the writers' stories stand: by the sitemap, the pages' own links and pictures. */
async function allOf(program: RunningProgram): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = ['/robots.txt', '/manifest.webmanifest', '/favicon.ico', ...addressesIn(await bytesOf(program, '/sitemap.xml'), program.url)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const bytes = await bytesOf(program, path);
    waiting.push(...addressesIn(bytes, program.url));
    if (!/Runde \d+|bericht-\d/u.test(bytes)) found.set(path, bytes);
  }
  mustHold(found.size > 80, `only ${found.size} addresses were found`);
  return found;
}

function addressesIn(text: string, origin: string): string[] {
  const single = [...text.matchAll(/(?:(?:href|src)=|<loc>)"?([^"<>\s]+)/gu)].map(([, link]) => link!);
  const sets = [...text.matchAll(/srcset="([^"]+)"/giu)].flatMap(([, list]) => list!.split(',').map((one) => one.trim().split(' ')[0]!));
  return [...single, ...sets].map((link) => link.replace(origin, '')).filter((link) => /^\/(?!\/|desk|suche)[^#]*$/u.test(link));
}

async function bytesOf(program: RunningProgram, path: string): Promise<string> {
  const answer = await fetch(program.url + path, { redirect: 'manual' });
  return `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`;
}
