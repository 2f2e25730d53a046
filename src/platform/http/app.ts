/** What Hono routes: API, forms, health, figures; and what is left over. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { openApiAt } from './api-document.ts';
import { addHeaders, compressText, followStreams, limitForms, noteAnswer } from './app-steps.ts';
import type { Bindings } from './arrival.ts';
import { clientOf } from './arrival.ts';
import { answerError, lastResort, refuse } from './leftovers.ts';
import { refuseCrossSite } from './origin.ts';
import { retryAfter } from './page-answers.ts';
import { problem } from './problem.ts';
import type { AppParts } from './web-parts.ts';
import { apiPath } from './web-parts.ts';

type App = Hono<{ Bindings: Bindings }>;

export function buildApp(parts: AppParts): App {
  const app: App = new Hono<{ Bindings: Bindings }>({ strict: true });
  app.use(noteAnswer(parts), addHeaders(parts), compressText(), followStreams(parts));
  app.use(refuseCrossSite(parts.settings.publicUrl, (c) => refuse(parts, c, { status: 403, name: 'cross-site' })));
  app.use(limitForms(parts));
  addHealth(app, parts);
  const api = new OpenAPIHono();
  for (const part of parts.apis) api.route('/', part);
  openApiAt(api, parts.settings.publicUrl);
  app.route(apiPath, api);
  for (const routes of parts.routes) app.route('/', routes);
  app.notFound((c) => lastResort(parts, c));
  app.onError((error, c) => answerError(parts, c, error));
  return app;
}

function addHealth(app: App, { settings, metrics, server, isReady }: AppParts): void {
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const ready = !server.isClosing && (await isReady?.() ?? true);
    return ready ? c.text('ready\n') : c.text('not ready\n', 503, { 'Retry-After': retryAfter });
  });
  app.get('/metrics', async (c) => {
    const shown = /^bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
    const allowed = settings.metricsToken === null || shown === null ? clientOf(c).local : sameSecret(shown, settings.metricsToken);
    if (!allowed) return problem(c, { status: 403, name: 'not-allowed' });
    return c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType });
  });
}

/** In the same time whether they differ at the start or at the end. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
