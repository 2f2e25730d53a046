/** Arrow keys go through things that stand side by side in rows; Home and End to the ends. */

/** Where a key leads from this thing, or null where it leads nowhere. */
export function stepOf(key: string, { at, columns, last }: { readonly at: number; readonly columns: number; readonly last: number }): number | null {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: last }[key];
  return to === undefined || to < 0 || to > last ? null : to;
}

/** How many stand beside each other: those as high as the first. */
export function columnsOf(tiles: readonly HTMLElement[]): number {
  const top = tiles[0]?.getBoundingClientRect().top;
  return Math.max(1, tiles.filter((tile) => tile.getBoundingClientRect().top === top).length);
}

export function tilesIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];
}

/** Which thing has the focus, and where a key leads from there. */
export function stepIn(list: HTMLElement | null, key: string): { readonly at: number; readonly next: number | null; readonly tiles: readonly HTMLElement[] } {
  const tiles = tilesIn(list);
  const at = tiles.indexOf(document.activeElement as HTMLElement);
  return { at, tiles, next: at === -1 ? null : stepOf(key, { at, columns: columnsOf(tiles), last: tiles.length - 1 }) };
}
