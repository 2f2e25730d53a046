/** What a feature is to the house, and what the house lends to a feature. Knows no news. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { Db, Tx } from './database/database.ts';
import type { ObjectStore } from './objects/objects.ts';
import type { Memory } from './pages/memory.ts';
import type { PageRoute } from './pages/page.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from './time/clock.ts';
import type { Catalogue } from './words/words.ts';
import type { Seal, SealOrder } from './seals.ts';
import type { Events } from './events/events.ts';
import type { LaterOptions } from './jobs/jobs.ts';
import type { UploadKind } from './upload-kind.ts';
import type { Log } from './log/log.ts';

/** Who acts. `program` is the house itself: jobs, the sample, the command line. */
export interface Actor {
  readonly kind: 'staff' | 'token' | 'program' | 'reader';
  readonly id: string;
  /** Empty for readers: no name of theirs stands in the log. */
  readonly name: string;
  /** One of the roles that the staff feature knows; null for the program, which may do everything, and for readers. */
  readonly role: string | null;
  /** The interface language that this person chose. */
  readonly language?: string;
}

/** One line of a feature's table of acts: who may. Its name is what the log of acts and the API document say. */
export type Acts = Readonly<Record<string, readonly string[]>>;

export interface Announcement {
  /** `<thing>.<what happened>`, such as `story.published`. Every listener gets one job. */
  readonly event: string;
  /** References, never content. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Tags of the cached pages that are no longer true: dropped in every process at commit. */
  readonly tags?: readonly string[];
}

/** A line of the log of acts: references, never content. */
export interface ActRecord {
  readonly act: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface MailOrder {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Beyond the usual, such as List-Unsubscribe (RFC 8058). ASCII. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Lent to every action: one transaction, one instant, one actor. */
export interface Tools {
  readonly db: Tx;
  readonly now: Date;
  readonly by: Actor;
  readonly objects: ObjectStore;
  announce(announcement: Announcement): Promise<void>;
  record(act: ActRecord): Promise<void>;
  mail(order: MailOrder): Promise<void>;
  /** Notes for ever that something was removed because the law demands it; whoever calls takes it away. */
  seal(order: SealOrder): Promise<void>;
  /** Writes a job of a feature, to run after commit. */
  later(job: string, facts: Readonly<Record<string, unknown>>, options?: LaterOptions): Promise<void>;
}

export interface Listener {
  readonly event: string;
  /** Runs after commit, at least once: must be repeatable. */
  hear(house: House, facts: Announcement['facts']): Promise<void>;
}

/** Work for later, by name; written in the action's transaction through `later`. */
export interface Job {
  readonly name: string;
  /** How many may run at once in one process. Default 1. */
  readonly atOnce?: number;
  /** Seconds after which it is taken for lost and tried again. Default: a quarter of an hour. At most a day. */
  readonly within?: number;
  run(house: House, facts: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Everything that a running process holds; main.ts builds it, features borrow it. */
export interface House {
  readonly settings: Settings;
  /** The plan: every feature, in order; from their doors the table of roles is printed. */
  readonly features: readonly Feature[];
  readonly clock: Clock;
  /** For reading. Writing goes through `act`. */
  readonly db: Db;
  readonly objects: ObjectStore;
  /** What many pages are made of, read once after a change. */
  readonly memory: Memory;
  readonly log: Log;
  /**
   * Runs an action in one transaction. Announcements, acts, mails and jobs written by it are committed with it.
   * When the work answers with a refusal, everything is rolled back and the refusal is returned. The work may be done
   * more than once, where the database ends a transaction in favour of another: what it changes beside rows must stand that.
   */
  act<T>(by: Actor, work: (tools: Tools) => Promise<T>, at?: Date): Promise<T>;
  /** What happens in any process, as it is heard here. */
  readonly events: Events;
  /** Who stands behind a request: a staff session or a token; null for the public. */
  whoIs(request: Request): Promise<Actor | null>;
  /** The same actor as of now, with the role of now; null for one who may not act any more. For what is done later in somebody's name. */
  whoIsNow(actor: Actor): Promise<Actor | null>;
}

/** Answers a GET or HEAD on the bare server, and says true; false where the address is not its own. */
export type FirstAnswer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * What a feature has to do with the accounts of people from outside. It knows them by their id: who they are is kept
 * by the feature that lets them in, which asks all others through this.
 */
export interface AccountPart {
  /** Kinds of notices that it sends; each can be switched off. Its words hold `notice.<kind>`. */
  readonly notices?: readonly string[];
  /** The address at which people find what they made here. Its words hold `own-page`. */
  readonly ownPage?: string;
  /** What it keeps of a person, as plain JSON: for the copy that everybody may ask for. */
  give?(db: Db, account: string): Promise<Readonly<Record<string, unknown>>>;
  /** Takes the person out of what stays, in the transaction that removes the account. */
  takeAway?(tools: Tools, account: string): Promise<void>;
  readonly errands?: ErrandPart;
}

/**
 * What waits until somebody proves that an address is theirs: anybody may have typed it, so its owner reads it first
 * and says whether it goes. Its words hold `waits-for-proof`, which the mail says.
 */
export interface ErrandPart {
  /** What waits, to be read; null: nothing any more. */
  show(db: Db, facts: { readonly errand: string; readonly now: Date }): Promise<WaitingText | null>;
  /** Lets it go on, in the transaction of the proof. */
  proven(tools: Tools, facts: { readonly account: string; readonly errand: string }): Promise<void>;
  /** Forgets it: its owner did not want it. */
  forget(tools: Tools, errand: string): Promise<void>;
}

export interface WaitingText {
  readonly text: string;
  /** What it is about; null where readers see that no more. */
  readonly about: { readonly name: string; readonly url: string } | null;
}

/** A feature's door as the house sees it. Absent parts are absent. */
export interface Feature {
  readonly name: string;
  readonly acts?: Acts;
  readonly words?: Catalogue;
  /** Mounted below /api/v1. */
  readonly api?: (house: House) => OpenAPIHono;
  /** Reader pages, rendered once and served from memory. */
  readonly pages?: (house: House) => readonly PageRoute[];
  /** Addresses of its own that are not cached pages: forms, pictures, sign-in. Mounted at /. */
  readonly routes?: (house: House) => Hono;
  /** Files that are sent often, such as renditions: asked before pages and framework. */
  readonly first?: (house: House) => FirstAnswer;
  /** Which of these objects its rows name: what no feature names is swept. */
  readonly namesObjects?: (db: Db, addresses: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Every object that must be there, with the reference of what is lost without it. */
  readonly everyObject?: (db: Db) => Promise<readonly { readonly address: string; readonly of: string }[]>;
  /** Takes away again what of these has come back with an older backup. Repeatable; before anybody can read. */
  readonly takeAwaySealed?: (house: House, seals: readonly Seal[]) => Promise<void>;
  readonly accounts?: AccountPart;
  /** The kinds of files that it takes in through uploads that go on after a cut line. */
  readonly uploads?: readonly UploadKind[];
  readonly listeners?: readonly Listener[];
  readonly jobs?: readonly Job[];
  /**
   * What is due by the clock. Every process asks once a second and whenever a job wakes it; a guarded UPDATE
   * inside decides who of them does the work. Answers the next instant at which something is due, if it knows one.
   */
  readonly due?: (house: House) => Promise<Date | null>;
}
