/** The text itself, as its readers will read it, bound to the working copy. */
import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../../design/desk/words.tsx';
import { useFollowPicture, useUpload } from '../../../pictures/desk/lent.ts';
import type { DocumentJson } from '../../grammar.ts';
import type { DeskElement } from '../elements/element.ts';
import type { BlockConflict } from '../../merge.ts';
import '../top-bar.css';
import './bars.css';
import './body.css';
import './elements.css';
import { BubbleBar } from './bubble-bar.tsx';
import { addConflicts } from './conflicts.ts';
import { kit } from './extensions.ts';
import { insertsWith, place } from './inserts.ts';
import { fromElsewhere, showDocument } from './replace-quietly.ts';
import type { Slash } from './slash.ts';
import { SlashMenu } from './slash-menu.tsx';
import { TableBar } from './table-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDroppedNotice } from './use-dropped-notice.ts';

export interface BodyHandle {
  focus(): void;
}

/** Where the text comes from and goes to. */
export interface TextSource {
  body(): DocumentJson;
  language(): string;
  change(body: DocumentJson): void;
  /** Hears when the text becomes another than the one that is shown. */
  onBody(listener: (body: DocumentJson, conflicts: readonly BlockConflict[]) => void): () => void;
  /** How many conflicts wait for a choice. */
  contested?(count: number): void;
}

interface BodyProps {
  /** The same object as long as the same text is open. */
  readonly source: TextSource;
  readonly editable: boolean;
  readonly onEditPicture: (id: string) => void;
  readonly onChoosePicture: (use: (id: string) => void) => void;
  /** What features bring; the same array as long as the same text is open. */
  readonly brought?: readonly DeskElement[];
  readonly handle: Ref<BodyHandle>;
}

const nothing: readonly DeskElement[] = [];

export function Body({ source, editable, onEditPicture, onChoosePicture, brought = nothing, handle }: BodyProps): ReactElement {
  const { t } = useWords();
  const [slash, setSlash] = useState<Slash | null>(null);
  const menu = useRef<(key: string) => boolean>(() => false);
  const [inserting, setInserting] = useState<string | null>(null);
  const editor = useBody({ source, editable, brought, onEditPicture, onSlash: setSlash, onKey: (key) => menu.current(key) });
  useImperativeHandle(handle, () => ({ focus: () => void editor.commands.focus('start') }), [editor]);
  const inserts = useMemo(() => insertsWith(brought), [brought]);
  const element = brought.find(({ name }) => name === inserting);
  const insert = (name: string) => {
    if (brought.some((one) => one.name === name)) setInserting(name);
    else if (name === 'picture') onChoosePicture((id) => place(editor, { type: 'picture', attrs: { id, caption: '' } }));
    else inserts.find((one) => one.name === name)?.run(editor);
  };
  return (
    <div className="body">
      {editable && <Toolbar editor={editor} inserts={inserts} onInsert={insert} />}
      <EditorContent editor={editor} className="body-paper" aria-label={t('stories.field.body')} />
      {editable && <BubbleBar editor={editor} />}
      {editable && <TableBar editor={editor} />}
      {slash !== null && <SlashMenu editor={editor} slash={slash} inserts={inserts} onInsert={insert} keys={menu} />}
      {element !== undefined && (
        <element.Insert
          language={source.language()}
          onClose={() => setInserting(null)}
          onInsert={(attrs) => {
            setInserting(null);
            place(editor, { type: element.name, attrs });
          }}
        />
      )}
    </div>
  );
}

interface Wiring {
  readonly source: TextSource;
  readonly editable: boolean;
  readonly brought: readonly DeskElement[];
  readonly onEditPicture: (id: string) => void;
  readonly onSlash: (slash: Slash | null) => void;
  readonly onKey: (key: string) => boolean;
}

function useBody({ source, editable, brought, onEditPicture, onSlash, onKey }: Wiring): Editor {
  const { t, language } = useWords();
  const follow = useFollowPicture();
  const upload = useUpload();
  const onDropped = useDroppedNotice();
  const shown = useRef<Editor | null>(null);
  const extensions = useMemo(
    () =>
      kit({
        say: t,
        brought,
        follow,
        onDropped,
        onKey,
        onEdit: onEditPicture,
        onCount: (count) => source.contested?.(count),
        // Drawn before the next key: whoever types quickly means the menu that they have just opened.
        onChange: (slash) => queueMicrotask(() => flushSync(() => onSlash(slash))),
        language: () => source.language(),
        onFiles: (files, at) => void upload(files, { language: source.language() }).then((made) => insertPictures(shown.current, made.map((one) => one.id), at)),
      }),
    // Menus and words of the moment the editor was made; another language makes another editor.
    [source, language, brought],
  );
  const editor = useEditor(
    {
      extensions,
      editable,
      injectCSS: false,
      content: source.body() as JSONContent,
      editorProps: { attributes: { class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('stories.field.body'), spellcheck: 'true', lang: source.language() } },
      onUpdate: ({ editor: now, transaction }) => {
        if (transaction.getMeta(fromElsewhere) !== true) source.change(now.getJSON() as DocumentJson);
      },
    },
    [extensions],
  );
  shown.current = editor;
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);
  useEffect(() => followSource(editor, source), [editor, source]);
  return editor;
}

function followSource(editor: Editor, source: TextSource): () => void {
  return source.onBody((body, conflicts) => {
    const tr = showDocument(editor.state, editor.schema.nodeFromJSON(body));
    editor.view.dispatch(conflicts.length === 0 ? tr : addConflicts(tr, conflicts));
  });
}

function insertPictures(editor: Editor | null, ids: readonly string[], at: number): void {
  if (editor === null) return;
  const where = Math.min(at, editor.state.doc.content.size);
  const $at = editor.state.doc.resolve(where);
  editor.commands.insertContentAt($at.depth === 0 ? where : $at.after(1), ids.map((id) => ({ type: 'picture', attrs: { id, caption: '' } })));
}
