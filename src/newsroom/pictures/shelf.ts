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

interface Entry<Facts> extends Kept<Facts> {
  bytes: Uint8Array | undefined;
  /** Asked for since it was last passed over. */
  asked: boolean;
}

/**
 * Whoever was asked for is passed over once when room is made (the clock of Corbató, A Paging Experiment with the Multics
 * System, 1968): a hit costs a look-up and a mark.
 */
export class Shelf<Facts> {
  /** In the order in which they came or were passed over. */
  readonly #entries = new Map<string, Entry<Facts>>();
  readonly #withBytes = new Map<string, Entry<Facts>>();
  readonly #greatest: number;
  #bytes = 0;
  #drops = 0;

  constructor(greatest = greatestBytes) {
    this.#greatest = greatest;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Which drop was the last: what was looked up before the next one is kept no more. */
  get lastDrop(): number {
    return this.#drops;
  }

  get(key: string): Kept<Facts> | undefined {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.asked = true;
    return entry;
  }

  put(key: string, facts: Facts, bytes?: Uint8Array): void {
    this.#drop(key);
    const keeps = bytes !== undefined && bytes.length <= this.#greatest;
    const entry = { facts, bytes: keeps ? bytes : undefined, asked: false };
    this.#entries.set(key, entry);
    if (this.#entries.size > mostEntries) this.#drop(leastAsked(this.#entries));
    if (!keeps) return;
    this.#withBytes.set(key, entry);
    this.#bytes += bytes.length;
    while (this.#bytes > this.#greatest) this.#dropBytes(leastAsked(this.#withBytes));
  }

  dropIf(isGone: (facts: Facts) => boolean): void {
    this.#drops += 1;
    for (const [key, { facts }] of this.#entries) if (isGone(facts)) this.#drop(key);
  }

  #drop(key: string): void {
    this.#dropBytes(key);
    this.#entries.delete(key);
  }

  #dropBytes(key: string): void {
    const entry = this.#withBytes.get(key);
    if (entry === undefined) return;
    this.#bytes -= entry.bytes?.length ?? 0;
    entry.bytes = undefined;
    this.#withBytes.delete(key);
  }
}

/** The first that was not asked for; those before it go to the end, and are not passed over again. */
function leastAsked<Facts>(entries: Map<string, Entry<Facts>>): string {
  for (const [key, entry] of entries) {
    if (!entry.asked) return key;
    entry.asked = false;
    entries.delete(key);
    entries.set(key, entry);
  }
  throw new Error('an empty shelf has nothing to let go of');
}
