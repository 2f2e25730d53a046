/**
 * What many pages are made of (the publication, the sections), read once after a change and then known, as pages are.
 * Whoever renders after a notice reads anew; without notices of changes nothing is known, and everything is read.
 */
export class Memory {
  readonly #known = new Map<string, Known>();
  #hears = false;

  /** What stands under a key, read where it is not known. A notice of one of the tags makes it unknown. */
  async recall<T>({ key, tags, read }: { key: string; tags: readonly string[]; read(): Promise<T> }): Promise<T> {
    if (!this.#hears) return read();
    const there = this.#known.get(key);
    if (there !== undefined) return there.value as Promise<T>;
    const known = { tags, value: read() };
    this.#known.set(key, known);
    // What could not be read is asked for again; a notice may have made room for another meanwhile.
    known.value.catch(() => this.#known.get(key) === known && this.#known.delete(key));
    return known.value;
  }

  drop(tags: readonly string[]): void {
    for (const [key, known] of this.#known) if (known.tags.some((tag) => tags.includes(tag))) this.#known.delete(key);
  }

  /** Notices of changes no longer arrive. So it is in the beginning, and for good where nobody listens. */
  loseTrack(): void {
    this.#hears = false;
    this.#known.clear();
  }

  /** From now on they do. */
  regainTrack(): void {
    this.#known.clear();
    this.#hears = true;
  }
}

interface Known {
  readonly tags: readonly string[];
  readonly value: Promise<unknown>;
}
