import { startTestEngine, testDatabase } from '../../src/platform/database/testing.ts';
import type { Client } from '../client.ts';
import { client } from '../client.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, pause, until } from './fault.ts';
import type { Wire } from './wire.ts';
import { wireTo } from './wire.ts';

const away = 30_000;
const longestRefusal = 12_000;

interface Seen {
  pages: number;
  slowest: number;
  refused: number;
  slowestRefusal: number;
}

/** The line to the database is cut for half of the time, and for the other half nothing passes and nobody says so. */
export const databaseGone: Fault = {
  name: `the database gone for ${away / 1_000} s under load`,
  async run() {
    const engine = await startTestEngine();
    const database = await testDatabase(engine);
    const wire = await wireTo(database.url);
    const running = await startProgram({ sample: false, environment: { DATABASE_URL: wire.address } });
    try {
      const ask = client(running.url, await running.token('administrator'));
      await ask('POST', '/sections', { path: 'inland', name: 'Inland' });
      const { json: story } = await ask('POST', '/stories', { section: 'inland', headline: 'Zürich ohne Netz', slug: 'netz', body: { html: '<p>Erste Fassung.</p>' } });
      await ask('POST', `/stories/${story.id}/publish`, {});
      const pages = ['/', '/inland', story.url as string];
      for (const page of pages) mustHold((await fetch(running.url + page)).status === 200, `${page} does not answer before`);
      const seen: Seen = { pages: 0, slowest: 0, refused: 0, slowestRefusal: 0 };
      const healed: number[] = [];
      for (const how of ['cut', 'silence'] as const) {
        await without({ url: running.url, ask, story: story.id, pages, seen, wire, how });
        await wire.mend();
        healed.push(await heals(ask, story.id));
      }
      await ask('PATCH', `/stories/${story.id}`, { body: { html: '<p>Zweite Fassung.</p>' } }, { 'if-match': (await ask('GET', `/stories/${story.id}`)).etag! });
      await ask('POST', `/stories/${story.id}/publish`, {});
      mustHold((await (await fetch(running.url + story.url)).text()).includes('Zweite Fassung'), 'after it all, a publication does not reach its page');
      return `${seen.pages} pages from memory, all 200, the slowest in ${milliseconds(seen.slowest)}; ${seen.refused} writes refused with 503, the slowest in ${milliseconds(seen.slowestRefusal)}; writing again ${milliseconds(Math.max(...healed))} after its return, without a restart`;
    } finally {
      await running.stop();
      await wire.close();
      await database.close();
      await engine.stop();
    }
  },
};

const heals = (ask: Client, id: string) => until(async () => {
  const { status, etag } = await ask('GET', `/stories/${id}`);
  return status === 200 && (await ask('PATCH', `/stories/${id}`, { lead: `Wieder da um ${Date.now()}.` }, { 'if-match': etag! })).status === 200;
}, { within: 15_000, what: 'writing after the return of the database' });

interface Outage {
  readonly url: string;
  readonly ask: Client;
  readonly story: string;
  readonly pages: readonly string[];
  readonly seen: Seen;
  readonly wire: Wire;
  readonly how: 'cut' | 'silence';
}

async function without({ url, ask, story, pages, seen, wire, how }: Outage): Promise<void> {
  if (how === 'cut') await wire.cut();
  else wire.silence();
  const end = performance.now() + away / 2;
  const readers = pages.map(async (page) => {
    while (performance.now() < end) {
      const began = performance.now();
      const answer = await fetch(url + page);
      await answer.text();
      mustHold(answer.status === 200, `${page} answers ${answer.status} while the database is away (${how})`);
      seen.pages += 1;
      seen.slowest = Math.max(seen.slowest, performance.now() - began);
      await pause(5);
    }
  });
  const writer = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      const { status, json } = await ask('PATCH', `/stories/${story}`, { lead: 'Das geht nicht.' }, { 'if-match': '"1"' });
      const took = performance.now() - began;
      mustHold(status === 503 && typeof json.name === 'string' && typeof json.title === 'string' && json.status === 503, `a write while the database is away (${how}) answers ${status}: ${JSON.stringify(json).slice(0, 200)}`);
      mustHold(took < longestRefusal, `a write waits ${milliseconds(took)} for its refusal (${how})`);
      seen.refused += 1;
      seen.slowestRefusal = Math.max(seen.slowestRefusal, took);
      await pause(50);
    }
  };
  await Promise.all([...readers, writer()]);
}
