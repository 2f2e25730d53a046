/** Films in the editor. */
import { VideoCard, VideoInsert } from '../../../videos/desk/lent.ts';
import type { DeskElement } from './element.ts';

export const video: DeskElement = {
  name: 'video',
  icon: 'video',
  words: 'videos.one',
  View: ({ attributes, editable, onChange, onRemove }) => (
    <VideoCard id={String(attributes['id'])} caption={String(attributes['caption'] ?? '')} editable={editable} onCaption={(caption) => onChange({ caption })} onRemove={onRemove} />
  ),
  Insert: ({ language, onInsert, onClose }) => <VideoInsert language={language} onInsert={(id) => onInsert({ id, caption: '' })} onClose={onClose} />,
};
