/** Rows and columns, shown while the cursor is in a table. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { TableCommand } from './table.ts';
import { inTable, runInTable, tableCommands } from './table.ts';

export function TableBar({ editor }: { readonly editor: Editor }): ReactElement | null {
  const { t } = useWords();
  const shown = useEditorState({ editor, selector: ({ editor: one }) => one.isEditable && inTable(one.state) });
  if (!shown) return null;
  return (
    <div className="table-bar" role="toolbar" aria-label={t('stories.table')}>
      {(Object.keys(tableCommands) as TableCommand[]).map((name) => (
        <button key={name} type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => (runInTable(editor, tableCommands[name]), editor.commands.focus())}>
          {t(`stories.table.${name}`)}
        </button>
      ))}
    </div>
  );
}
