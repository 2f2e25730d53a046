/** An element that has a line of its own beside its content: a source, a title. The line is an ordinary field. */
import type { NodeViewRenderer } from '@tiptap/core';

export interface FieldShape {
  readonly attribute: string;
  /** Key of the field's name in the words. */
  readonly words: string;
  readonly tag: string;
  readonly className: string;
  readonly place: 'before' | 'after';
}

type Say = (key: string) => string;

/** `say` gives the field's name in the language of whoever writes. */
export function withField({ attribute, words, tag, className, place }: FieldShape, say: Say): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    let current = node;
    const dom = document.createElement(tag);
    dom.className = className;
    const field = document.createElement('input');
    field.className = `${className}-field`;
    field.value = String(node.attrs[attribute]);
    field.placeholder = say(words);
    field.setAttribute('aria-label', say(words));
    const contentDOM = document.createElement('div');
    contentDOM.className = `${className}-content`;
    dom.append(...(place === 'before' ? [field, contentDOM] : [contentDOM, field]));
    field.addEventListener('input', () => {
      const at = getPos();
      if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, attribute, field.value));
    });
    field.addEventListener('keydown', (event) => {
      const at = getPos();
      if (at === undefined || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      const to = place === 'before' ? at + 1 : at + current.nodeSize;
      editor.chain().focus(to).run();
    });
    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== current.type) return false;
        current = next;
        if (field.value !== next.attrs[attribute]) field.value = String(next.attrs[attribute]);
        return true;
      },
      stopEvent: (event) => event.target === field,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    };
  };
}
