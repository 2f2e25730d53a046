import { wrappingInputRule } from '@tiptap/core';
import type { Node } from '@tiptap/core';
import { elementOf } from './from-grammar.ts';

export const bulletList = list('bulletList', { tag: 'ul', key: 'Mod-Shift-8', typed: /^\s*[-*•] $/u });
export const orderedList = list('orderedList', { tag: 'ol', key: 'Mod-Shift-7', typed: /^\s*1[.)] $/u });

export const listItem = elementOf('listItem', {
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      Tab: () => this.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection;
        const first = empty && $from.parentOffset === 0 && $from.node(-1).type === this.type && $from.index(-1) === 0;
        return first && this.editor.commands.liftListItem('listItem');
      },
    };
  },
});

function list(name: string, { tag, key, typed }: { readonly tag: 'ul' | 'ol'; readonly key: string; readonly typed: RegExp }): Node {
  return elementOf(name, {
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleList(name, 'listItem') };
    },
    addInputRules() {
      return [wrappingInputRule({ find: typed, type: this.type })];
    },
  });
}
