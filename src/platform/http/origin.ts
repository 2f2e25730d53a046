/** Requests that another site makes a browser send are refused; nothing else protects a cookie as simply. */
import type { MiddlewareHandler } from 'hono';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that would change something comes from another site. Browsers say where it comes from, in
 * `Sec-Fetch-Site` or, before 2023 and over plain http, in `Origin`; what says neither is no browser and carries
 * no reader's cookie by itself. A bearer token is sent by nobody's browser unasked.
 */
export function isCrossSite(request: { method: string; headers: Headers }, publicOrigin: string): boolean {
  const { method, headers } = request;
  if (safe.has(method)) return false;
  if (/^bearer /i.test(headers.get('authorization') ?? '') && !headers.has('cookie')) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  return origin !== publicOrigin && !isHost(origin, headers.get('host'));
}

/** Refuses with the answer that `refuse` gives. */
export function refuseCrossSite(publicOrigin: string, refuse: MiddlewareHandler): MiddlewareHandler {
  return (c, next) => (isCrossSite(c.req.raw, publicOrigin) ? refuse(c, next) : next());
}

/** The desk opened under another of its own addresses, such as the machine's name instead of 127.0.0.1. */
function isHost(origin: string, host: string | null): boolean {
  return host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
