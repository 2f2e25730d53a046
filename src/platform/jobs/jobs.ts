/** Work for later, on pg-boss: written in the transaction of the action, run at least once by any process that plays 'jobs'. */
import { PgBoss, fromKysely } from 'pg-boss';
import type { Tx } from '../database/database.ts';
import type { Feature, House, Job } from '../feature.ts';
import type { Log } from '../log/log.ts';
import { notify } from '../events/events.ts';
import { plainError } from '../log/json-log.ts';

/** The event that wakes the workers of one queue in every process. */
export const jobWritten = 'job.written';

export interface LaterOptions {
  /** Greater first. Default 0. */
  readonly priority?: number;
  /** While a job with this key waits, another is not written. */
  readonly key?: string;
  readonly startAfter?: Date;
}

export interface JobOrder {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly options?: LaterOptions | undefined;
}

export interface Jobs {
  /** Writes a job in the action's transaction: it exists when, and only when, that commits. */
  later(tx: Tx, order: JobOrder): Promise<void>;
  /** Makes the queues; must have run once before `later` in any process on this database. */
  prepare(): Promise<void>;
  /** Runs the features' jobs and listeners in this process. */
  start(house: House): Promise<void>;
  wake(name: string): void;
  /** Lets running jobs finish, for at most the given milliseconds. */
  stop(milliseconds: number): Promise<void>;
}

/** The queue of what is told to listeners. */
export const announcements = 'announcements';
/** In seconds. Workers are woken when a job is written; this finds what was written while nobody listened. */
const pollEvery = 5;

interface Told {
  readonly listener: string;
  readonly facts: Record<string, string | number | boolean | null>;
}

/** @param address the database, as DATABASE_URL would say it */
export function createJobs({ address, features, log }: { address: string; features: readonly Feature[]; log: Log }): Jobs {
  const boss = createBoss(address, log);
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  const workers = new Map<string, string>();
  let started: Promise<unknown> | null = null;
  const run = async (house: House, job: Job) => {
    const options = { batchSize: 1, localConcurrency: job.atOnce ?? 1, pollingIntervalSeconds: pollEvery };
    const worker = await boss.work<Record<string, unknown>, unknown>(job.name, options, async ([one]) => {
      if (one !== undefined) await job.run(house, one.data ?? {});
    });
    workers.set(job.name, worker);
  };
  return {
    later: (tx, order) => write(boss, tx, order),
    async prepare() {
      await (started ??= boss.start());
      const known = new Set((await boss.getQueues()).map((queue) => queue.name));
      const wanted: [string, Job | null][] = [[announcements, null], ...jobs.map((job): [string, Job] => [job.name, job])];
      for (const [name] of wanted) {
        if (!known.has(name)) await boss.createQueue(name, { retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 600, deleteAfterSeconds: 86_400 });
      }
    },
    async start(house) {
      for (const job of jobs) await run(house, job);
      await run(house, { name: announcements, atOnce: 2, run: (lent, facts) => hear(features, lent, facts as unknown as Told) });
    },
    wake(name) {
      const worker = workers.get(name);
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    stop: (milliseconds) => boss.stop({ graceful: true, timeout: milliseconds }),
  };
}

/** One job per listener of an event, so that one listener's failure never repeats another's work. */
export async function tellListeners({ jobs, tx, features, event, facts }: { jobs: Jobs; tx: Tx; features: readonly Feature[]; event: string; facts: Told['facts'] }): Promise<void> {
  for (const feature of features) {
    for (const [index, listener] of (feature.listeners ?? []).entries()) {
      if (listener.event === event) await jobs.later(tx, { name: announcements, facts: { listener: `${feature.name}/${index}/${event}`, facts } });
    }
  }
}

async function hear(features: readonly Feature[], house: House, { listener, facts }: Told): Promise<void> {
  const [name, index, event] = listener.split('/');
  const found = features.find((feature) => feature.name === name)?.listeners?.[Number(index)];
  // A listener that a newer version no longer has: its news is old.
  if (found === undefined || found.event !== event) return;
  await found.hear(house, facts);
}

async function write(boss: PgBoss, tx: Tx, { name, facts, options = {} }: JobOrder): Promise<void> {
  await boss.send(name, facts, {
    db: fromKysely(tx),
    ...(options.priority !== undefined && { priority: options.priority }),
    ...(options.key !== undefined && { singletonKey: options.key }),
    ...(options.startAfter !== undefined && { startAfter: options.startAfter }),
  });
  await notify(tx, { event: jobWritten, facts: { name } });
}

/** pg-boss keeps a small pool of its own: it needs answers to several statements at once, which Kysely does not give. */
function createBoss(address: string, log: Log): PgBoss {
  const boss = new PgBoss({ connectionString: address, max: 3, application_name: 'broadsheet jobs', schedule: false, superviseIntervalSeconds: 60 });
  boss.on('error', (error) => log.warn({ error: plainError(error) }, 'jobs are waiting for the database'));
  return boss;
}
