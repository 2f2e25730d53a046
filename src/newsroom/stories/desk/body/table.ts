/** Tables: rows and columns are added and taken by commands, Tab goes from cell to cell. Columns have no fixed width. */
import type { Editor } from '@tiptap/core';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, tableEditing, toggleHeaderRow } from '@tiptap/pm/tables';
import type { Command, EditorState } from '@tiptap/pm/state';
import { elementOf } from './from-grammar.ts';

export const tableCommands = { addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, toggleHeaderRow } as const;
export type TableCommand = keyof typeof tableCommands;

export const table = elementOf('table', {
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: false })],
  addKeyboardShortcuts() {
    return {
      Tab: () => runInTable(this.editor, goToNextCell(1)) || (inTable(this.editor.state) && runInTable(this.editor, addRowAfter) && runInTable(this.editor, goToNextCell(1))),
      'Shift-Tab': () => runInTable(this.editor, goToNextCell(-1)),
    };
  },
});

export const tableRow = elementOf('tableRow', { parseHTML: () => [{ tag: 'tr' }], renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0] });
export const tableHeader = elementOf('tableHeader', { parseHTML: () => [{ tag: 'th' }], renderHTML: ({ HTMLAttributes }) => ['th', spans(HTMLAttributes), 0] });
export const tableCell = elementOf('tableCell', { parseHTML: () => [{ tag: 'td' }], renderHTML: ({ HTMLAttributes }) => ['td', spans(HTMLAttributes), 0] });

export const inTable = (state: EditorState): boolean => isInTable(state);

export function runInTable(editor: Editor, command: Command): boolean {
  return command(editor.state, editor.view.dispatch, editor.view);
}

/** Three columns, a head and two rows: small enough to be filled, easily made greater. */
export function emptyTable(): Record<string, unknown> {
  const cell = (type: string) => ({ type, content: [{ type: 'paragraph' }] });
  const row = (type: string) => ({ type: 'tableRow', content: [cell(type), cell(type), cell(type)] });
  return { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] };
}

const spans = (attributes: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'colwidth'));
