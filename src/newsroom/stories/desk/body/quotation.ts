import { wrappingInputRule } from '@tiptap/core';
import { elementOf } from './from-grammar.ts';
import { withField } from './with-field.ts';

export const quotation = elementOf('quotation', {
  addOptions: () => ({ say: (key: string) => key }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ node, HTMLAttributes }) => ['blockquote', { ...HTMLAttributes, 'data-source': node.attrs['source'] as string }, 0],
  addNodeView() {
    return withField({ attribute: 'source', words: 'stories.body.source', tag: 'blockquote', className: 'el-quotation', place: 'after' }, (this.options as { say: (key: string) => string }).say);
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap('quotation') };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*> $/u, type: this.type })];
  },
});
