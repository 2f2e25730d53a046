import type { Kept } from './kept.ts';
import { bytesOf } from './kept.ts';

/** How many spellings of an address (tracking parameters, mostly) lead to a page without being parsed. */
const spellingsPerPage = 8;
/** A longer spelling is parsed each time. */
const longestSpelling = 256;
/** Making room, this much more goes than is needed, so that the search for the least used is rare. */
const roomToSpare = 0.05;

interface Place {
  readonly kept: Kept;
  bytes: number;
  /** Exact request targets, oldest first. */
  readonly spellings: string[];
}

/**
 * Pages in memory, bounded in bytes; the least recently used leaves first. A page is found by its key, and by the
 * exact request targets that led to it: a hit is one look into a map.
 */
export class Shelf {
  readonly #maxBytes: number;
  readonly #places = new Map<string, Place>();
  readonly #spelled: Map<string, Kept>;
  readonly #tagged = new Map<string, Set<Place>>();
  #bytes = 0;
  #evicted = 0;

  /** Several shelves may share one map of spellings. */
  constructor(maxBytes: number, spelled: Map<string, Kept>) {
    this.#maxBytes = maxBytes;
    this.#spelled = spelled;
  }

  get bytes(): number { return this.#bytes; }
  get size(): number { return this.#places.size; }
  get evicted(): number { return this.#evicted; }

  find(key: string): Kept | undefined {
    return this.#places.get(key)?.kept;
  }

  /** Puts a page in the place of what its key held. One that alone would take half the shelf is not taken. */
  put(kept: Kept): void {
    this.remove(kept.key);
    const bytes = bytesOf(kept);
    if (bytes > this.#maxBytes / 2) return;
    const place: Place = { kept, bytes, spellings: [] };
    this.#places.set(kept.key, place);
    this.#bytes += bytes;
    for (const tag of kept.tags) this.#holders(tag).add(place);
    this.#makeRoom(place);
  }

  /** Remembers that a request target leads here. */
  spell(kept: Kept, target: string): void {
    const place = this.#places.get(kept.key);
    if (place?.kept !== kept || target.length > longestSpelling || this.#spelled.get(target) === kept) return;
    const oldest = place.spellings.length < spellingsPerPage ? undefined : place.spellings.shift();
    if (oldest !== undefined) this.#spelled.delete(oldest);
    place.spellings.push(target);
    this.#spelled.set(target, kept);
  }

  /** Counts a page anew whose bytes have changed. */
  weigh(kept: Kept): void {
    const place = this.#places.get(kept.key);
    if (place?.kept !== kept) return;
    const bytes = bytesOf(kept);
    this.#bytes += bytes - place.bytes;
    place.bytes = bytes;
    this.#makeRoom(place);
  }

  remove(key: string): void {
    const place = this.#places.get(key);
    if (place !== undefined) this.#take(place);
  }

  /** Takes every page away that carries the tag; says how many. */
  removeTagged(tag: string): number {
    const places = this.#tagged.get(tag);
    if (places === undefined) return 0;
    const count = places.size;
    for (const place of places) this.#take(place);
    return count;
  }

  clear(): number {
    const count = this.#places.size;
    for (const place of this.#places.values()) this.#take(place);
    return count;
  }

  #holders(tag: string): Set<Place> {
    const there = this.#tagged.get(tag);
    if (there !== undefined) return there;
    const made = new Set<Place>();
    this.#tagged.set(tag, made);
    return made;
  }

  #take(place: Place): void {
    this.#places.delete(place.kept.key);
    this.#bytes -= place.bytes;
    for (const spelling of place.spellings) this.#spelled.delete(spelling);
    for (const tag of place.kept.tags) {
      const places = this.#tagged.get(tag);
      places?.delete(place);
      if (places?.size === 0) this.#tagged.delete(tag);
    }
  }

  #makeRoom(newcomer: Place): void {
    if (this.#bytes <= this.#maxBytes) return;
    const goal = this.#maxBytes * (1 - roomToSpare);
    const leastUsedFirst = [...this.#places.values()].sort((a, b) => a.kept.seen - b.kept.seen);
    for (const place of leastUsedFirst) {
      if (this.#bytes <= goal) return;
      if (place === newcomer) continue;
      this.#take(place);
      this.#evicted += 1;
    }
  }
}
