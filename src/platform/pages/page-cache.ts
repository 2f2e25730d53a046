import type { Clock } from '../time/clock.ts';
import { Drops } from './drops.ts';
import type { Encoding } from './encoding.ts';
import type { Kept, Variant } from './kept.ts';
import { keep, variantIn } from './kept.ts';
import type { Page } from './page.ts';
import { hitsWorthPolishing, Polisher } from './polisher.ts';
import { Shelf } from './shelf.ts';

export interface PageCacheOptions {
  readonly maxBytes: number;
  readonly clock: Clock;
  /** Whether a failed rendering says that the database does not answer. */
  readonly isDatabaseGone: (error: unknown) => boolean;
  /** What every page carries, whatever it says itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long after a page was asked for twice its smallest brotli is made, in milliseconds. */
  readonly polishAfter?: number;
  /** For how long after a failure the database is not asked again for a page that can be served stale, in milliseconds. */
  readonly askAgainAfter?: number;
}

/** What is asked for: a key, the exact request target, and how it is made. */
export interface Wanted {
  readonly key: string;
  readonly target: string;
  /** Whether anybody can invent such addresses (a search): kept apart, so that they push out no real page. */
  readonly passing: boolean;
  render(): Promise<Page>;
}

/** Counts since the start, and what is held now. */
export interface PageCacheCounts {
  readonly hits: number;
  readonly misses: number;
  readonly renders: number;
  readonly failures: number;
  readonly stale: number;
  readonly drops: number;
  readonly evictions: number;
  readonly polished: number;
  readonly pages: number;
  readonly bytes: number;
}

interface Flight {
  /** The tick at which it began: what was dropped later may be missing from it. */
  readonly began: number;
  readonly outcome: Promise<Outcome>;
}
type Outcome = { readonly kept: Kept; readonly spoiled: boolean } | { readonly error: unknown };

/** Pages that anybody can invent get this part of the memory. */
const passingShare = 1 / 8;
/** A request waits for the rendering that was running, then for one that began after it came. More would be a page past its own end. */
const mostAttempts = 4;
/** The same 404 page stands at every wrong address: so many are held ready, whatever the address. */
const mostTwins = 16;
/** A rendering that takes longer waits for a database that does not answer. */
const longestRendering = 10_000;

