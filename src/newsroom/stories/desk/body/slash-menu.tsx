/** The menu that a stroke at the beginning of a line opens. */
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Insert } from './inserts.ts';
import { insertName } from './inserts.ts';
import type { Slash } from './slash.ts';

interface SlashMenuProps {
  readonly editor: Editor;
  readonly slash: Slash;
  readonly inserts: readonly Insert[];
  readonly onInsert: (name: string) => void;
  /** The editor asks here whether a key was meant for the menu. */
  readonly keys: RefObject<(key: string) => boolean>;
}

export function SlashMenu({ editor, slash, inserts, onInsert, keys }: SlashMenuProps): ReactElement | null {
  const { t } = useWords();
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const found = inserts.filter((one) => t(insertName(one)).toLocaleLowerCase().includes(slash.query.toLocaleLowerCase()));
  const at = Math.min(chosen, found.length - 1);
  const take = (name: string) => {
    editor.chain().deleteRange({ from: slash.from, to: slash.to }).run();
    onInsert(name);
  };
  useLayoutEffect(() => {
    keys.current = (key) => {
      if (closed || found.length === 0) return false;
      if (key === 'Escape') setClosed(true);
      else if (key === 'Enter') take(found[at]!.name);
      else setChosen((at + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
      return true;
    };
    return () => {
      keys.current = () => false;
    };
  });
  if (closed || found.length === 0) return null;
  const place = editor.view.coordsAtPos(slash.to);
  const above = place.bottom + 320 > window.innerHeight;
  return (
    <ul className="slash" role="listbox" aria-label={t('stories.insert')} style={above ? { left: place.left, bottom: window.innerHeight - place.top + 6 } : { left: place.left, top: place.bottom + 6 }}>
      {found.map((one, index) => (
        <li key={one.name} role="option" aria-selected={index === at} onMouseDown={(event) => (event.preventDefault(), take(one.name))} onMouseEnter={() => setChosen(index)}>
          <Icon name={one.icon} />
          {t(insertName(one))}
          {one.keys !== undefined && <kbd>{one.keys}</kbd>}
        </li>
      ))}
    </ul>
  );
}
