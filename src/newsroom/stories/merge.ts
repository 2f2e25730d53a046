/**
 * Two people in one story. From the version that both began with, what each changed is put together: blocks that only
 * one of them touched are taken as that one left them; where both changed the same, mine stays and theirs is offered.
 * Nobody's words are lost. (diff3: Khanna, Kunal, Pierce, 'A Formal Investigation of Diff3', 2007.)
 */
import { diffArrays } from 'diff';
import type { DocumentJson } from './grammar.ts';
import type { StoryContent } from './story.ts';

export interface BlockConflict {
  readonly field: 'body';
  /** Where mine stands in the merged body, and how many blocks it has there. */
  readonly at: number;
  readonly length: number;
  readonly mine: readonly DocumentJson[];
  readonly theirs: readonly DocumentJson[];
}

export interface FieldConflict {
  readonly field: Exclude<keyof StoryContent, 'body'>;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Conflict = BlockConflict | FieldConflict;

export interface Merged {
  readonly content: StoryContent;
  readonly conflicts: readonly Conflict[];
}

export function mergeContent(base: StoryContent, mine: StoryContent, theirs: StoryContent): Merged {
  const conflicts: Conflict[] = [];
  const fields = Object.keys(base).filter((field): field is FieldConflict['field'] => field !== 'body');
  const merged: Record<string, unknown> = {};
  for (const field of fields) {
    const one = mergeField(base[field], mine[field], theirs[field]);
    merged[field] = one.value;
    if (one.conflict) conflicts.push({ field, mine: mine[field], theirs: theirs[field] });
  }
  const body = mergeBlocks(base.body.content ?? [], mine.body.content ?? [], theirs.body.content ?? []);
  merged['body'] = { ...mine.body, content: body.blocks };
  return { content: merged as unknown as StoryContent, conflicts: [...conflicts, ...body.conflicts] };
}

function mergeField(base: unknown, mine: unknown, theirs: unknown): { value: unknown; conflict: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, conflict: false };
  if (same(base, mine)) return { value: theirs, conflict: false };
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) return { value: mergeSet(base, mine, theirs), conflict: false };
  return { value: mine, conflict: true };
}

/** Lists of references: mine in my order, without what they took out, with what they put in. */
function mergeSet(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const kept = mine.filter((one) => theirs.includes(one) || !base.includes(one));
  return [...kept, ...theirs.filter((one) => !base.includes(one) && !mine.includes(one))];
}

export function mergeBlocks(base: readonly DocumentJson[], mine: readonly DocumentJson[], theirs: readonly DocumentJson[]): { blocks: DocumentJson[]; conflicts: BlockConflict[] } {
  const keys = (blocks: readonly DocumentJson[]) => blocks.map((block) => stable(block));
  const inMine = matches(keys(base), keys(mine));
  const inTheirs = matches(keys(base), keys(theirs));
  const blocks: DocumentJson[] = [];
  const conflicts: BlockConflict[] = [];
  let [b, m, t] = [0, 0, 0];
  while (b < base.length || m < mine.length || t < theirs.length) {
    if (b < base.length && inMine[b] === m && inTheirs[b] === t) {
      blocks.push(base[b]!);
      [b, m, t] = [b + 1, m + 1, t + 1];
      continue;
    }
    // The next block of the base that both still have ends the stretch in which at least one of them wrote.
    let end = b;
    while (end < base.length && !((inMine[end] ?? -1) >= m && (inTheirs[end] ?? -1) >= t)) end++;
    const untilMine = end < base.length ? inMine[end]! : mine.length;
    const untilTheirs = end < base.length ? inTheirs[end]! : theirs.length;
    resolve({ base: base.slice(b, end), mine: mine.slice(m, untilMine), theirs: theirs.slice(t, untilTheirs), blocks, conflicts });
    [b, m, t] = [end, untilMine, untilTheirs];
  }
  return { blocks, conflicts };
}

interface Stretch {
  readonly base: readonly DocumentJson[];
  readonly mine: readonly DocumentJson[];
  readonly theirs: readonly DocumentJson[];
  readonly blocks: DocumentJson[];
  readonly conflicts: BlockConflict[];
}

function resolve({ base, mine, theirs, blocks, conflicts }: Stretch): void {
  if (same(mine, theirs) || same(base, theirs)) blocks.push(...mine);
  else if (same(base, mine)) blocks.push(...theirs);
  // As many blocks on all sides: each is a block that was rewritten, and is looked at by itself.
  else if (base.length > 1 && base.length === mine.length && base.length === theirs.length) {
    base.forEach((block, i) => resolve({ base: [block], mine: [mine[i]!], theirs: [theirs[i]!], blocks, conflicts }));
  }
  // Both added something at the same place: both stay.
  else if (base.length === 0) blocks.push(...theirs, ...mine);
  else {
    conflicts.push({ field: 'body', at: blocks.length, length: mine.length, mine, theirs });
    blocks.push(...mine);
  }
}

/** For every element of `from`, where it stands unchanged in `to`, or null. */
function matches(from: readonly string[], to: readonly string[]): (number | null)[] {
  const found: (number | null)[] = from.map(() => null);
  let [f, t] = [0, 0];
  for (const part of diffArrays([...from], [...to])) {
    const length = part.value.length;
    if (part.added) t += length;
    else if (part.removed) f += length;
    else for (let i = 0; i < length; i++) found[f++] = t++;
  }
  return found;
}

const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

/** JSON with the keys in order: what came from the database and what came from the editor compare alike. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one) ?? 'undefined';
}
