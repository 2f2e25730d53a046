/** Moving in: what another system exported becomes discussions of ours. Safe to run twice, and to stop in the middle. */
import type { Tools } from '../../../platform/feature.ts';
import { newId } from '../../../platform/text/id.ts';
import { lines, oneLine } from '../../../platform/text/plain.ts';
import { threadTag } from '../deciding.ts';
import type { ArrivingComment } from './arriving.ts';
import type { ImportedRow } from './import-store.ts';
import { countAnew, insertImported, selectArrived } from './import-store.ts';

/** A comment that has found its story. */
export interface Placed extends ArrivingComment {
  readonly story: string;
  readonly language: string;
}

export interface Imported {
  readonly taken: number;
  /** There already, from an import before. */
  readonly known: number;
}

/** So many are kept in one transaction: a stop in between loses none, and a second run goes on. */
export const batchSize = 500;

/**
 * Keeps a batch. What it answers must have come before it, in this batch or an earlier one; an answer to what was left
 * out begins a thread of its own, and an answer deeper than two stands below the first of its thread.
 */
export async function importBatch(tools: Tools, batch: readonly Placed[]): Promise<Imported> {
  const known = await selectArrived(tools.db, [...new Set(batch.flatMap(({ key, parent }) => (parent === null ? [key] : [key, parent])))]);
  const rows: ImportedRow[] = [];
  for (const comment of batch) {
    if (known.has(comment.key)) continue;
    const answered = comment.parent === null ? undefined : known.get(comment.parent);
    const above = answered?.story === comment.story ? answered : undefined;
    const row = { ...rowOf(comment), parent: above === undefined ? null : (above.parent ?? above.id), answers: above === undefined || above.parent === null ? null : above.id };
    known.set(comment.key, { id: row.id, parent: row.parent, story: row.story });
    rows.push(row);
  }
  const taken = await insertImported(tools.db, rows);
  const stories = [...new Set(rows.map(({ story }) => story))];
  await countAnew(tools.db, stories, tools.now);
  if (taken > 0) {
    await tools.record({ act: 'comments.import', subject: 'comments', detail: { taken } });
    await tools.announce({ event: 'comments.imported', facts: { taken }, tags: stories.map(threadTag) });
  }
  return { taken, known: batch.length - taken };
}

function rowOf({ story, language, key, name, text, state, at }: Placed): Omit<ImportedRow, 'parent' | 'answers'> {
  return { id: newId(), story, language, key, state, at, name: oneLine(name), text: lines(text) };
}

/** What is answered before its answers, else by time. An answer that is older than what it answers (clocks differ) still comes after it. */
export function inOrder(comments: readonly ArrivingComment[]): ArrivingComment[] {
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  const done = new Set<string>();
  const ordered: ArrivingComment[] = [];
  for (const comment of comments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const chain: ArrivingComment[] = [];
    for (let one: ArrivingComment | undefined = comment; one !== undefined && !done.has(one.key); one = one.parent === null ? undefined : byKey.get(one.parent)) {
      done.add(one.key);
      chain.push(one);
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}
