/** A gallery as it stands in the text of a story: its title and its first pictures; it is edited without leaving the story. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Trouble } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import './galleries.css';
import { GalleryEditor } from './gallery-editor.tsx';
import { useGallery } from './use-galleries.ts';

const thumbsShown = 6;

interface CardProps {
  readonly id: string;
  readonly editable: boolean;
  readonly onRemove: () => void;
}

export function GalleryCard({ id, editable, onRemove }: CardProps): ReactElement {
  const { t } = useWords();
  const { data, error, refetch } = useGallery(id);
  const [edited, setEdited] = useState(false);
  const pictures = data?.pictures ?? [];
  const gone = data?.discarded === true;
  return (
    <div className="gallery-card" data-missing={gone || (data?.missing.length ?? 0) > 0 || undefined}>
      {error !== null && data === undefined && <Trouble error={error} again={() => void refetch()} />}
      <p className="gallery-card-title">
        <Icon name="gallery" /> <b lang={data?.language}>{data?.title ?? t('galleries.one')}</b> <span>{gone ? t('stories.missing.gallery') : t('galleries.count', { count: pictures.length })}</span>
      </p>
      <div className="gallery-card-thumbs">
        {pictures.slice(0, thumbsShown).map((picture) => (picture.thumb === null ? <span key={picture.id} /> : <img key={picture.id} src={picture.thumb} alt="" draggable={false} />))}
      </div>
      {!gone && data?.missing.map((one) => <p key={one.name} className="gallery-card-missing">{t(`galleries.missing.${one.name}`, one.values)}</p>)}
      {editable && (
        <p className="gallery-card-acts">
          {!gone && data !== undefined && <Button size="compact-xs" variant="subtle" onClick={() => setEdited(true)}>{t('galleries.edit')}</Button>}
          <Button size="compact-xs" variant="subtle" onClick={onRemove}>{t('galleries.out-of-story')}</Button>
        </p>
      )}
      <Modal opened={edited} onClose={() => setEdited(false)} title={data?.title ?? t('galleries.one')} size="64rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
        {edited && <GalleryEditor id={id} />}
      </Modal>
    </div>
  );
}
