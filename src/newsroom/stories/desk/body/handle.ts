/** A handle beside the block under the pointer, to drag it elsewhere. By keyboard: Alt with an arrow. */
import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export const handle = Extension.create<{ say(key: string): string }>({
  name: 'handle',
  addOptions: () => ({ say: (key) => key }),
  addProseMirrorPlugins() {
    const { say } = this.options;
    return [
      new Plugin({
        view(view) {
          const grip = makeGrip(say('stories.body.drag'));
          let position: number | null = null;
          const follow = (event: MouseEvent) => {
            position = blockAt(view, event);
            show(view, grip, position);
          };
          grip.addEventListener('dragstart', (event) => startDrag(view, position, event));
          view.dom.parentElement?.append(grip);
          view.dom.parentElement?.addEventListener('mousemove', follow);
          return {
            destroy() {
              view.dom.parentElement?.removeEventListener('mousemove', follow);
              grip.remove();
            },
          };
        },
      }),
    ];
  },
});

function makeGrip(label: string): HTMLElement {
  const grip = document.createElement('div');
  grip.className = 'el-grip';
  grip.draggable = true;
  grip.title = label;
  grip.hidden = true;
  grip.setAttribute('aria-hidden', 'true');
  return grip;
}

function blockAt(view: EditorView, event: MouseEvent): number | null {
  const { left, width } = view.dom.getBoundingClientRect();
  const found = view.posAtCoords({ left: left + Math.min(60, width / 2), top: event.clientY });
  if (found === null) return null;
  const $at = view.state.doc.resolve(found.inside >= 0 ? found.inside : found.pos);
  const position = $at.depth === 0 ? $at.pos : $at.before(1);
  return view.state.doc.nodeAt(position) === null ? null : position;
}

function show(view: EditorView, grip: HTMLElement, position: number | null): void {
  const dom = position === null ? null : view.nodeDOM(position);
  grip.hidden = !(dom instanceof HTMLElement) || !view.editable;
  if (dom instanceof HTMLElement) grip.style.top = `${dom.offsetTop + 3}px`;
}

function startDrag(view: EditorView, position: number | null, event: DragEvent): void {
  if (position === null || event.dataTransfer === null) return;
  const selection = NodeSelection.create(view.state.doc, position);
  view.dispatch(view.state.tr.setSelection(selection));
  const slice = selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.dataTransfer.clearData();
  event.dataTransfer.setData('text/html', dom.innerHTML);
  event.dataTransfer.setData('text/plain', text);
  event.dataTransfer.effectAllowed = 'move';
  const block = view.nodeDOM(position);
  if (block instanceof HTMLElement) event.dataTransfer.setDragImage(block, 0, 0);
  view.dragging = { slice, move: true };
}
