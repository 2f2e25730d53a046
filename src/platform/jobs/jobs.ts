/** Work for later, on pg-boss: written in the transaction of the action, run at least once by any process that plays 'jobs'. */
import { PgBoss, fromKysely } from 'pg-boss';
import type { Tx } from '../database/database.ts';
import type { Announcement, Feature, House, Job } from '../feature.ts';
import type { Log } from '../log/log.ts';
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
  /** Writes jobs in the action's transaction: they exist when, and only when, that commits. */
  write(tx: Tx, orders: readonly JobOrder[]): Promise<void>;
  /** Makes the queues; must have run once before `write` in any process on this database. */
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
/** In seconds. Whoever runs a job says so twice as often; a job that nobody speaks for belongs to a process that is gone, and is run anew. */
export const heardWithin = 30;
/** In seconds: how often it is looked for such jobs. */
const lookEvery = 10;

interface Told {
  readonly listener: string;
  readonly facts: Record<string, string | number | boolean | null>;
}

/** @param address the database, as DATABASE_URL would say it */
export function createJobs({ address, features, log }: { address: string; features: readonly Feature[]; log: Log }): Jobs {
  const boss = createBoss(address, log);
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  const workers = new Map<string, string[]>();
  let started: Promise<unknown> | null = null;
  const run = async (house: House, job: Job) => {
    const crew: string[] = [];
    workers.set(job.name, crew);
    while (crew.length < (job.atOnce ?? 1)) crew.push(await startWorker({ boss, house, job }));
  };
  return {
    write: (tx, orders) => write(boss, tx, orders),
    async prepare() {
      await (started ??= boss.start());
      const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
      const wanted: [string, Job | null][] = [[announcements, null], ...jobs.map((job): [string, Job] => [job.name, job])];
      for (const [name, job] of wanted) {
        const within = job?.within === undefined ? {} : { expireInSeconds: job.within };
        const made = known.get(name);
        if (made === undefined) await boss.createQueue(name, { retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 600, deleteAfterSeconds: 86_400, heartbeatSeconds: heardWithin, ...within });
        // Made by a version that waited until a job's whole time was over.
        else if (made.heartbeatSeconds !== heardWithin) await boss.updateQueue(name, { heartbeatSeconds: heardWithin });
      }
    },
    async start(house) {
      for (const job of jobs) await run(house, job);
      await run(house, { name: announcements, atOnce: 2, run: (lent, facts) => hear(features, lent, facts as unknown as Told) });
    },
    wake: (name) => workers.get(name)?.forEach((worker) => boss.notifyWorker(worker)),
    stop: (milliseconds) => boss.stop({ graceful: true, timeout: milliseconds }),
  };
}

/** Who found a job looks again at once: many are written with one notice. */
async function startWorker({ boss, house, job }: { boss: PgBoss; house: House; job: Job }): Promise<string> {
  const worker: string = await boss.work<Record<string, unknown>, unknown>(job.name, { batchSize: 1, pollingIntervalSeconds: pollEvery }, async ([one]) => {
    boss.notifyWorker(worker);
    if (one !== undefined) await job.run(house, one.data ?? {});
  });
  return worker;
}

/** One job per listener of an event, so that one listener's failure never repeats another's work. */
export function jobsForListeners(features: readonly Feature[], { event, facts }: Announcement): JobOrder[] {
  return features.flatMap(({ name, listeners = [] }) => listeners.flatMap((listener, index) =>
    listener.event === event ? [{ name: announcements, facts: { listener: `${name}/${index}/${event}`, facts } }] : []));
}

/** What every process must hear so that waiting workers begin: each queue once. */
export function wakingOf(orders: readonly JobOrder[]): Announcement[] {
  return [...new Set(orders.map(({ name }) => name))].map((name) => ({ event: jobWritten, facts: { name } }));
}

async function hear(features: readonly Feature[], house: House, { listener, facts }: Told): Promise<void> {
  const [name, index, event] = listener.split('/');
  const found = features.find((feature) => feature.name === name)?.listeners?.[Number(index)];
  // A listener that a newer version no longer has: its news is old.
  if (found === undefined || found.event !== event) return;
  await found.hear(house, facts);
}

async function write(boss: PgBoss, tx: Tx, orders: readonly JobOrder[]): Promise<void> {
  for (const [name, some] of Map.groupBy(orders, (order) => order.name)) {
    await boss.insert(name, some.map(({ facts, options = {} }) => ({
      data: facts,
      ...(options.priority !== undefined && { priority: options.priority }),
      ...(options.key !== undefined && { singletonKey: options.key }),
      ...(options.startAfter !== undefined && { startAfter: options.startAfter }),
    })), { db: fromKysely(tx) });
  }
}

/** pg-boss keeps a small pool of its own: it needs answers to several statements at once, which Kysely does not give. */
function createBoss(address: string, log: Log): PgBoss {
  const boss = new PgBoss({ connectionString: address, max: 3, application_name: 'broadsheet jobs', schedule: false, superviseIntervalSeconds: lookEvery, monitorIntervalSeconds: lookEvery });
  boss.on('error', (error) => log.warn({ error: plainError(error) }, 'jobs are waiting for the database'));
  return boss;
}
