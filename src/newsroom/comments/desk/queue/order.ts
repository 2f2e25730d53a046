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

/** The comment that somebody reads, as it was last in the list. */
export interface Kept<One extends Line> {
  readonly line: One;
  /** Where it stood there. */
  readonly at: number;
  /** Nobody chose it: it came next, and gives way where a colleague was sooner. */
  readonly came: boolean;
}

interface ToRead<One> {
  readonly line: One | null;
  /** It comes now: it was not read before. */
  readonly comes: boolean;
  /** It is no longer in the list, and is read all the same until its reader goes on. */
  readonly gone: boolean;
}

/** What stands before a moderator: what they read, wherever it is by now; else what comes next. */
export function lineToRead<One extends Line>(lines: readonly One[], kept: Kept<One> | null, me: string): ToRead<One> {
  const there = lines.find(({ id }) => id === kept?.line.id);
  const isTaken = kept?.came === true && there?.heldBy != null && there.heldBy.id !== me;
  if (kept !== null && !isTaken) return { line: there ?? kept.line, comes: false, gone: there === undefined };
  const next = nextAfter(lines, null, me);
  const coming = lines.find(({ id }) => id === next);
  return { line: coming ?? there ?? null, comes: coming !== undefined, gone: false };
}

/** One step from what is read, also where it has left the list: the place at which it stood is where one goes on. */
export function stepOn<One extends Line>(lines: readonly One[], kept: Kept<One> | null, step: 1 | -1): string | null {
  if (kept === null || lines.some(({ id }) => id === kept.line.id)) return stepFrom(lines, kept?.line.id ?? null, step);
  return lines[Math.min(lines.length - 1, Math.max(0, kept.at + (step === 1 ? 0 : -1)))]?.id ?? null;
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
