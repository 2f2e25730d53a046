import { resolve } from 'node:path';
import type { WaitingJob } from '../platform/database/backup/format.ts';
import { restoreBackup } from '../platform/database/backup/restore.ts';
import { findGround } from '../platform/database/open.ts';
import { migrate } from '../platform/database/migrate.ts';
import { connect } from '../platform/database/connect.ts';
import { announcements, createJobs } from '../platform/jobs/jobs.ts';
import type { Log } from '../platform/log/log.ts';
import { openObjects } from '../platform/objects/open.ts';
import { StoreFull } from '../platform/objects/store-full.ts';
import { say } from '../platform/log/say.ts';
import { isRefused, refuse } from '../platform/result.ts';
import { readSeals, readSealsFile, replaySeals } from '../platform/seals.ts';
import { clockWithOffset } from '../platform/time/clock.ts';
import { bucketRefusal } from './bucket.ts';
import type { Command, CommandRefusal, Given } from './command.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--replace]',
  about: 'Puts back what a backup holds, into an empty database or, with --replace, in the place of everything in it. The program must not run.',
  options: { replace: { type: 'boolean' } },
  words: [1, 1],
  async run(given) {
    const trouble = await bucketRefusal(given.settings);
    if (trouble !== undefined) return trouble;
    const ground = await findGround(given.settings, 'restore', given.log);
    if (isRefused(ground)) return ground;
    try {
      return await restoreInto(ground.address, given);
    } catch (error) {
      if (!isFull(error)) throw error;
      return refuse('disk-full', { message: 'The disk is full. Nothing was restored; what was there before is untouched.' });
    } finally {
      await ground.stop();
    }
  },
};

async function restoreInto(address: string, given: Given): Promise<CommandRefusal | undefined> {
  const { args: [file = ''], options, settings, now, log } = given;
  const objects = openObjects(settings);
  const seals = await readSealsFile(settings.dataDir);
  const restored = await restoreBackup({ address, objects, path: resolve(file), replace: options['replace'] === true, now, seals });
  if (isRefused(restored)) return restored;
  const migrated = await migrate({ address, now });
  if (isRefused(migrated)) return migrated;
  await writeJobs(address, restored.jobs, log);
  const sealed = await sealAgain(address, given);
  say(`Restored as of ${restored.header.made}: ${restored.tables} tables, ${restored.objects} objects.`);
  if (sealed > 0) say(`${sealed} ${sealed === 1 ? 'seal holds' : 'seals hold'}: what the law made you remove has not come back.`);
  if (migrated.applied.length > 0) say(`Brought to this version: ${migrated.applied.join(', ')}.`);
  if (restored.header.publicUrl !== settings.publicUrl) say(`It was made under ${restored.header.publicUrl}; this installation is ${settings.publicUrl} (PUBLIC_URL).`);
  return undefined;
}

/** What was still to be done when the backup was made is done by the next start. */
async function writeJobs(address: string, waiting: readonly WaitingJob[], log: Log): Promise<void> {
  if (waiting.length === 0) return;
  // the plan of the newsroom knows which jobs there are; nothing else of a restore needs it
  const { newsroom } = await import('../newsroom.ts');
  const known = new Set([announcements, ...newsroom.flatMap((feature) => (feature.jobs ?? []).map(({ name }) => name))]);
  const jobs = createJobs({ address, features: newsroom, log });
  const { db, close } = connect({ address, log });
  try {
    await jobs.prepare();
    const orders = waiting.filter(({ name }) => known.has(name)).map(({ name, facts, priority, key, startAfter }) => ({
      name, facts, options: { priority, startAfter: new Date(startAfter), ...(key === null ? {} : { key }) },
    }));
    await db.transaction().execute((tx) => jobs.write(tx, orders));
  } finally {
    await jobs.stop(1_000);
    await close();
  }
}

/** What had to be removed by law since the backup was made is taken away again before anybody can read it. */
async function sealAgain(address: string, { settings, log }: Given): Promise<number> {
  const { db, close } = connect({ address, log });
  try {
    if ((await readSeals(db)).length === 0) return 0;
    const [{ newsroom }, { createHouse }] = await Promise.all([import('../newsroom.ts'), import('../house.ts')]);
    const house = await createHouse({ settings, opened: { db, address }, features: newsroom, clock: clockWithOffset(settings.clockOffset), log });
    try {
      return (await replaySeals(house)).length;
    } finally {
      await house.jobs.stop(1_000);
    }
  } finally {
    await close();
  }
}

/** From the objects' folder or from Postgres (its manual, appendix A). */
function isFull(error: unknown): boolean {
  return error instanceof StoreFull || (error instanceof Error && (('code' in error && error.code === '53100') || isFull(error.cause)));
}
