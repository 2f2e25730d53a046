/**
 * Makes the editor show another text, with the cursor and the undo of whoever writes kept: only what differs is
 * replaced, block by block, and within a block only the part between the first and the last difference.
 */
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { diffArrays } from 'diff';

/** Marks a transaction that shows what was saved elsewhere: it is nobody's typing. */
export const fromElsewhere = 'fromElsewhere';

export function showDocument(state: EditorState, next: DocumentNode): Transaction {
  const tr = state.tr;
  for (const { from, to, blocks } of differences(state.doc, next).reverse()) {
    const old = state.doc.slice(from, to).content;
    const fresh = Fragment.from(blocks);
    if (old.childCount === 1 && fresh.childCount === 1 && old.firstChild!.sameMarkup(fresh.firstChild!)) replaceWithin(tr, { from, old, fresh });
    else tr.replaceWith(from, to, fresh);
  }
  return tr.setMeta('addToHistory', false).setMeta(fromElsewhere, true);
}

interface Difference {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly DocumentNode[];
}

function differences(before: DocumentNode, after: DocumentNode): Difference[] {
  const key = (node: DocumentNode) => JSON.stringify(node.toJSON());
  const found: { from: number; to: number; blocks: DocumentNode[] }[] = [];
  let [position, old, fresh] = [0, 0, 0];
  let open: { from: number; to: number; blocks: DocumentNode[] } | null = null;
  for (const part of diffArrays(before.children.map(key), after.children.map(key))) {
    const length = part.value.length;
    if (!part.added && !part.removed) {
      open = null;
      position += width(before, old, length);
      [old, fresh] = [old + length, fresh + length];
      continue;
    }
    if (open === null) found.push((open = { from: position, to: position, blocks: [] }));
    if (part.removed) {
      position += width(before, old, length);
      open.to = position;
      old += length;
    } else {
      open.blocks.push(...after.children.slice(fresh, fresh + length));
      fresh += length;
    }
  }
  return found;
}

function width(of: DocumentNode, from: number, count: number): number {
  return of.children.slice(from, from + count).reduce((sum, child) => sum + child.nodeSize, 0);
}

function replaceWithin(tr: Transaction, { from, old, fresh }: { from: number; old: Fragment; fresh: Fragment }): void {
  const start = old.findDiffStart(fresh);
  const end = old.findDiffEnd(fresh);
  if (start === null || end === null) return;
  // Repeated letters let both searches run over the same characters.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = tr.doc.type.create(null, fresh).slice(start, end.b + overlap);
  tr.replace(from + start, from + end.a + overlap, slice);
}
