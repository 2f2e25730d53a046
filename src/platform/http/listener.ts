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
  }, { errorHandler });
  return (request: IncomingMessage, response: ServerResponse) => void listener(request, response);
}

class Answered extends Error {}

/** A request without a Host, or with an impossible one, never reaches the app. */
function errorHandler(error: unknown): Response | undefined {
  if (error instanceof Answered) return undefined;
  return new Response(null, { status: error instanceof RequestError ? 400 : 500 });
}
