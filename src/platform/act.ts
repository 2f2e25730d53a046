/** The way of every action: one transaction, in which rules, rows, announcements, acts, mails and jobs are one. */
import type { Db, Tx } from './database/database.ts';
import type { Actor, ActRecord, Announcement, Feature, Tools } from './feature.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { ObjectStore } from './objects/objects.ts';
import type { Clock } from './time/clock.ts';
import { notify } from './events/events.ts';
import { tellListeners } from './jobs/jobs.ts';
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

/** Makes the `act` of a house. A refusal rolls everything back and is the answer; an exception does too and is thrown on. */
export function createAct(lenders: Lenders) {
  return async function act<T>(by: Actor, work: (tools: Tools) => Promise<T>, at: Date = lenders.clock.now()): Promise<T> {
    const announced: Announcement[] = [];
    const sealed: Seal[] = [];
    let answer: T;
    try {
      answer = await lenders.db.transaction().execute(async (tx) => {
        const result = await work(toolsFor({ lenders, tx, now: at, by, announced, sealed }));
        if (isRefused(result)) throw new RolledBack(result);
        await appendSeals(lenders.dataDir, sealed);
        return result;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.answer as T;
      throw error;
    }
    // This process need not wait to hear itself: who reads right after an answer reads what is true.
    lenders.dropped(announced.flatMap(({ tags = [] }) => tags));
    return answer;
  };
}

interface ToolsOrder {
  readonly lenders: Lenders;
  readonly tx: Tx;
  readonly now: Date;
  readonly by: Actor;
  readonly announced: Announcement[];
  readonly sealed: Seal[];
}

function toolsFor({ lenders, tx, now, by, announced, sealed }: ToolsOrder): Tools {
  return {
    db: tx,
    now,
    by,
    objects: lenders.objects,
    async announce(announcement) {
      announced.push(announcement);
      await notify(tx, announcement);
      const { event, facts } = announcement;
      await tellListeners({ jobs: lenders.jobs, tx, features: lenders.features, event, facts });
    },
    record: (act) => record({ tx, now, by, act }),
    mail: (order) => orderMail(tx, now, order),
    async seal(order) {
      const seal = { ...order, at: now, byName: by.name };
      sealed.push(seal);
      await writeSeal(tx, seal);
    },
    later: (name, facts, options) => lenders.jobs.later(tx, { name, facts, options }),
  };
}

async function record({ tx, now, by, act }: { tx: Tx; now: Date; by: Actor; act: ActRecord }): Promise<void> {
  await tx.insertInto('acts').values({
    at: now, by_kind: by.kind, by_id: by.id, by_name: by.name, act: act.act, subject: act.subject, detail: JSON.stringify(act.detail ?? {}),
  }).execute();
}
