/** Over selected words: strong, emphasis, link. The address of a link is checked before it is set. */
import { ActionIcon } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { isSafeHref } from '../../grammar.ts';
import { Tool } from './toolbar.tsx';

const shows = ({ state, editor }: { state: EditorState; editor: Editor }): boolean => {
  const { selection } = state;
  if (!editor.isEditable || !(selection instanceof TextSelection)) return false;
  return (!selection.empty && state.doc.textBetween(selection.from, selection.to).trim() !== '') || (selection.empty && editor.isActive('link'));
};

export function BubbleBar({ editor }: { readonly editor: Editor }): ReactElement {
  const { t } = useWords();
  const [linking, setLinking] = useState(false);
  const now = useEditorState({ editor, selector: ({ editor: one }) => ({ strong: one.isActive('strong'), emphasis: one.isActive('emphasis'), href: (one.getAttributes('link')['href'] as string | undefined) ?? '' }) });
  useLinkKey(editor, () => setLinking(true));
  return (
    <BubbleMenu editor={editor} shouldShow={(state) => shows(state) || linking} options={{ placement: 'top', offset: 8, onHide: () => setLinking(false) }} className="bubble" role="toolbar" aria-label={t('stories.toolbar.selection')}>
      {linking ? (
        <LinkField editor={editor} href={now.href} onDone={() => setLinking(false)} />
      ) : (
        <>
          <Tool icon="bold" label={t('stories.mark.strong')} on={now.strong} act={() => editor.chain().focus().toggleMark('strong').run()} />
          <Tool icon="italic" label={t('stories.mark.emphasis')} on={now.emphasis} act={() => editor.chain().focus().toggleMark('emphasis').run()} />
          <Tool icon="link" label={t('stories.mark.link')} on={now.href !== ''} act={() => setLinking(true)} />
          {now.href !== '' && <span className="bubble-href">{now.href}</span>}
        </>
      )}
    </BubbleMenu>
  );
}

/** Mod-K belongs to the command palette; a link has Mod-Shift-K. */
function useLinkKey(editor: Editor, open: () => void): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || !event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', heard);
    return () => dom.removeEventListener('keydown', heard);
  }, [editor, open]);
}

interface LinkFieldProps {
  readonly editor: Editor;
  readonly href: string;
  readonly onDone: () => void;
}

function LinkField({ editor, href, onDone }: LinkFieldProps): ReactElement {
  const { t } = useWords();
  const [value, setValue] = useState(href);
  const complete = completeHref(value);
  const wrong = value.trim() !== '' && complete === null;
  const set = () => {
    if (wrong) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    (complete === null ? chain.unsetMark('link') : chain.setMark('link', { href: complete })).run();
    onDone();
  };
  return (
    <form
      className="bubble-link"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        set();
      }}
    >
      <input autoFocus type="text" inputMode="url" value={value} aria-label={t('stories.link.address')} aria-invalid={wrong} placeholder="https://" onChange={(event) => setValue(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && (onDone(), editor.commands.focus())} />
      <ActionIcon type="submit" variant="subtle" color="gray" aria-label={t('stories.link.set')} disabled={wrong}>
        <Icon name="check" />
      </ActionIcon>
      {href !== '' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('stories.link.remove')} onClick={() => (editor.chain().focus().extendMarkRange('link').unsetMark('link').run(), onDone())}>
          <Icon name="bin" />
        </ActionIcon>
      )}
      {wrong && (
        <small role="alert">{t('stories.link.wrong')}</small>
      )}
    </form>
  );
}

/** What people paste and type: an address without its protocol, a mail address. Null where it leads nowhere safe. */
export function completeHref(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeHref(text)) return text;
  const whole = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(text) ? `mailto:${text}` : /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]\S*)?$/u.test(text) ? `https://${text}` : text;
  return isSafeHref(whole) ? whole : null;
}
