/** The way of every action: one transaction, in which rules, rows, announcements, acts, mails and jobs are one. */
import type { Db, Tx } from './database/database.ts';
import type { Actor, ActRecord, Announcement, Feature, Tools } from './feature.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { ObjectStore } from './objects/objects.ts';
import type { Clock } from './time/clock.ts';
import { notify } from './events/events.ts';
import type { JobOrder } from './jobs/jobs.ts';
import { jobsForListeners, wakingOf } from './jobs/jobs.ts';
import { orderMail } from './mail/outbox.ts';
import { isRefused } from './result.ts';
import type { Seal } from './seals.ts';
import { appendSeals, writeSeal } from './seals.ts';

export interface Lenders {
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly objects: ObjectStore;
  readonly features: readonly Feature[];
  /** Where seals are noted a second time. */
  readonly dataDir: string;
  /** Tags of pages that are no longer true, told to this process at commit. */
  dropped(tags: readonly string[]): void;
}

class RolledBack extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('refused');
    this.answer = answer;
  }
}

/** Deadlocks that come again and again are no chance any more. */
const mostTries = 4;

/**
 * Makes the `act` of a house. A refusal rolls everything back and is the answer; an exception does too and is thrown on.
 * Where the database ends a transaction so that another may go on, the work is done again, from its beginning and at
 * the same instant: it must be repeatable.
 */
export function createAct(lenders: Lenders) {
  return async function act<T>(by: Actor, work: (tools: Tools) => Promise<T>, at: Date = lenders.clock.now()): Promise<T> {
    for (let left = mostTries - 1; ; left -= 1) {
      const said: Said = { records: [], announced: [], jobs: [], sealed: [] };
      try {
        return await actOnce(lenders, { by, work, at, said });
      } catch (error) {
        if (error instanceof RolledBack) return error.answer as T;
        // A seal may stand in its file already, and a line of it is not taken back.
        if (left === 0 || said.sealed.length > 0 || !gaveWay(error)) throw error;
      }
    }
  };
}

async function actOnce<T>(lenders: Lenders, { by, work, at, said }: { by: Actor; work: (tools: Tools) => Promise<T>; at: Date; said: Said }): Promise<T> {
  const answer = await lenders.db.transaction().execute(async (tx) => {
    const result = await work(toolsFor({ lenders, tx, now: at, by, said }));
    if (isRefused(result)) throw new RolledBack(result);
    await write(lenders, tx, { at, by, said });
    return result;
  });
  // This process need not wait to hear itself: who reads right after an answer reads what is true.
  lenders.dropped(said.announced.flatMap(({ tags = [] }) => tags));
  return answer;
}

/** Ended by Postgres in favour of another: serialization_failure, deadlock_detected (its appendix A). All of it was rolled back. */
function gaveWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

/** What an action says beside its rows: gathered while it works and written in one go before it commits. */
interface Said {
  readonly records: ActRecord[];
  readonly announced: Announcement[];
  readonly jobs: JobOrder[];
  readonly sealed: Seal[];
}

interface ToolsOrder {
  readonly lenders: Lenders;
  readonly tx: Tx;
  readonly now: Date;
  readonly by: Actor;
  readonly said: Said;
}

function toolsFor({ lenders, tx, now, by, said }: ToolsOrder): Tools {
  return {
    db: tx,
    now,
    by,
    objects: lenders.objects,
    announce: async (announcement) => void said.announced.push(announcement),
    record: async (act) => void said.records.push(act),
    mail: (order) => orderMail(tx, now, order),
    async seal(order) {
      const seal = { ...order, at: now, byName: by.name };
      said.sealed.push(seal);
      await writeSeal(tx, seal);
    },
    later: async (name, facts, options) => void said.jobs.push({ name, facts, options }),
  };
}

/** However much was said, it is three sentences to the database: acts, jobs, notices. */
async function write({ jobs, features, dataDir }: Lenders, tx: Tx, { at, by, said }: { at: Date; by: Actor; said: Said }): Promise<void> {
  const orders = [...said.jobs, ...said.announced.flatMap((announcement) => jobsForListeners(features, announcement))];
  await writeRecords(tx, { at, by, records: said.records });
  await jobs.write(tx, orders);
  await notify(tx, [...said.announced, ...wakingOf(orders)]);
  await appendSeals(dataDir, said.sealed);
}

async function writeRecords(tx: Tx, { at, by, records }: { at: Date; by: Actor; records: readonly ActRecord[] }): Promise<void> {
  if (records.length === 0) return;
  await tx.insertInto('acts').values(records.map(({ act, subject, detail }) => ({
    at, by_kind: by.kind, by_id: by.id, by_name: by.name, act, subject, detail: JSON.stringify(detail ?? {}),
  }))).execute();
}
