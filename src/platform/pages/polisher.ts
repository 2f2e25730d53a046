import type { Kept } from './kept.ts';
import { polish } from './kept.ts';

/** A page asked for this often since it was made is worth the smallest brotli. */
export const hitsWorthPolishing = 2;
/** More than this many waiting pages are not queued: they are offered again when they are asked for after their next change. */
const longestQueue = 500;

/** Makes the smallest brotli of pages that are read, off the requests: one at a time, a while after their rendering. */
export class Polisher {
  readonly #queue: Kept[] = [];
  readonly #delay: number;
  readonly #isHeld: (kept: Kept) => boolean;
  readonly #done: (kept: Kept) => void;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  polished = 0;

  /** `delay` in milliseconds: a page that changes sooner is never polished. */
  constructor(given: { delay: number; isHeld: (kept: Kept) => boolean; done: (kept: Kept) => void }) {
    this.#delay = given.delay;
    this.#isHeld = given.isHeld;
    this.#done = given.done;
  }

  offer(kept: Kept): void {
    if (kept.polished || kept.br === undefined || kept.br === kept.identity || this.#queue.length >= longestQueue) return;
    kept.polished = true;
    this.#queue.push(kept);
    this.#arm();
  }

  /** Resolves when nothing is waiting. */
  async settled(): Promise<void> {
    while (this.#queue.length > 0 || this.#work !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#begin();
      await this.#work;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#queue.length = 0;
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#work !== undefined || this.#queue.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#begin();
    }, this.#delay);
    this.#timer.unref();
  }

  #begin(): void {
    this.#work ??= this.#next().finally(() => {
      this.#work = undefined;
      this.#arm();
    });
  }

  async #next(): Promise<void> {
    const kept = this.#queue.shift();
    if (kept === undefined || !this.#isHeld(kept)) return;
    await polish(kept);
    this.polished += 1;
    this.#done(kept);
  }
}
