/** What can be done with the text, in one quiet line that stays in sight. All of it has keys too. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactElement } from 'react';
import type { IconName } from '../../../../design/desk/icons.tsx';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Insert } from './inserts.ts';
import { insertName } from './inserts.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly inserts: readonly Insert[];
  readonly onInsert: (name: string) => void;
}

export function Toolbar({ editor, inserts, onInsert }: ToolbarProps): ReactElement {
  const { t } = useWords();
  const now = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      strong: one.isActive('strong'),
      emphasis: one.isActive('emphasis'),
      subhead: one.isActive('subhead'),
      quotation: one.isActive('quotation'),
      bulletList: one.isActive('bulletList'),
      undo: one.can().undo(),
      redo: one.can().redo(),
    }),
  });
  const run = (name: string) => () => inserts.find((one) => one.name === name)?.run(editor);
  return (
    <div className="toolbar" role="toolbar" aria-label={t('stories.toolbar')}>
      <InsertMenu inserts={inserts} onInsert={onInsert} />
      <span className="toolbar-gap" />
      <Tool icon="bold" label={t('stories.mark.strong')} on={now.strong} act={() => editor.chain().focus().toggleMark('strong').run()} />
      <Tool icon="italic" label={t('stories.mark.emphasis')} on={now.emphasis} act={() => editor.chain().focus().toggleMark('emphasis').run()} />
      <span className="toolbar-gap" />
      <Tool icon="subhead" label={t('stories.insert.subhead')} on={now.subhead} act={run('subhead')} />
      <Tool icon="quote" label={t('stories.insert.quotation')} on={now.quotation} act={run('quotation')} />
      <Tool icon="list" label={t('stories.insert.bulletList')} on={now.bulletList} act={run('bulletList')} />
      <span className="toolbar-gap" />
      <Tool icon="undo" label={t('stories.undo')} off={!now.undo} act={() => editor.chain().focus().undo().run()} />
      <Tool icon="redo" label={t('stories.redo')} off={!now.redo} act={() => editor.chain().focus().redo().run()} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly on?: boolean;
  readonly off?: boolean;
  readonly act: () => void;
}

export function Tool({ icon, label, on, off = false, act }: ToolProps): ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={34} className="tool" aria-label={label} aria-pressed={on} disabled={off} onMouseDown={(event) => event.preventDefault()} onClick={act}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

function InsertMenu({ inserts, onInsert }: Omit<ToolbarProps, 'editor'>): ReactElement {
  const { t } = useWords();
  return (
    <Menu position="bottom-start" width={240} returnFocus={false}>
      <Menu.Target>
        <button type="button" className="toolbar-insert">
          <Icon name="plus" size={16} />
          {t('stories.insert')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {inserts.map((one) => (
          <Menu.Item key={one.name} leftSection={<Icon name={one.icon} />} rightSection={one.keys === undefined ? null : <kbd>{one.keys}</kbd>} onClick={() => onInsert(one.name)}>
            {t(insertName(one))}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
