/** The steps that every request takes which is not answered from memory. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { matchedRoutes } from 'hono/route';
import { usualBodyLimit } from './api-guard.ts';
import type { Bindings } from './arrival.ts';
import { requestIdOf } from './arrival.ts';
import { refuse } from './leftovers.ts';
import { brotliQuickly, gzipOnce } from '../pages/compress.ts';
import { encodingFor } from '../pages/encoding.ts';
import { closedPolicy, houseHeaders } from './security-headers.ts';
import type { AppParts } from './web-parts.ts';
import { apiPath } from './web-parts.ts';

type Step = MiddlewareHandler<{ Bindings: Bindings }>;

/** One line per answer: the route's pattern, never the address, the query or who asked. */
export function noteAnswer({ log, metrics }: AppParts): Step {
  return async (c, next) => {
    const began = performance.now();
    await next();
    if (c.env.outgoing.headersSent) return;
    const ms = performance.now() - began;
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
    const { method } = c.req;
    const { status } = c.res;
    metrics.answered({ method, route, status, seconds: ms / 1_000 });
    log.info({ requestId: requestIdOf(c), method, route, status, ms: Math.round(ms * 10) / 10 }, 'answered');
  };
}

/** The house's headers, where the answer does not say otherwise itself. */
export function addHeaders({ settings }: AppParts): Step {
  const house = Object.entries({ 'Content-Security-Policy': closedPolicy, ...houseHeaders(settings.publicUrl) });
  return async (c, next) => {
    await next();
    if (c.env.outgoing.headersSent) return;
    for (const [name, value] of house) if (!c.res.headers.has(name)) c.header(name, value);
    c.header('X-Request-Id', requestIdOf(c));
  };
}

/** Below this a packet holds it anyway. */
const leastBytes = 1_200;

/** Lists and documents of the desk shrink to a fifth; streams, pictures and what is compressed already pass as they are. */
export function compressText(): Step {
  return async (c, next) => {
    await next();
    if (c.env.outgoing.headersSent || c.req.method === 'HEAD' || c.res.headers.has('content-encoding')) return;
    if (!/^(?:application\/(?:[a-z.-]+\+)?json|text\/(?:html|plain))\b/.test(c.res.headers.get('content-type') ?? '')) return;
    const encoding = encodingFor(c.req.header('accept-encoding'));
    const { status } = c.res;
    const headers = new Headers(c.res.headers);
    headers.append('Vary', 'Accept-Encoding');
    headers.delete('Content-Length');
    let body: Buffer<ArrayBufferLike> = Buffer.from(await c.res.arrayBuffer());
    if (encoding !== 'identity' && body.length >= leastBytes) {
      body = await (encoding === 'br' ? brotliQuickly(body) : gzipOnce(body));
      headers.set('Content-Encoding', encoding);
    }
    // Without this, Hono would carry the old headers over.
    c.res = undefined;
    c.res = new Response(new Uint8Array(body), { status, headers });
  };
}

export function followStreams({ server }: AppParts): Step {
  return async (c, next) => {
    await next();
    if (c.res.headers.get('content-type')?.startsWith('text/event-stream') === true) server.follow(c.env.outgoing);
  };
}

/** Operations of the API have limits of their own; everything else is a form. */
export function limitForms(parts: AppParts): Step {
  const limit = bodyLimit({ maxSize: usualBodyLimit, onError: (c) => refuse(parts, c, { status: 413, name: 'too-large' }) });
  return (c, next) => (c.req.path.startsWith(`${apiPath}/`) ? next() : limit(c, next));
}
