/**
 * Answers that are asked for often, in memory: bytes bounded in size, facts in number, what was not asked for longest
 * goes first. Facts are small and cost a query: they stay when the bytes have gone.
 */

/** A front page on three screens, several times over. */
export const greatestBytes = 24 * 1024 * 1024;
const mostEntries = 20_000;

export interface Kept<Facts> {
  readonly facts: Facts;
  /** Absent where only the facts are kept. */
  readonly bytes: Uint8Array | undefined;
}

export class Shelf<Facts> {
  readonly #facts = new Map<string, Facts>();
  readonly #bodies = new Map<string, Uint8Array>();
  readonly #greatest: number;
  #bytes = 0;

  constructor(greatest = greatestBytes) {
    this.#greatest = greatest;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Kept<Facts> | undefined {
    const facts = this.#facts.get(key);
    if (facts === undefined) return undefined;
    const bytes = this.#bodies.get(key);
    toTheEnd(this.#facts, key, facts);
    if (bytes !== undefined) toTheEnd(this.#bodies, key, bytes);
    return { facts, bytes };
  }

  put(key: string, facts: Facts, bytes?: Uint8Array): void {
    this.#dropBody(key);
    toTheEnd(this.#facts, key, facts);
    for (const oldest of this.#facts.keys()) {
      if (this.#facts.size <= mostEntries) break;
      this.#drop(oldest);
    }
    if (bytes === undefined || bytes.length > this.#greatest) return;
    this.#bodies.set(key, bytes);
    this.#bytes += bytes.length;
    for (const oldest of this.#bodies.keys()) {
      if (this.#bytes <= this.#greatest) break;
      this.#dropBody(oldest);
    }
  }

  dropIf(isGone: (facts: Facts) => boolean): void {
    for (const [key, facts] of this.#facts) if (isGone(facts)) this.#drop(key);
  }

  #drop(key: string): void {
    this.#dropBody(key);
    this.#facts.delete(key);
  }

  #dropBody(key: string): void {
    this.#bytes -= this.#bodies.get(key)?.length ?? 0;
    this.#bodies.delete(key);
  }
}

/** A Map keeps the order of insertion: the first is what was not asked for longest. */
function toTheEnd<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}
