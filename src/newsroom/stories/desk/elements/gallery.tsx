/** Galleries in the editor. */
import { GalleryCard, GalleryInsert } from '../../../galleries/desk/lent.ts';
import type { DeskElement } from './element.ts';

export const gallery: DeskElement = {
  name: 'gallery',
  icon: 'gallery',
  words: 'galleries.one',
  View: ({ attributes, editable, onRemove }) => <GalleryCard id={String(attributes['id'])} editable={editable} onRemove={onRemove} />,
  Insert: ({ language, onInsert, onClose }) => <GalleryInsert language={language} onInsert={(id) => onInsert({ id })} onClose={onClose} />,
};
