/** Puts the house together: what the ground floor offers, lent to the features of the plan. */
import type { Actor, Feature, House } from './platform/feature.ts';
import type { OpenDatabase } from './platform/database/open.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log/log.ts';
import type { Clock } from './platform/time/clock.ts';
import type { Settings } from './settings.ts';
import { createAct } from './platform/act.ts';
import { Events } from './platform/events/events.ts';
import { createJobs } from './platform/jobs/jobs.ts';
import { Memory } from './platform/pages/memory.ts';
import { openObjects } from './platform/objects/open.ts';
import { whoIs, whoIsNow } from './newsroom/staff/staff.ts';

export interface HouseOrder {
  readonly settings: Settings;
  readonly opened: Pick<OpenDatabase, 'db' | 'address'>;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  readonly log: Log;
  /** Called after each commit in this process with the tags that are no longer true. */
  dropped?(tags: readonly string[]): void;
}

/** A house without a web side: enough to act in. Commands and tests use it as it is; `run` opens its doors. */
export async function createHouse({ settings, opened, features, clock, log, dropped = () => {} }: HouseOrder): Promise<House & { readonly jobs: Jobs }> {
  const { db } = opened;
  const jobs = createJobs({ address: opened.address, features, log });
  const objects = openObjects(settings);
  const memory = new Memory();
  const forget = (tags: readonly string[]) => (memory.drop(tags), dropped(tags));
  const act = createAct({ db, clock, jobs, objects, features, dropped: forget, dataDir: settings.dataDir });
  const house = { settings, features, clock, db, objects, memory, log, events: new Events(), act, jobs, whoIs: (request: Request) => whoIs(house, request), whoIsNow: (actor: Actor) => whoIsNow(house, actor) };
  await jobs.prepare();
  return house;
}
