import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { plainError } from '../log/json-log.ts';
import { hangUpOn } from './connect.ts';

export interface ListenOrder {
  readonly address: string;
  /** A plain name: it stands in the sentence as it is. */
  readonly channel: string;
  readonly log: Log;
  heard(payload: string): void;
  /** From now on something may be said that is not heard. */
  lost(): void;
  /** Nor is a new connection made: those that are left may be dead without knowing it. Told again and again. */
  unreachable?(): void;
  /** Heard again; what was said in between is not told. */
  back(): void;
}

export interface Listening {
  /** Whether it hears at the moment. */
  hears(): boolean;
  stop(): Promise<void>;
}

/** A cut that nobody announces (a cable, a firewall) is noticed within the sum of these. */
const ASK_EVERY = 1_000;
const ANSWER_WITHIN = 2_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1_000;

/** Listens on a connection of its own, and connects again when it is lost. Returns when it first listens or failed to. */
export async function listen(order: ListenOrder): Promise<Listening> {
  if (!/^[a-z_]+$/u.test(order.channel)) throw new Error(`«${order.channel}» is no channel`);
  const ear = new Ear(order);
  await ear.open();
  return { hears: () => ear.hears, stop: () => ear.close() };
}

class Ear {
  readonly #order: ListenOrder;
  #client: pg.Client | null = null;
  #closed = false;
  #deaf = false;
  #pause = FIRST_PAUSE;

  constructor(order: ListenOrder) {
    this.#order = order;
  }

  get hears(): boolean {
    return this.#client !== null;
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#order.address, connectionTimeoutMillis: 3_000, keepAlive: true, application_name: 'broadsheet listens', query_timeout: ANSWER_WITHIN });
    client.on('notification', ({ payload }) => this.#order.heard(payload ?? ''));
    let over = false;
    const end = (error?: Error) => {
      if (over) return;
      over = true;
      this.#end(client, error);
    };
    client.on('error', end);
    client.on('end', () => end());
    try {
      await client.connect();
      await client.query(`listen ${this.#order.channel}`);
    } catch (error) {
      if (this.#deaf) this.#order.unreachable?.();
      return end(error instanceof Error ? error : new Error(String(error)));
    }
    if (over) return;
    this.#client = client;
    this.#pause = FIRST_PAUSE;
    if (this.#deaf) this.#order.back();
    this.#deaf = false;
    void this.#watch(client, end);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  /** Asks again and again, since a connection that is cut says nothing. */
  async #watch(client: pg.Client, end: (error?: Error) => void): Promise<void> {
    while (this.#client === client) {
      await sleep(ASK_EVERY, undefined, { ref: false });
      if (this.#client !== client) return;
      try {
        await client.query('select 1');
      } catch (error) {
        return end(error instanceof Error ? error : undefined);
      }
    }
  }

  #end(client: pg.Client, error?: Error): void {
    this.#client = null;
    drop(client);
    if (this.#closed) return;
    if (!this.#deaf) {
      this.#order.log.warn({ err: plainError(error ?? new Error('closed')) }, 'the database is not heard');
      this.#deaf = true;
      this.#order.lost();
    }
    void this.#again();
  }

  async #again(): Promise<void> {
    await sleep(this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    if (!this.#closed) await this.open();
  }
}

function drop(client: pg.Client): void {
  client.removeAllListeners('notification');
  hangUpOn(client);
}
