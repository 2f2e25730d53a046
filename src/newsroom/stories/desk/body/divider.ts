import { nodeInputRule } from '@tiptap/core';
import { elementOf } from './from-grammar.ts';

export const divider = elementOf('divider', {
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|–-|\*\*\*)$/u, type: this.type })];
  },
});
