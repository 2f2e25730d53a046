/** The real program as a process of its own, with its own data folder and port: for journeys, faults and whatever must be proved whole. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface ProgramOrder {
  /** Whether to fill the sample newsroom. */
  readonly sample: boolean;
  /** Kept after the end; a folder of the program's own is removed. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long a start may take, in milliseconds. */
  readonly patience?: number;
}

export interface RunningProgram {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** How long it took until the address was said, in milliseconds. */
  readonly startedIn: number;
  /** The link of the first administrator; empty once there is one. */
  readonly link: string;
  /** What it said to people, and its log, so far. */
  said(): string;
  /** A token for a program of this role, by the command line. */
  token(role: string): Promise<string>;
  /** Any other line of the command line, against the same installation; answers its standard output. */
  command(...words: string[]): Promise<string>;
  /** SIGTERM; answers how long it took, in milliseconds. */
  stop(): Promise<number>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export async function startProgram(order: ProgramOrder): Promise<RunningProgram> {
  const port = order.port ?? (await freePort());
  const dataDir = order.dataDir ?? mkdtempSync(join(tmpdir(), 'broadsheet-running-'));
  const environment = { ...bare(), ...order.environment };
  const began = performance.now();
  const child = broadsheet(['start', '--port', String(port), '--data', dataDir, order.sample ? '--sample' : '--no-sample'], environment);
  const said = listenTo(child);
  const ended = once(child, 'exit');
  const sweep = () => (order.dataDir === undefined ? rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) : undefined);
  try {
    await heard({ child, said, patience: order.patience ?? 120_000 });
  } catch (error) {
    child.kill('SIGKILL');
    sweep();
    throw error;
  }
  const url = order.environment?.['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`;
  const command = (...words: string[]) => runCommand([...words, '--data', dataDir], { ...environment, PORT: String(port) });
  return {
    url, port, dataDir, pid: child.pid!, startedIn: performance.now() - began, said,
    link: /https?:\/\/\S+\/desk\/welcome\S*/u.exec(said())?.[0] ?? '',
    command,
    token: async (role) => (await command('token', 'add', '--name', `Prüfung ${role}`, '--role', role)).trim(),
    async stop() {
      const told = performance.now();
      child.kill('SIGTERM');
      await ended;
      sweep();
      return performance.now() - told;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** One line of the command line; throws with what it said when it is refused. */
export async function runCommand(words: readonly string[], environment: Readonly<Record<string, string>> = bare()): Promise<string> {
  const child = broadsheet(words, environment);
  const said = listenTo(child);
  let out = '';
  child.stdout!.on('data', (part: string) => (out += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`bin/broadsheet ${words.join(' ')} ended with ${code}: ${said()}`);
  return out;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function broadsheet(words: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(root, 'bin', 'broadsheet'), ...words], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The environment without any setting of the program: what is set for a test stands in the test. */
function bare(): Record<string, string> {
  const { PATH = '', HOME = '/', LANG = 'C.UTF-8', TMPDIR } = process.env;
  return { PATH, HOME, LANG, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}

function listenTo(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-2_000_000)));
  return () => said;
}

function heard({ child, said, patience }: { child: ChildProcess; said: () => string; patience: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error(`it did not start within ${patience} ms: ${said()}`)), patience);
    const look = () => {
      if (!/"msg":"started"/u.test(said())) return;
      clearTimeout(tooLong);
      child.stderr!.off('data', look);
      resolve();
    };
    child.stderr!.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`it ended with ${code} before it had started: ${said()}`));
    });
  });
}
