/** The editor's whole kit: the grammar's elements first, then what makes writing pleasant. */
import type { AnyExtension } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import type { ConflictsOptions } from './conflicts.ts';
import { conflicts } from './conflicts.ts';
import { broughtNode } from './brought.tsx';
import type { DeskElement } from '../elements/element.ts';
import { divider } from './divider.ts';
import { handle } from './handle.ts';
import { infobox } from './infobox.ts';
import { bulletList, listItem, orderedList } from './lists.ts';
import { emphasis, link, strong } from './marks.ts';
import { moving } from './moving.ts';
import type { PastingOptions } from './pasting.ts';
import { pasting } from './pasting.ts';
import type { PictureOptions } from './picture.ts';
import { picture } from './picture.ts';
import { pullquote } from './pullquote.ts';
import { quotation } from './quotation.ts';
import type { SlashOptions } from './slash.ts';
import { slash } from './slash.ts';
import { subhead } from './subhead.ts';
import { table, tableCell, tableHeader, tableRow } from './table.ts';
import { document, paragraph, text } from './text.ts';
import type { TypingOptions } from './typing.ts';
import { typing } from './typing.ts';

export type KitOptions = ConflictsOptions & PastingOptions & PictureOptions & TypingOptions & SlashOptions & {
  /** What features bring. */
  readonly brought: readonly DeskElement[];
};

/** The grammar's own elements and marks, in its order. */
export const elements: readonly AnyExtension[] = [
  document, paragraph, subhead, bulletList, orderedList, listItem, quotation, pullquote, table, tableRow, tableHeader, tableCell, infobox, picture, divider, text, link, strong, emphasis,
];

export function kit(options: KitOptions): AnyExtension[] {
  const { say } = options;
  const own = new Map<string, AnyExtension>([
    ['quotation', quotation.configure({ say })],
    ['pullquote', pullquote.configure({ say })],
    ['infobox', infobox.configure({ say })],
    ['picture', picture.configure(options)],
  ]);
  return [
    ...elements.map((element) => own.get(element.name) ?? element),
    ...options.brought.map(broughtNode),
    Placeholder.configure({ placeholder: ({ node }) => placeholder(node.type.name, say), showOnlyCurrent: true, includeChildren: false }),
    UndoRedo.configure({ newGroupDelay: 600 }),
    Gapcursor,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
    typing.configure(options),
    moving,
    handle.configure({ say }),
    pasting.configure(options),
    slash.configure(options),
    conflicts.configure(options),
  ];
}

function placeholder(type: string, say: (key: string) => string): string {
  if (type === 'paragraph') return say('stories.body.placeholder');
  return type === 'subhead' || type === 'pullquote' ? say(`stories.insert.${type}`) : '';
}
