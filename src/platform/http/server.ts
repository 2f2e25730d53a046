import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** How long a stop waits for answers that are under way, in milliseconds. */
  readonly patience?: number;
}

export interface HttpServer {
  /** Resolves once connections are accepted, with the address to reach it under. */
  listen(): Promise<{ url: string }>;
  /** Stops accepting, ends event streams, lets the answers under way finish, and cuts what is left. */
  close(): Promise<void>;
  readonly isClosing: boolean;
  /** Takes an answer for an event stream, which ends only when somebody ends it. */
  follow(response: ServerResponse): void;
}

/** Longer than proxies in front keep their side open (nginx: 60 s), so that they never write into a closing connection. */
const keepAlive = 65_000;
const headersWithin = 15_000;
/** A large picture over a slow line. */
const requestWithin = 300_000;
/** Neither side has said anything: event streams send a beat more often. */
const silence = 120_000;
const mostHeaderBytes = 16 * 1024;
/** `close` promises an end within 5 s. */
const patienceByDefault = 4_000;

export function createHttpServer(answer: Answer, options: ServerOptions): HttpServer {
  const server = createServer({
    keepAliveTimeout: keepAlive,
    headersTimeout: headersWithin,
    requestTimeout: requestWithin,
    maxHeaderSize: mostHeaderBytes,
  });
  server.timeout = silence;
  const streams = new Set<ServerResponse>();
  let closing: Promise<void> | undefined;
  server.on('request', answer);
  return {
    listen: () => listen(server, options),
    close: () => (closing ??= drain(server, streams, options.patience ?? patienceByDefault)),
    get isClosing() {
      return closing !== undefined;
    },
    follow(response) {
      streams.add(response);
      response.once('close', () => streams.delete(response));
      if (closing !== undefined) response.end();
    },
  };
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<{ url: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host, port }, resolve);
  await promise;
  server.off('error', reject);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}` };
}

async function drain(server: Server, streams: ReadonlySet<ServerResponse>, patience: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  for (const stream of streams) stream.end();
  // A connection kept alive becomes idle only when its answer is done, and would then stay for a minute.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), patience);
  await promise;
  clearInterval(idle);
  clearTimeout(limit);
}
