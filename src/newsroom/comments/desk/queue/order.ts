/** Which comment comes next. Pure, so that it is the same by key, by finger and after somebody else's decision. */
import type { Queued } from '../types.ts';

type Line = Pick<Queued, 'id' | 'heldBy'>;

/**
 * The comment to read after one: the next below that nobody else reads, else the nearest above. Null: none is left.
 * `me` may hold any number: what I hold is mine to read.
 */
export function nextAfter(lines: readonly Line[], id: string | null, me: string): string | null {
  const free = (line: Line) => line.heldBy === null || line.heldBy.id === me;
  const at = lines.findIndex((line) => line.id === id);
  const below = lines.slice(at + 1).find(free);
  if (below !== undefined) return below.id;
  return lines.slice(0, Math.max(at, 0)).findLast(free)?.id ?? null;
}

/** One step up or down, past nothing: whoever walks by keys may look at what others read. */
export function stepFrom(lines: readonly Line[], id: string | null, step: 1 | -1): string | null {
  if (lines.length === 0) return null;
  const at = lines.findIndex((line) => line.id === id);
  if (at === -1) return (step === 1 ? lines[0] : lines.at(-1))!.id;
  return lines[Math.min(lines.length - 1, Math.max(0, at + step))]!.id;
}

/**
 * What arrived in a list since it was drawn, and the list without it: only what stands above a line that is already
 * known would move it. Further pages come after all that is known, and are no arrivals.
 */
export function partArrived<One extends Pick<Queued, 'id'>>(lines: readonly One[], known: ReadonlySet<string>): { readonly steady: readonly One[]; readonly arrived: readonly One[] } {
  const last = lines.findLastIndex(({ id }) => known.has(id));
  const isNew = ({ id }: One, at: number) => at < last && !known.has(id);
  return { steady: lines.filter((line, at) => !isNew(line, at)), arrived: lines.filter(isNew) };
}

/** Those that a moderator will see next, to be fetched ahead. */
export function ahead(lines: readonly Line[], id: string | null, { me, count }: { me: string; count: number }): string[] {
  const found: string[] = [];
  let current = id;
  while (found.length < count) {
    const next = nextAfter(lines.filter((line) => !found.includes(line.id)), current, me);
    if (next === null || next === id) break;
    found.push(next);
    current = id;
  }
  return found;
}
