/** What the ground floor knows of a request before anybody answers it. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { Client } from './client.ts';

export interface Arrival {
  /** Names this request in the log and in what the client is told. */
  readonly requestId: string;
  readonly client: Client;
}

/** What Hono's handlers get as their `env`. */
export interface Bindings {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly arrival: Arrival;
}

export function newRequestId(): string {
  return randomBytes(9).toString('base64url');
}

export function requestIdOf(c: Context): string {
  return bindings(c)?.arrival.requestId ?? '';
}

/** Who is at the other end; the address goes into no log. */
export function clientOf(c: Context): Client {
  return bindings(c)?.arrival.client ?? { address: '', secure: false, local: false };
}

/** Absent where an app is asked directly, as tests do. */
function bindings(c: Context): Bindings | undefined {
  const env = c.env as Partial<Bindings> | undefined;
  return env?.arrival === undefined ? undefined : (env as Bindings);
}
