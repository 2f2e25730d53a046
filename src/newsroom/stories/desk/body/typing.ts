/** Typographic signs while somebody writes; Backspace right after brings back what was typed. */
import { Extension, InputRule } from '@tiptap/core';
import { typographic } from './typography.ts';

export interface TypingOptions {
  /** The story's language now. */
  language(): string;
}

export const typing = Extension.create<TypingOptions>({
  name: 'typing',
  addOptions: () => ({ language: () => 'de' }),
  addInputRules() {
    const language = () => this.options.language();
    return [
      new InputRule({
        find: (text) => {
          const found = typographic(text, language());
          return found === null ? null : { index: text.length - found.take, text: text.slice(-found.take), data: { put: found.put } };
        },
        handler: ({ state, range, match }) => {
          state.tr.insertText(String(match.data?.['put']), range.from, range.to);
        },
      }),
    ];
  },
});
