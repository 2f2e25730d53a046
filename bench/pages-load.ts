/** Load on one address over kept connections: by wrk where it is installed, else by sockets of our own. */
import { execFile, spawnSync } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';

export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The core that the load may use. */
  readonly core: number;
  /** For wrk alone: a program in Lua that says what to ask for. */
  readonly script?: string;
}

export interface Answered {
  readonly answers: number;
  readonly seconds: number;
}

const run = promisify(execFile);
export const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

export function sendLoad(load: Load): Promise<Answered> {
  return hasWrk ? withWrk(load) : withSockets(load);
}

async function withWrk({ url, seconds, connections, headers, core, script }: Load): Promise<Answered> {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await run('taskset', ['-c', String(core), 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, ...(script === undefined ? [] : ['-s', script]), ...lines, url]);
  const [, count, took] = /(\d+) requests in ([\d.]+)s/.exec(stdout) ?? [];
  if (count === undefined || took === undefined || /Non-2xx or 3xx|Socket errors/.test(stdout)) throw new Error(`wrk could not measure:\n${stdout}`);
  return { answers: Number(count), seconds: Number(took) };
}

/** Every answer has as many bytes as the first: they are counted, not read. Runs in this process, which should be pinned to the core. */
async function withSockets({ url, seconds, connections, headers }: Load): Promise<Answered> {
  const { hostname, port, pathname } = new URL(url);
  const request = Buffer.from([`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'));
  const bytes = await bytesPerAnswer(request, hostname, Number(port));
  const began = performance.now();
  const counts = { answers: 0 };
  const sockets = Array.from({ length: connections }, () => keepAsking(connect(Number(port), hostname), request, { bytes, counts }));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  for (const socket of sockets) socket.destroy();
  return { answers: counts.answers, seconds: (performance.now() - began) / 1_000 };
}

function keepAsking(socket: Socket, request: Buffer, { bytes, counts }: { bytes: number; counts: { answers: number } }): Socket {
  let missing = bytes;
  socket.on('connect', () => socket.write(request));
  socket.on('data', (chunk) => {
    missing -= chunk.length;
    if (missing > 0) return;
    missing = bytes;
    counts.answers += 1;
    socket.write(request);
  });
  return socket;
}

/** Node answers one request after another on a connection: when it is silent, the answer is whole. */
async function bytesPerAnswer(request: Buffer, host: string, port: number): Promise<number> {
  const socket = connect(port, host);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let bytes = 0;
  socket.on('connect', () => socket.write(request));
  socket.on('error', reject);
  socket.on('data', (chunk) => { bytes += chunk.length; });
  socket.setTimeout(300, () => resolve(bytes));
  const total = await promise;
  socket.destroy();
  return total;
}
