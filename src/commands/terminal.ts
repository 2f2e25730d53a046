/** Acting from the terminal: the same way of one transaction, without jobs of this process. */
import type { Given } from './command.ts';
import type { OpenDatabase } from '../platform/database/open.ts';
import { createAct } from '../platform/act.ts';
import { createJobs } from '../platform/jobs/jobs.ts';
import { openObjects } from '../platform/objects/open.ts';
import { clockWithOffset } from '../platform/time/clock.ts';

/** The `act` of a command. What it announces reaches the running program; who listens there does so by the tags alone. */
export function actFromTerminal({ settings, log }: Pick<Given, 'settings' | 'log'>, { db, address }: Pick<OpenDatabase, 'db' | 'address'>): ReturnType<typeof createAct> {
  const objects = openObjects(settings);
  return createAct({ db, clock: clockWithOffset(settings.clockOffset), jobs: createJobs({ address, features: [], log }), objects, features: [], dataDir: settings.dataDir, dropped: () => {} });
}
