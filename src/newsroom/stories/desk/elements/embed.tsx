/** What other houses show, in the editor. */
import { EmbedCard, EmbedInsert, embedFromAddress } from '../../../embeds/desk/lent.ts';
import type { DeskElement } from './element.ts';

export const embed: DeskElement = {
  name: 'embed',
  icon: 'embed',
  words: 'embeds.one',
  View: ({ attributes, editable, onRemove }) => <EmbedCard id={String(attributes['id'])} editable={editable} onRemove={onRemove} />,
  Insert: ({ language, onInsert, onClose }) => <EmbedInsert language={language} onInsert={(id) => onInsert({ id })} onClose={onClose} />,
  fromAddress: (address, language) => embedFromAddress(address, language),
};