/**
 * Pages are rendered once after a change and served from memory to everybody.
 *
 * The promise: a request that arrives after a drop is never answered by a page whose rendering began before it.
 * Every arrival, start of a rendering and drop takes the next tick of one counter; what may be served to whom is a
 * comparison of ticks.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #spelled = new Map<string, Kept>();
  readonly #lasting: Shelf;
  readonly #passing: Shelf;
  readonly #flights = new Map<string, Flight>();
  readonly #twins = new Map<string, Kept>();
  readonly #drops = new Drops();
  readonly #polisher: Polisher;
  readonly #counts = { misses: 0, renders: 0, failures: 0, stale: 0, drops: 0 };
  #hits = 0;
  #tick = 0;
  #unsure = false;
  #silentUntil = 0;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#lasting = new Shelf(options.maxBytes * (1 - passingShare), this.#spelled);
    this.#passing = new Shelf(options.maxBytes * passingShare, this.#spelled);
    this.#polisher = new Polisher({
      delay: options.polishAfter ?? 2_000,
      isHeld: (kept) => this.#find(kept.key) === kept,
      done: (kept) => this.#shelfOf(kept).weigh(kept),
    });
  }

  /** The page for an exact request target, if it is at hand and true. The whole way of a hit. */
  fresh(target: string): Kept | undefined {
    const kept = this.#spelled.get(target);
    return kept !== undefined && this.#isTrue(kept) ? this.#hit(kept) : undefined;
  }

  /** The page for a key, if it is at hand and true; remembers that this target leads to it. */
  freshByKey(key: string, target: string): Kept | undefined {
    const kept = this.#find(key);
    if (kept === undefined || !this.#isTrue(kept)) return undefined;
    this.#shelfOf(kept).spell(kept, target);
    return this.#hit(kept);
  }

  /**
   * The page, rendered if need be, one rendering at a time per key. Null where it cannot be made because the database
   * does not answer and nothing may be served in its place. Throws what the rendering throws otherwise.
   */
  async get(wanted: Wanted): Promise<Kept | null> {
    const there = this.freshByKey(wanted.key, wanted.target);
    if (there !== undefined) return there;
    this.#counts.misses += 1;
    const arrived = (this.#tick += 1);
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const stale = performance.now() < this.#silentUntil ? this.#stale(wanted.key) : null;
      if (stale !== null) return stale;
      const flight = this.#flights.get(wanted.key) ?? this.#start(wanted);
      const outcome = await flight.outcome;
      if ('error' in outcome) return this.#instead(wanted.key, outcome.error);
      // Without notices of changes, only a rendering that began after the arrival is known to be true.
      const doubtful = outcome.spoiled || this.#unsure;
      if (doubtful && flight.began < arrived) continue;
      if (this.#now() < outcome.kept.ends) return outcome.kept;
    }
    throw new Error('A page was rendered that may not be served any more.');
  }

  /** A page's bytes in an encoding, compressed on the first demand and kept with it. */
  async inEncoding(kept: Kept, encoding: Encoding): Promise<Variant> {
    const variant = await variantIn(kept, encoding);
    this.#shelfOf(kept).weigh(kept);
    if (kept.hits >= hitsWorthPolishing) this.#polisher.offer(kept);
    return variant;
  }

  /** Forgets every page that carries one of the tags, and every rendering on its way that turns out to carry one. */
  drop(tags: readonly string[]): void {
    if (tags.length === 0) return;
    this.#tick += 1;
    if (this.#flights.size > 0) this.#drops.note(tags, this.#tick);
    for (const tag of tags) this.#counts.drops += this.#lasting.removeTagged(tag) + this.#passing.removeTagged(tag);
  }

  dropAll(): void {
    this.#tick += 1;
    this.#drops.noteAll(this.#tick);
    this.#counts.drops += this.#lasting.clear() + this.#passing.clear();
    this.#twins.clear();
  }

  /** Notices of changes no longer arrive: no page in memory is known to be true any more. */
  loseTrack(): void {
    this.#unsure = true;
  }

  /** Notices arrive again; what was missed is not known, so everything goes. */
  regainTrack(): void {
    this.dropAll();
    this.#unsure = false;
  }

  /** Counts since the start, and what is held now. */
  counts(): PageCacheCounts {
    return {
      hits: this.#hits,
      ...this.#counts,
      evictions: this.#lasting.evicted + this.#passing.evicted,
      polished: this.#polisher.polished,
      pages: this.#lasting.size + this.#passing.size,
      bytes: this.#lasting.bytes + this.#passing.bytes,
    };
  }

  /** Resolves when no page waits for its smallest brotli. */
  polished(): Promise<void> {
    return this.#polisher.settled();
  }

  stop(): void {
    this.#polisher.stop();
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }

  #isTrue(kept: Kept): boolean {
    return !this.#unsure && (kept.freshUntil === Infinity || this.#now() < kept.freshUntil);
  }

  #hit(kept: Kept): Kept {
    this.#hits += 1;
    kept.seen = this.#tick += 1;
    kept.hits += 1;
    if (kept.hits === hitsWorthPolishing) this.#polisher.offer(kept);
    return kept;
  }

  #find(key: string): Kept | undefined {
    return this.#lasting.find(key) ?? this.#passing.find(key);
  }

  #shelfOf(kept: Kept): Shelf {
    return kept.passing ? this.#passing : this.#lasting;
  }

  #start(wanted: Wanted): Flight {
    const began = (this.#tick += 1);
    const flight = { began, outcome: this.#fly(wanted, began) };
    this.#flights.set(wanted.key, flight);
    return flight;
  }

  async #fly(wanted: Wanted, began: number): Promise<Outcome> {
    this.#counts.renders += 1;
    try {
      const page = await inTime(wanted.render);
      const kept = keep(page, { key: wanted.key, passing: wanted.passing, headers: this.#options.headers ?? {} });
      const spoiled = this.#drops.last(kept.tags) > began;
      this.#silentUntil = 0;
      return { kept: spoiled ? kept : this.#shelve(kept, wanted.target), spoiled };
    } catch (error) {
      this.#counts.failures += 1;
      return { error };
    } finally {
      this.#flights.delete(wanted.key);
      if (this.#flights.size === 0) this.#drops.forget();
    }
  }

  /** A refusal that names no tags would never be dropped, and anybody can ask for its address: it is not kept by address. */
  #shelve(kept: Kept, target: string): Kept {
    if (kept.status === 503) return kept;
    if (kept.status !== 200 && kept.tags.length === 0) return this.#twin(kept);
    kept.seen = this.#tick += 1;
    this.#lasting.remove(kept.key);
    this.#passing.remove(kept.key);
    this.#shelfOf(kept).put(kept);
    this.#shelfOf(kept).spell(kept, target);
    return kept;
  }

  #twin(kept: Kept): Kept {
    const twin = this.#twins.get(kept.etag);
    if (twin !== undefined) return twin;
    if (this.#twins.size >= mostTwins) this.#twins.clear();
    this.#twins.set(kept.etag, kept);
    return kept;
  }

  #instead(key: string, error: unknown): Kept | null {
    if (!(error instanceof TooSlow) && !this.#options.isDatabaseGone(error)) throw error;
    this.#silentUntil = performance.now() + (this.#options.askAgainAfter ?? 250);
    return this.#stale(key);
  }

  /** What is still held, though nobody can say whether it is true; never what has ended, never what was dropped. */
  #stale(key: string): Kept | null {
    const kept = this.#find(key);
    if (kept === undefined || this.#now() >= kept.ends) return null;
    this.#counts.stale += 1;
    return kept;
  }
}

class TooSlow extends Error {}

async function inTime(render: () => Promise<Page>): Promise<Page> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooSlow('A page took too long to render.')), longestRendering);
  try {
    return await Promise.race([render(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
