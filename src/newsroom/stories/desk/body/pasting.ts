/** Text from Word, Google Docs and web pages: only what the grammar knows comes in, and what was dropped is said. */
import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Dropped } from '../../html.ts';

export interface PastingOptions {
  onDropped(report: readonly Dropped[]): void;
  /** Pictures that are dropped or pasted as files; `at` is where they belong. */
  onFiles(files: readonly File[], at: number): void;
}

export const pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions: () => ({ onDropped: () => undefined, onFiles: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        // Pasting before the editor itself reads the HTML: no style of another page is ever parsed here.
        props: {
          handleDOMEvents: { paste: (view, event) => paste({ editor, options, view, event }) },
          handleDrop: (view, event) => drop({ options, view, event }),
        },
      }),
    ];
  },
});

interface Pasted {
  readonly editor: Editor;
  readonly options: PastingOptions;
  readonly view: EditorView;
  readonly event: ClipboardEvent;
}

function paste({ editor, options, view, event }: Pasted): boolean {
  const files = pictures(event.clipboardData);
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (files.length > 0 && html === '') options.onFiles(files, view.state.selection.to);
  // What was copied here is of the grammar already.
  else if (html === '' || html.includes('data-pm-slice')) return false;
  else void insertHtml(editor, html, options);
  event.preventDefault();
  return true;
}

function drop({ options, view, event }: { readonly options: PastingOptions; readonly view: EditorView; readonly event: DragEvent }): boolean {
  const files = pictures(event.dataTransfer);
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  if (files.length === 0 || at === undefined) return false;
  event.preventDefault();
  options.onFiles(files, at);
  return true;
}

async function insertHtml(editor: Editor, html: string, { onDropped }: PastingOptions): Promise<void> {
  const { documentFromHtml } = await import('../../html.ts');
  const { document, report } = documentFromHtml(html);
  const node = editor.schema.nodeFromJSON(document);
  editor.view.dispatch(editor.state.tr.replaceSelection(Slice.maxOpen(node.content)).scrollIntoView().setMeta('uiEvent', 'paste'));
  if (report.length > 0) onDropped(report);
}

function pictures(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter((file) => /^image\/(jpeg|png|webp)$/u.test(file.type));
}
