/** The front door: opens the database, puts the house together, opens its doors, and closes them in order. */
import type { Feature, House } from './platform/feature.ts';
import type { OpenDatabase, OpenRefusal } from './platform/database/open.ts';
import type { Log } from './platform/log/log.ts';
import type { Clock } from './platform/time/clock.ts';
import type { Settings } from './settings.ts';
import { createHouse } from './house.ts';
import { newsroom } from './newsroom.ts';
import { isDatabaseGone } from './platform/database/connect.ts';
import { listen } from './platform/database/listen.ts';
import { openDatabase } from './platform/database/open.ts';
import { channel, readHeard } from './platform/events/events.ts';
import { eventsApi, missed } from './platform/events/stream.ts';
import { createMetrics } from './platform/http/metrics.ts';
import { createWeb } from './platform/http/web.ts';
import type { Web } from './platform/http/web.ts';
import { jobWritten } from './platform/jobs/jobs.ts';
import { lookForWhatIsDue } from './platform/jobs/due.ts';
import { jsonLog } from './platform/log/json-log.ts';
import { say } from './platform/log/say.ts';
import { isRefused } from './platform/result.ts';
import { replaySeals } from './platform/seals.ts';
import { clockWithOffset } from './platform/time/clock.ts';
import { errorPages, siteAssets } from './newsroom/site/site.ts';
import { fillSample } from './newsroom/sample/sample.ts';
import { firstAdministratorLink } from './newsroom/staff/staff.ts';

/** Within this a stop is over: jobs under way go on elsewhere. */
const stopWithin = 3_000;

/** `bin/broadsheet start`: runs until it is told to stop. */
export async function main(settings: Settings): Promise<OpenRefusal | undefined> {
  const log = jsonLog();
  const clock = clockWithOffset(settings.clockOffset);
  const opened = await openDatabase({ settings, doing: 'start', log, now: clock.now() });
  if (isRefused(opened)) return opened;
  const stopped = untilToldToStop();
  try {
    const running = await run({ settings, opened, clock, log, features: newsroom });
    await greet(running.house, running.url);
    await stopped;
    await running.stop();
  } finally {
    await opened.close();
  }
  return undefined;
}

export interface Running {
  readonly house: House;
  readonly url: string;
  readonly web: Web | null;
  stop(): Promise<void>;
}

export interface RunOrder {
  readonly settings: Settings;
  readonly opened: Pick<OpenDatabase, 'db' | 'address' | 'own'> & Partial<Pick<OpenDatabase, 'hangUp'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly features: readonly Feature[];
}

/** One process of the newsroom, playing what PROCESS says. */
export async function run({ settings, opened, clock, log, features }: RunOrder): Promise<Running> {
  let web: Web | null = null;
  const house = await createHouse({ settings, opened, features, clock, log, dropped: (tags) => web?.cache.drop(tags) });
  await replaySeals(house);
  await fillSample(house, { own: opened.own });
  if (settings.processes.has('web')) web = await openWeb(house, features);
  const due = lookForWhatIsDue(house, settings.processes.has('jobs') ? features : []);
  const ear = await listen({
    address: opened.address, channel, log,
    heard(payload) {
      const heard = readHeard(payload);
      if (heard === null) return;
      house.memory.drop(heard.tags);
      web?.cache.drop(heard.tags);
      if (heard.event === jobWritten) house.jobs.wake(String(heard.facts['name']));
      else due.look();
      house.events.hear(heard);
    },
    lost() {
      house.memory.loseTrack();
      web?.cache.loseTrack();
    },
    unreachable: () => opened.hangUp?.(),
    back() {
      house.memory.regainTrack();
      web?.cache.regainTrack();
      house.events.hear({ event: missed, facts: {}, tags: [] });
    },
  });
  if (ear.hears()) house.memory.regainTrack();
  if (settings.processes.has('jobs')) await house.jobs.start(house);
  const url = web === null ? settings.publicUrl : (await web.listen()).url;
  return {
    house, url, web,
    async stop() {
      await Promise.all([web?.close(), due.stop(), house.jobs.stop(stopWithin)]);
      await ear.stop();
    },
  };
}

async function openWeb(house: House, features: readonly Feature[]): Promise<Web> {
  return createWeb({
    settings: house.settings, clock: house.clock, log: house.log, isDatabaseGone, metrics: createMetrics(),
    pages: features.flatMap((feature) => feature.pages?.(house) ?? []),
    apis: [eventsApi(house), ...features.flatMap((feature) => feature.api?.(house) ?? [])],
    routes: features.flatMap((feature) => feature.routes?.(house) ?? []),
    first: features.flatMap((feature) => feature.first?.(house) ?? []),
    assets: await siteAssets(), errorPages: errorPages(house),
    isReady: async () => (await house.db.selectFrom('acts').select('id').limit(1).execute(), true),
  });
}

/** What people are told: one address for the site, one for the desk, and how the first of them gets in. */
async function greet(house: House, url: string): Promise<void> {
  const address = house.settings.publicUrl;
  say('');
  say(`  The site   ${address}/`);
  say(`  The desk   ${address}/desk`);
  const link = await firstAdministratorLink(house);
  if (link !== null) say(`\n  Nobody can sign in yet. This link makes the first administrator (24 hours, once):\n  ${link}`);
  say('');
  house.log.info({ url }, 'started');
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
