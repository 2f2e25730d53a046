/** Answers with pages that are not at hand, and with the pages that say why there is none. */
import type { Log } from '../log/log.ts';
import { plainError } from '../log/json-log.ts';
import type { Exchange } from '../pages/answer.ts';
import { answerWith } from '../pages/answer.ts';
import type { Kept } from '../pages/kept.ts';
import type { PageCache } from '../pages/page-cache.ts';
import type { PageAddress } from '../pages/page-routes.ts';
import type { Clock } from '../time/clock.ts';
import { newRequestId } from './arrival.ts';
import type { ErrorFacts, ErrorPages } from './error-pages.ts';
import { errorPageFor } from './error-pages.ts';
import type { Metrics } from './metrics.ts';
import { closedPolicy, houseHeaders } from './security-headers.ts';

export interface PageAnswers {
  page(address: PageAddress, exchange: Exchange): Promise<void>;
  file(found: Promise<Kept> | Kept, exchange: Exchange): Promise<void>;
  error(error: Pick<ErrorFacts, 'status' | 'path' | 'requestId'>, exchange: Exchange, headers?: Readonly<Record<string, string>>): Promise<void>;
}

export interface PageAnswerParts {
  readonly cache: PageCache;
  readonly clock: Clock;
  readonly errorPages: ErrorPages;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: { readonly publicUrl: string };
}

/** Seconds after which a program may try again; the database heals by itself or somebody is at it. */
export const retryAfter = '5';

export function createPageAnswers(parts: PageAnswerParts): PageAnswers {
  const answers: PageAnswers = {
    async page(address, exchange) {
      const began = performance.now();
      const requestId = newRequestId();
      try {
        await sendPage(parts, answers, { address, exchange, requestId });
      } catch (error) {
        parts.log.error({ requestId, route: address.route.path, error: plainError(error) }, 'A page could not be made');
        await answers.error({ status: 500, path: address.request.path, requestId }, exchange);
      }
      note(parts, { exchange, requestId, route: address.route.path, began });
    },
    async file(found, exchange) {
      try {
        await answerWith(await found, parts.cache, exchange);
      } catch (error) {
        const requestId = newRequestId();
        parts.log.error({ requestId, error: plainError(error) }, 'A file could not be read');
        await answers.error({ status: 500, path: exchange.request.url ?? '/', requestId }, exchange);
      }
    },
    error: (error, exchange, headers) => sendError(parts, { error, exchange, headers }),
  };
  return answers;
}

interface PageOrder {
  readonly address: PageAddress;
  readonly exchange: Exchange;
  readonly requestId: string;
}

async function sendPage(parts: PageAnswerParts, answers: PageAnswers, { address, exchange, requestId }: PageOrder): Promise<void> {
  const kept = await parts.cache.get({
    key: address.key,
    target: address.target,
    passing: address.passing,
    render: () => address.route.render({ ...address.request, now: parts.clock.now() }),
  });
  if (kept === null) await answers.error({ status: 503, path: address.request.path, requestId }, exchange, { 'Retry-After': retryAfter });
  else await answerWith(kept, parts.cache, exchange);
}

interface ErrorOrder {
  readonly error: Pick<ErrorFacts, 'status' | 'path' | 'requestId'>;
  readonly exchange: Exchange;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

async function sendError(parts: PageAnswerParts, { error, exchange: { response }, headers }: ErrorOrder): Promise<void> {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const page = await errorPageFor(parts.errorPages, { ...error, now: parts.clock.now() });
  const body = Buffer.from(page.body, 'utf8');
  response.writeHead(error.status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': closedPolicy,
    ...houseHeaders(parts.settings.publicUrl),
    ...page.headers,
    ...headers,
    'Content-Length': body.length,
  });
  response.end(body);
}

/** Route patterns only: neither the address nor who asked. */
function note({ log, metrics }: PageAnswerParts, { exchange, requestId, route, began }: { exchange: Exchange; requestId: string; route: string; began: number }): void {
  const ms = performance.now() - began;
  const { method = 'GET' } = exchange.request;
  const status = exchange.response.statusCode;
  metrics.answered({ method, route, status, seconds: ms / 1_000 });
  log.info({ requestId, method, route, status, ms: Math.round(ms * 10) / 10 }, 'answered');
}
