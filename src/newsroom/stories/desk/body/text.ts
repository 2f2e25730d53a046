/** The simplest elements: the document, its text, paragraphs. */
import { elementOf } from './from-grammar.ts';

export const document = elementOf('doc');
export const text = elementOf('text');

export const paragraph = elementOf('paragraph', {
  priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') };
  },
});
