/** Answers to what nobody answered: a page by the last resort, a refusal, a fault. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { plainError } from '../log/json-log.ts';
import { meansFull } from '../objects/store-full.ts';
import type { Bindings } from './arrival.ts';
import { requestIdOf } from './arrival.ts';
import type { ErrorFacts } from './error-pages.ts';
import { errorPageFor } from './error-pages.ts';
import { retryAfter } from './page-answers.ts';
import type { ErrorStatus } from './problem.ts';
import { problem } from './problem.ts';
import type { AppParts } from './web-parts.ts';

type Leftover = Context<{ Bindings: Bindings }>;

/** An address that no route of Hono knows: a page that was rendered before is not here any more, so it is made. */
export async function lastResort(parts: AppParts, c: Leftover): Promise<Response> {
  if (isApi(c)) return problem(c, { status: 404, name: 'not-found' });
  const { incoming, outgoing } = c.env;
  const found = parts.pageRoutes.any(incoming.url ?? '/');
  if (found === 'malformed') return refuse(parts, c, { status: 400, name: 'malformed-address' });
  if (found === null) return refuse(parts, c, { status: 404, name: 'not-found' });
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
    return refuse(parts, c, { status: 405, name: 'method-not-allowed', headers: { Allow: 'GET, HEAD' } });
  }
  await parts.pages.page(found, { request: incoming, response: outgoing });
  return c.body(null);
}

export interface Refusal {
  readonly status: ErrorFacts['status'];
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** In the words of whoever asked: a problem for a program, a page for a person. */
export async function refuse(parts: AppParts, c: Context, { status, name, headers = {} }: Refusal): Promise<Response> {
  if (isApi(c)) return problem(c, { status, name, headers });
  const page = await errorPageFor(parts.errorPages, { status, path: c.req.path, requestId: requestIdOf(c), now: parts.clock.now() });
  return c.html(page.body, status, { 'Cache-Control': 'no-store', ...page.headers, ...headers });
}

/** An exception: the framework's own refusals, a database that is away, a disk that is full, or a fault of ours. */
export async function answerError(parts: AppParts, c: Context, error: Error): Promise<Response> {
  if (error instanceof HTTPException && error.status < 500) return framework(parts, c, error);
  if (parts.isDatabaseGone(error)) {
    parts.log.warn({ requestId: requestIdOf(c), error: plainError(error) }, 'The database does not answer');
    return refuse(parts, c, { status: 503, name: 'database-away', headers: { 'Retry-After': retryAfter } });
  }
  if (meansFull(error)) {
    parts.log.error({ requestId: requestIdOf(c), error: plainError(error) }, 'The disk is full');
    return isApi(c) ? problem(c, { status: 507, name: 'disk-full' }) : refuse(parts, c, { status: 503, name: 'disk-full' });
  }
  parts.log.error({ requestId: requestIdOf(c), error: plainError(error) }, 'A fault');
  return refuse(parts, c, { status: 500, name: 'fault' });
}

const pageStatuses: readonly number[] = [400, 403, 404, 405, 413, 429] satisfies ErrorFacts['status'][];

async function framework(parts: AppParts, c: Context, error: HTTPException): Promise<Response> {
  if (isApi(c)) return problem(c, { status: error.status as ErrorStatus, name: names[error.status] ?? 'refused' });
  const status = pageStatuses.includes(error.status) ? (error.status as ErrorFacts['status']) : 400;
  return refuse(parts, c, { status, name: names[error.status] ?? 'refused' });
}

const names: Readonly<Record<number, string>> = {
  400: 'malformed-input', 401: 'not-signed-in', 403: 'not-allowed', 404: 'not-found', 405: 'method-not-allowed', 413: 'too-large', 415: 'unknown-type', 429: 'too-many',
};

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/') || c.req.path === '/metrics';
}
