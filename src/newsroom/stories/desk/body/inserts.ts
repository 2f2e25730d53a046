/** What can be put into a text, in the order in which the menu offers it. */
import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { IconName } from '../../../../design/desk/icons.tsx';
import type { DeskElement } from '../elements/element.ts';
import { emptyTable } from './table.ts';

export interface Insert {
  readonly name: string;
  readonly icon: IconName;
  readonly keys?: string;
  /** Key of its name in the words; else `stories.insert.<name>`. */
  readonly words?: string;
  run(editor: Editor): void;
}

const paragraphs = [{ type: 'paragraph' }];

export const inserts: readonly Insert[] = [
  { name: 'subhead', icon: 'subhead', keys: '##', run: (editor) => editor.chain().focus().toggleNode('subhead', 'paragraph').run() },
  { name: 'picture', icon: 'pictures', run: () => undefined },
  { name: 'quotation', icon: 'quote', keys: '>', run: (editor) => editor.chain().focus().toggleWrap('quotation').run() },
  { name: 'pullquote', icon: 'pull', run: (editor) => editor.chain().focus().setNode('pullquote').run() },
  { name: 'bulletList', icon: 'list', keys: '-', run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run() },
  { name: 'orderedList', icon: 'numbers', keys: '1.', run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run() },
  { name: 'infobox', icon: 'box', run: (editor) => place(editor, { type: 'infobox', content: paragraphs }) },
  { name: 'table', icon: 'table', run: (editor) => place(editor, emptyTable()) },
  { name: 'divider', icon: 'divider', keys: '---', run: (editor) => place(editor, { type: 'divider' }) },
];

/** With what features bring, after pictures; whoever draws the menu opens their dialogs. */
export function insertsWith(brought: readonly DeskElement[]): readonly Insert[] {
  const after = inserts.findIndex(({ name }) => name === 'picture') + 1;
  return inserts.toSpliced(after, 0, ...brought.map(({ name, icon, words }) => ({ name, icon, words, run: () => undefined })));
}

export function insertName({ name, words }: Insert): string {
  return words ?? `stories.insert.${name}`;
}

/** In the place of an empty paragraph, else after the block that the cursor is in; the cursor goes into it. */
export function place(editor: Editor, json: Record<string, unknown>): void {
  const { $from } = editor.state.selection;
  const node = editor.schema.nodeFromJSON(json);
  const empty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const from = $from.depth === 0 ? $from.pos : empty ? $from.before(1) : $from.after(1);
  const to = empty ? $from.after(1) : from;
  const last = to === editor.state.doc.content.size && node.isAtom;
  const content = last ? [json, ...paragraphs] : json;
  editor.commands.insertContentAt({ from, to }, content);
  const inside = node.isAtom ? from + node.nodeSize : from + 1;
  editor.view.dispatch(editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(Math.min(inside, editor.state.doc.content.size)))).scrollIntoView());
  editor.view.focus();
}
