import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Arrival, Bindings } from './arrival.ts';

/** Hands requests of node:http to Hono. What the app has answered by itself (a page) is left alone. */
export function listenerOf(app: Hono<{ Bindings: Bindings }>, arrivalOf: (request: IncomingMessage) => Arrival) {
  const listener = getRequestListener(async (request, env) => {
    const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse };
    const answer = await app.fetch(request, { incoming, outgoing, arrival: arrivalOf(incoming) });
    if (outgoing.headersSent) throw new Answered();
    return answer;
  }, { errorHandler, autoCleanupIncoming: false });
  return (request: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => readOn(request));
    void listener(request, response);
  };
}

/**
 * Who was answered before all was sent (a body that is too large) reads the answer once it has sent the rest: the rest
 * is taken in and let go. The server's own limits on time end whoever never stops. The adapter would cut after half a
 * second, and a slow line would see a broken connection in place of the reason.
 */
function readOn(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  // Whoever began to read would stop again as soon as they hold enough.
  request.removeAllListeners('data');
  request.resume();
}

class Answered extends Error {}

/** A request without a Host, or with an impossible one, never reaches the app. */
function errorHandler(error: unknown): Response | undefined {
  if (error instanceof Answered) return undefined;
  return new Response(null, { status: error instanceof RequestError ? 400 : 500 });
}
