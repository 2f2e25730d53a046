/** What happens, told live to whoever is signed in: server-sent events of every announcement, references only. */
import { streamSSE } from 'hono/streaming';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { House } from '../feature.ts';
import type { Heard } from './events.ts';
import { createApi, signedIn } from '../http/api.ts';
import { jobWritten } from '../jobs/jobs.ts';

/** Heard when this process may have missed something. */
export const missed = 'stream.missed';

/** Often enough for proxies to keep the line open, and for an account that was closed to go silent soon. */
const heartbeat = 15_000;
/** Who cannot keep up with this many announcements is cut off, and looks again when it is back. */
const greatestBacklog = 500;

export function eventsApi(house: House): OpenAPIHono {
  const { app, operation } = createApi(house, {});
  app.openapi(operation({
    method: 'get', path: '/events', act: signedIn, summary: 'What happens, live (server-sent events)', tags: ['events'],
    description: 'Each event has the name of the announcement and as data `{event, facts}`: references, never content.',
    responses: { 200: { description: 'A stream that does not end', content: { 'text/event-stream': {} } } },
  }) as never, ((c: Parameters<typeof streamSSE>[0]) => {
    c.header('Cache-Control', 'no-store');
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const waiting: Heard[] = [];
      let wake = () => {};
      const stop = house.events.listen((heard) => {
        if (heard.event === jobWritten) return;
        waiting.push(heard);
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.write(': hello\n\n');
      let lookedAt = performance.now();
      while (!stream.aborted && waiting.length < greatestBacklog) {
        const told = waiting.splice(0);
        for (const { event, facts } of told) await stream.writeSSE({ event, data: JSON.stringify({ event, facts }) });
        // Something was said that this process did not hear: who listens must look again.
        if (told.some(({ event }) => event === missed)) break;
        const quiet = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), heartbeat);
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
          if (waiting.length > 0) wake();
        });
        // However much is told: who was suspended meanwhile hears no more of it.
        if (quiet || performance.now() - lookedAt >= heartbeat) {
          if ((await house.whoIs(c.req.raw)) === null) break;
          lookedAt = performance.now();
        }
        if (quiet) await stream.write(': still here\n\n');
      }
      stop();
    });
  }) as never);
  return app as unknown as OpenAPIHono;
}
