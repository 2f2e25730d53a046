/** Remembers what was dropped while pages were being rendered: the tags of a page are known only when it is done. */
export class Drops {
  #everything = 0;
  readonly #at = new Map<string, number>();

  /** Beyond this many tags the memory is folded into 'everything', which is safe and only costs renders. */
  static readonly most = 10_000;

  note(tags: readonly string[], tick: number): void {
    for (const tag of tags) this.#at.set(tag, tick);
    if (this.#at.size <= Drops.most) return;
    this.noteAll(tick);
  }

  noteAll(tick: number): void {
    this.#everything = tick;
    this.#at.clear();
  }

  /** The tick of the last drop of one of the tags; 0 where none is remembered. */
  last(tags: readonly string[]): number {
    let last = this.#everything;
    for (const tag of tags) last = Math.max(last, this.#at.get(tag) ?? 0);
    return last;
  }

  /** Nothing is being rendered any more: what was dropped has no page left to spoil. */
  forget(): void {
    this.#at.clear();
  }
}
