/** The web side of the program: pages from memory first, then files, then what Hono routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerNow, answerWith } from '../pages/answer.ts';
import { PageCache } from '../pages/page-cache.ts';
import { pageRoutes } from '../pages/page-routes.ts';
import { buildApp } from './app.ts';
import { newRequestId } from './arrival.ts';
import { clientReader } from './client.ts';
import { listenerOf } from './listener.ts';
import { createPageAnswers } from './page-answers.ts';
import { closedPolicy, houseHeaders } from './security-headers.ts';
import { createHttpServer } from './server.ts';
import type { WebParts } from './web-parts.ts';

export interface Web {
  listen(): Promise<{ url: string }>;
  /** Ends event streams, lets answers under way finish, and is done within 5 s. */
  close(): Promise<void>;
  /** For dropping what is no longer true, and for losing track of it. */
  readonly cache: PageCache;
}

export function createWeb(parts: WebParts): Web {
  const { settings, clock, metrics } = parts;
  const cache = new PageCache({
    maxBytes: settings.pageCacheBytes,
    clock,
    isDatabaseGone: parts.isDatabaseGone,
    headers: { 'Content-Security-Policy': closedPolicy, ...houseHeaders(settings.publicUrl) },
  });
  metrics.watch(cache);
  const routes = pageRoutes(parts.pages);
  const pages = createPageAnswers({ ...parts, cache });
  const server = createHttpServer(answer, settings);
  const readClient = clientReader(settings.trustedProxy);
  const app = buildApp({ ...parts, pages, pageRoutes: routes, server });
  const others = listenerOf(app, (incoming) => ({ requestId: newRequestId(), client: readClient(incoming) }));

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'GET' || request.method === 'HEAD') {
      const kept = cache.fresh(request.url ?? '/');
      if (kept !== undefined) {
        if (!answerNow(kept, request, response)) void answerWith(kept, cache, { request, response });
        return;
      }
      if (answerPageOrFile(request, response)) return;
    }
    others(request, response);
  }

  /** True where a page or a file was found and is being answered. */
  function answerPageOrFile(request: IncomingMessage, response: ServerResponse): boolean {
    const target = request.url ?? '/';
    if (target.startsWith('/api/')) return false;
    if (parts.first?.some((first) => first(request, response)) === true) return true;
    for (const assets of parts.assets ?? []) {
      const found = assets.find(pathOf(target));
      if (found === undefined) continue;
      void pages.file(found, { request, response });
      return true;
    }
    const named = routes.named(target);
    if (named !== null && named !== 'malformed') {
      void pages.page(named, { request, response });
      return true;
    }
    const any = routes.any(target);
    const kept = any === null || any === 'malformed' ? undefined : cache.freshByKey(any.key, target);
    if (kept === undefined) return false;
    void answerWith(kept, cache, { request, response });
    return true;
  }

  return {
    cache,
    listen: server.listen,
    async close() {
      await server.close();
      cache.stop();
    },
  };
}

function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? target : target.slice(0, mark);
}
