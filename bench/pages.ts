/**
 * What a cached page costs: processor time per answer of our server and of bench/reference.ts, which writes the same
 * bytes. Server on one core, load on another, windows in turn; only windows count in which the server's core was busy
 * with it alone, and where there are none it says so.
 *
 *     node bench/pages.ts                           a page of the size of a story, from the web side alone
 *     node bench/pages.ts --url URL --pid PID       a page of the running program
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coreSeconds, processSeconds } from './pages-cpu.ts';
import { hasWrk, sendLoad } from './pages-load.ts';

export interface Measured {
  readonly what: string;
  /** Medians, microseconds of processor time per answer. */
  readonly ours: number;
  readonly reference: number;
  /** Median over neighbouring windows: what slows the machine down for a while slows both. */
  readonly ratio: number;
  /** Answers a second, medians. */
  readonly throughput: number;
  readonly referenceThroughput: number;
  readonly windows: number;
  /** No window was the server's own: the figures are those of all, which other work on the machine has disturbed. */
  readonly disturbed: boolean;
}

interface Options {
  readonly url: string | undefined;
  readonly pid: number | undefined;
  readonly rounds: number;
  readonly seconds: number;
}

interface Server {
  readonly url: string;
  readonly pid: number;
}

interface Window {
  readonly microseconds: number;
  readonly throughput: number;
  /** The server's core was busy, and with it alone. */
  readonly own: boolean;
}

const serverCore = 0;
const loadCore = 1;
const busyEnough = 0.95;
/** Of the core's work this much must be the server's own: beside somebody else's work its cost says little. */
const ownEnough = 0.8;
/** Windows that do not count are repeated, but not for ever. */
const mostTries = 3;
const target = 1.11;

export async function measurePages(options: Options): Promise<Measured[]> {
  const children: ChildProcess[] = [];
  try {
    const ours = options.url !== undefined && options.pid !== undefined
      ? { url: options.url, pid: options.pid }
      : await start(children, 'pages-server.ts', ['4150'], 'http://127.0.0.1:4150/schweiz/die-tramlinie-k3f9');
    execFileSync('taskset', ['-acp', String(serverCore), String(ours.pid)], { stdio: 'ignore' });
    const etag = await warm(ours.url);
    const { pathname } = new URL(ours.url);
    const reference = await start(children, 'reference.ts', [ours.url, '4151'], `http://127.0.0.1:4151${pathname}`);
    const browser = { 'Accept-Encoding': 'gzip, deflate, br' };
    return [
      await compare('a cached page', { ours, reference, headers: browser, options }),
      await compare('its 304', { ours, reference, headers: { ...browser, 'If-None-Match': etag }, options }),
    ];
  } finally {
    for (const child of children) child.kill('SIGTERM');
  }
}

async function start(children: ChildProcess[], file: string, args: readonly string[], url: string): Promise<Server> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn('taskset', ['-c', String(serverCore), process.execPath, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } });
  children.push(child);
  const outcome = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => 'ended')]);
  if (outcome === 'ended') throw new Error(`${file} did not start.`);
  return { url, pid: child.pid ?? 0 };
}

/** Has the page rendered, asked for and compressed as small as it gets. */
async function warm(url: string): Promise<string> {
  let etag = '';
  for (let visit = 0; visit < 3; visit += 1) etag = (await fetch(url, { headers: { 'Accept-Encoding': 'br' } })).headers.get('etag') ?? '';
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  return etag;
}

interface Comparison {
  readonly ours: Server;
  readonly reference: Server;
  readonly headers: Readonly<Record<string, string>>;
  readonly options: Options;
  /** For wrk: what it asks for in turn, in place of the one address. */
  readonly script?: string;
}

/** The same for servers that run already. Ours is held to the server's core; the other one should be. */
export async function measureServers(what: string, comparison: Comparison): Promise<Measured> {
  execFileSync('taskset', ['-acp', String(serverCore), String(comparison.ours.pid)], { stdio: 'ignore' });
  return compare(what, comparison);
}

async function compare(what: string, { ours, reference, headers, options, script }: Comparison): Promise<Measured> {
  const one = { headers, seconds: options.seconds, ...(script !== undefined && { script }) };
  for (const server of [ours, reference]) await window(server, one);
  const all: { ours: Window; reference: Window }[] = [];
  const counting = () => all.filter((pair) => pair.ours.own && pair.reference.own);
  for (let round = 0; counting().length < options.rounds && round < options.rounds * mostTries; round += 1) {
    // Who goes first changes, so that a machine that grows slower or faster favours nobody.
    const [first, second] = round % 2 === 0 ? [ours, reference] : [reference, ours];
    const earlier = await window(first, one);
    const later = await window(second, one);
    all.push(first === ours ? { ours: earlier, reference: later } : { ours: later, reference: earlier });
  }
  const disturbed = counting().length === 0;
  const pairs = disturbed ? all : counting();
  return {
    what,
    ours: median(pairs.map((pair) => pair.ours.microseconds)),
    reference: median(pairs.map((pair) => pair.reference.microseconds)),
    ratio: median(pairs.map((pair) => pair.ours.microseconds / pair.reference.microseconds)),
    throughput: median(pairs.map((pair) => pair.ours.throughput)),
    referenceThroughput: median(pairs.map((pair) => pair.reference.throughput)),
    windows: pairs.length,
    disturbed,
  };
}

/** One window of load. */
async function window({ url, pid }: Server, { headers, seconds, script }: { headers: Readonly<Record<string, string>>; seconds: number; script?: string }): Promise<Window> {
  const core = coreSeconds(serverCore);
  const used = processSeconds(pid);
  const { answers, seconds: took } = await sendLoad({ url, seconds, connections: 64, headers, core: loadCore, ...(script !== undefined && { script }) });
  const cpu = processSeconds(pid) - used;
  const after = coreSeconds(serverCore);
  const worked = after.busy - core.busy;
  const own = worked >= busyEnough * (worked + after.idle - core.idle) && cpu >= ownEnough * worked;
  return { microseconds: (cpu / answers) * 1e6, throughput: answers / took, own };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** One line for people. */
export function describe({ what, ours, reference, ratio, throughput, referenceThroughput, windows, disturbed }: Measured): string {
  return `${what}: ${ours.toFixed(1)} µs of processor time per answer, reference ${reference.toFixed(1)} µs, ratio ${ratio.toFixed(3)} (at most ${target}); `
    + `${Math.round(throughput)} answers a second, reference ${Math.round(referenceThroughput)}; ${windows} windows each${disturbed ? ', all of them disturbed: the core was never its own, measure on a machine that does nothing else' : ''}`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { url: { type: 'string' }, pid: { type: 'string' }, rounds: { type: 'string', default: '12' }, seconds: { type: 'string', default: '2' } } });
  if (!hasWrk) execFileSync('taskset', ['-acp', String(loadCore), String(process.pid)], { stdio: 'ignore' });
  const measured = await measurePages({ url: values.url, pid: values.pid === undefined ? undefined : Number(values.pid), rounds: Number(values.rounds), seconds: Number(values.seconds) });
  for (const result of measured) process.stdout.write(`${describe(result)}\n`);
}
