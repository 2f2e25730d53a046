/** Answers that are asked for often, in memory: bounded in bytes and in number, what was not asked for longest goes first. */

/** A front page on three screens, several times over. */
const greatestBytes = 24 * 1024 * 1024;
const mostEntries = 20_000;

export interface Kept<Facts> {
  readonly facts: Facts;
  /** Absent where only the facts are kept. */
  readonly bytes: Uint8Array | undefined;
}

export class Shelf<Facts> {
  readonly #kept = new Map<string, Kept<Facts>>();
  readonly #greatest: number;
  #bytes = 0;

  constructor(greatest = greatestBytes) {
    this.#greatest = greatest;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Kept<Facts> | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  put(key: string, facts: Facts, bytes?: Uint8Array): void {
    this.#drop(key);
    this.#kept.set(key, { facts, bytes });
    this.#bytes += bytes?.length ?? 0;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#greatest && this.#kept.size <= mostEntries) break;
      this.#drop(oldest);
    }
  }

  dropIf(isGone: (facts: Facts) => boolean): void {
    for (const [key, { facts }] of this.#kept) if (isGone(facts)) this.#drop(key);
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes?.length ?? 0;
    this.#kept.delete(key);
  }
}
