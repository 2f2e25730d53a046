/** Text from Word, Google Docs and web pages: only what the grammar knows comes in, and what was dropped is said. */
import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Attributes } from '../../elements/element.ts';
import { storyElements } from '../../elements/elements.ts';
import type { Dropped } from '../../html.ts';
import type { DeskElement } from '../elements/element.ts';

export interface PastingOptions {
  onDropped(report: readonly Dropped[]): void;
  /** Pictures that are dropped or pasted as files; `at` is where they belong. */
  onFiles(files: readonly File[], at: number): void;
  /** What features bring: they read HTML, and addresses in a line of their own. */
  readonly brought: readonly DeskElement[];
  language(): string;
}

export const pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions: () => ({ onDropped: () => undefined, onFiles: () => undefined, brought: [], language: () => 'de' }),
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
  const address = (event.clipboardData?.getData('text/plain') ?? '').trim();
  if (files.length > 0 && html === '') options.onFiles(files, view.state.selection.to);
  else if (!pasteAddress(editor, address, options)) {
    // What was copied here is of the grammar already.
    if (html === '' || html.includes('data-pm-slice')) return false;
    void insertHtml(editor, html, options);
  }
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

/** An address in an empty line becomes the element that a feature makes of it; until then, and if nothing comes of it, it stays. */
function pasteAddress(editor: Editor, address: string, { brought, language }: PastingOptions): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0 || !/^https?:\/\/\S+$/u.test(address)) return false;
  for (const { name, fromAddress } of brought) {
    const coming = fromAddress?.(address, language()) ?? null;
    if (coming === null) continue;
    editor.commands.insertContent({ type: 'text', text: address });
    void coming.then((attrs) => attrs !== null && replaceAddress(editor, address, { type: name, attrs }));
    return true;
  }
  return false;
}

function replaceAddress(editor: Editor, address: string, node: { readonly type: string; readonly attrs: Attributes }): void {
  let at: number | null = null;
  editor.state.doc.forEach((block, position) => {
    if (block.type.name === 'paragraph' && block.textContent === address) at ??= position;
  });
  if (at !== null) editor.commands.insertContentAt({ from: at, to: at + address.length + 2 }, node);
}

async function insertHtml(editor: Editor, html: string, { onDropped, brought }: PastingOptions): Promise<void> {
  const { documentFromHtml } = await import('../../html.ts');
  const { document, report } = documentFromHtml(html, storyElements.filter(({ name }) => brought.some((one) => one.name === name)));
  const node = editor.schema.nodeFromJSON(document);
  editor.view.dispatch(editor.state.tr.replaceSelection(Slice.maxOpen(node.content)).scrollIntoView().setMeta('uiEvent', 'paste'));
  if (report.length > 0) onDropped(report);
}

function pictures(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter((file) => /^image\/(jpeg|png|webp)$/u.test(file.type));
}
