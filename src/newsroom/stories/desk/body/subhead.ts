import { textblockTypeInputRule } from '@tiptap/core';
import { elementOf } from './from-grammar.ts';

export const subhead = elementOf('subhead', {
  parseHTML: () => [{ tag: 'h2' }, { tag: 'h3' }],
  renderHTML: ({ HTMLAttributes }) => ['h2', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-2': () => this.editor.commands.toggleNode('subhead', 'paragraph') };
  },
  addInputRules() {
    return [textblockTypeInputRule({ find: /^##? $/u, type: this.type })];
  },
});
