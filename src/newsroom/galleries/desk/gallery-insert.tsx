/** Puts a gallery into a story: one that is there, or a new one that is built on the spot. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import './galleries.css';
import { GalleryEditor } from './gallery-editor.tsx';
import { GalleryGrid } from './gallery-grid.tsx';
import { NewTitle } from './new-gallery.tsx';

interface InsertProps {
  readonly language: string;
  readonly onInsert: (id: string) => void;
  readonly onClose: () => void;
}

export function GalleryInsert({ language, onInsert, onClose }: InsertProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [made, setMade] = useState<string | null>(null);
  return (
    <Modal opened onClose={made === null ? onClose : () => onInsert(made)} title={t(made === null ? 'galleries.choose' : 'galleries.new')} size="64rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      {made === null ? (
        <>
          <NewTitle language={language} onMade={setMade} />
          <h2 className="gallery-or">{t('galleries.or-choose')}</h2>
          <TextInput mb="md" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('galleries.search')} aria-label={t('galleries.search')} leftSection={<Icon name="search" size={16} />} />
          <GalleryGrid words={words} onTake={({ id }) => onInsert(id)} />
        </>
      ) : (
        <>
          <GalleryEditor id={made} />
          <div className="gallery-picked">
            <Button onClick={() => onInsert(made)}>{t('galleries.into-story')}</Button>
          </div>
        </>
      )}
    </Modal>
  );
}
