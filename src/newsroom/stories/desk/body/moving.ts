/** Blocks go up and down with Alt and an arrow, and Mod-Enter leaves whatever box the cursor is in. */
import { Extension } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';

export const moving = Extension.create({
  name: 'moving',
  addKeyboardShortcuts() {
    const move = (direction: -1 | 1) => this.editor.commands.command(({ state, tr, dispatch }) => moveBlock(state, tr, direction) && (dispatch?.(tr), true));
    return {
      'Alt-ArrowUp': () => move(-1),
      'Alt-ArrowDown': () => move(1),
      'Mod-Enter': () => this.editor.commands.command(({ state, tr, dispatch }) => leaveBlock(state, tr) && (dispatch?.(tr.scrollIntoView()), true)),
    };
  },
});

/** Changes places with the neighbour: a list item within its list, anything else within the document. */
export function moveBlock(state: EditorState, tr: Transaction, direction: -1 | 1): boolean {
  const { $from, from, to } = state.selection;
  const depth = movableDepth(state);
  const parent = $from.node(depth - 1);
  const index = $from.index(depth - 1);
  const other = parent.maybeChild(index + direction);
  if (other === null || other === undefined) return false;
  const block = parent.child(index);
  const start = $from.posAtIndex(index, depth - 1);
  const [left, right] = direction === -1 ? [start - other.nodeSize, start] : [start, start + block.nodeSize];
  const [first, second] = direction === -1 ? [other, block] : [block, other];
  tr.replaceWith(left, right + second.nodeSize, [second, first]);
  const shift = direction * other.nodeSize;
  const selection = state.selection instanceof NodeSelection ? NodeSelection.create(tr.doc, from + shift) : TextSelection.create(tr.doc, from + shift, to + shift);
  tr.setSelection(selection).scrollIntoView();
  return true;
}

function movableDepth(state: EditorState): number {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 1; depth--) if ($from.node(depth).type.name === 'listItem') return depth;
  return 1;
}

function leaveBlock(state: EditorState, tr: Transaction): boolean {
  const { $to } = state.selection;
  const after = $to.depth === 0 ? $to.pos : $to.after(1);
  tr.insert(after, state.schema.nodes['paragraph']!.create());
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  return true;
}
