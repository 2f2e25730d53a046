/**
 * What a feature brings to the editor for its element of the grammar: how it is shown in the text, and how it is put
 * there. Each feature has one file beside this one, and a line in elements.ts.
 */
import type { ComponentType } from 'react';
import type { IconName } from '../../../../design/desk/icons.tsx';
import type { Attributes, ElementName } from '../../elements/element.ts';

export interface ElementViewProps {
  readonly attributes: Attributes;
  readonly editable: boolean;
  /** Changes these attributes of the node. */
  readonly onChange: (attributes: Attributes) => void;
  readonly onRemove: () => void;
}

export interface InsertProps {
  /** Of the story. */
  readonly language: string;
  readonly onInsert: (attributes: Attributes) => void;
  readonly onClose: () => void;
}

export interface DeskElement {
  readonly name: ElementName;
  readonly icon: IconName;
  /** Key of its name in the words: for the menus. */
  readonly words: string;
  /** How it stands in the text: shown instead of the node, and not written in. */
  readonly View: ComponentType<ElementViewProps>;
  /** A dialog that chooses or makes one; mounted while it is open. */
  readonly Insert: ComponentType<InsertProps>;
  /** An address pasted into an empty line. Null: it is not for this element; the promise: its attributes, or null where nothing came of it. */
  readonly fromAddress?: (address: string, language: string) => Promise<Attributes | null> | null;
}
