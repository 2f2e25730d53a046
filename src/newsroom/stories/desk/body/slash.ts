/** `/` at the beginning of an empty paragraph opens the menu of what can be put in; typing on narrows it. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';

export interface Slash {
  /** What was typed after the stroke. */
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

export interface SlashOptions {
  onChange(slash: Slash | null): void;
  /** Answers whether the key was meant for the menu. */
  onKey(key: string): boolean;
}

export const slash = Extension.create<SlashOptions>({
  name: 'slash',
  addOptions: () => ({ onChange: () => undefined, onKey: () => false }),
  addProseMirrorPlugins() {
    const { onChange, onKey } = this.options;
    return [
      new Plugin({
        props: { handleKeyDown: (view, event) => slashAt(view.state) !== null && ['ArrowUp', 'ArrowDown', 'Enter', 'Escape'].includes(event.key) && onKey(event.key) },
        view: () => {
          let told: Slash | null = null;
          return {
            update(view) {
              const now = view.hasFocus() ? slashAt(view.state) : null;
              // Whoever hears it may update the view again: the same is never told twice.
              if (now?.query === told?.query && now?.from === told?.from) return;
              told = now;
              onChange(now);
            },
          };
        },
      }),
    ];
  },
});

export function slashAt(state: EditorState): Slash | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null;
  const match = /^\/([\p{L}-]{0,20})$/u.exec($from.parent.textContent);
  return match === null ? null : { query: match[1]!, from: $from.start(), to: $from.end() };
}
