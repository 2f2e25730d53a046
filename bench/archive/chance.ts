/** Chance that comes out the same every time: mulberry32, a generator of 32 bits. */
import { idLength, idLetters } from '../../src/platform/text/id-form.ts';

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from least to most, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<T>(things: readonly T[]): T {
    return things[this.whole(0, things.length - 1)]!;
  }

  /** One of them by weight. */
  weighed<T extends { readonly weight: number }>(things: readonly T[]): T {
    let left = this.next() * things.reduce((sum, { weight }) => sum + weight, 0);
    for (const thing of things) if ((left -= thing.weight) < 0) return thing;
    return things.at(-1)!;
  }

  id(): string {
    return Array.from({ length: idLength }, () => this.one([...idLetters])).join('');
  }
}
