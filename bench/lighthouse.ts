/**
 * Lighthouse's view of the front page and of a story, as a phone on a slow network sees them. With a Chromium:
 * CHROME_PATH names it, else it is the one of the browser journeys.
 *
 *     node bin/run bench/lighthouse.ts [URL of a running newsroom with the sample]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { browserPath } from '../test/browser.ts';
import { startProgram } from '../test/running.ts';
import { referenceStory } from './reference-story.ts';
import { line, median } from './table.ts';

interface Report {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>>;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number; readonly displayValue?: string; readonly details?: { readonly items?: readonly { readonly type?: string; readonly snippet?: string }[] } }>>;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** A busy machine slows a page down once; the median of three is the page's own. */
const runs = 3;
/** In milliseconds: the lead picture is there. */
const latest = 1_500;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-lighthouse-'));
const given = process.argv[2];
const program = given === undefined ? await startProgram({ sample: true }) : null;
try {
  const url = given ?? program!.url;
  // The pictures' smaller forms are made in jobs after the very first start.
  if (program !== null) await pause(90_000);
  for (const [name, path] of [['front', '/'], ['story', await referenceStory(url)]] as const) {
    const reports: Report[] = [];
    for (let round = 0; round < runs; round++) reports.push(await look(url + path));
    tell(name, reports);
  }
} finally {
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function look(url: string): Promise<Report> {
  const output = join(folder, 'report.json');
  const lighthouse = join(import.meta.dirname, '..', 'node_modules', 'lighthouse', 'cli', 'index.js');
  await run(process.execPath, [lighthouse, url, '--quiet', '--output=json', `--output-path=${output}`, `--only-categories=${categories.join(',')}`, '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage'], {
    env: { ...process.env, CHROME_PATH: process.env['CHROME_PATH'] ?? (await browserPath()) }, timeout: 180_000, maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

function tell(name: string, reports: readonly Report[]): void {
  for (const category of categories) {
    const score = Math.round(100 * median(reports.map((report) => report.categories[category]?.score ?? 0)));
    line(`Lighthouse, ${name}: ${category}`, String(score), { target: '100', met: score === 100 });
  }
  const figure = (audit: string) => median(reports.map((report) => report.audits[audit]?.numericValue ?? Number.NaN));
  const shift = figure('cumulative-layout-shift');
  line(`Lighthouse, ${name}: layout shift`, shift.toFixed(3), { target: '0', met: shift === 0 });
  const largest = figure('largest-contentful-paint');
  line(`Lighthouse, ${name}: largest contentful paint`, `${(largest / 1_000).toFixed(2)} s`, { target: `${latest / 1_000} s`, met: largest <= latest });
  const elements = reports.map((report) => report.audits['lcp-breakdown-insight']?.details?.items?.find(({ type }) => type === 'node')?.snippet ?? 'none');
  line(`Lighthouse, ${name}: the largest element`, /^<\w+/u.exec(elements[0]!)?.[0].slice(1) ?? elements[0]!, { target: 'img', met: elements.every((element) => element.startsWith('<img')) });
  const [last] = reports.slice(-1);
  for (const category of categories) {
    for (const { id, weight } of last?.categories[category]?.auditRefs ?? []) {
      const audit = last!.audits[id];
      if (weight > 0 && audit?.score !== null && audit !== undefined && audit.score < 0.995) console.log(`     ${category}: ${audit.title} (${audit.displayValue ?? audit.score})`);
    }
  }
}
