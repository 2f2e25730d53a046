/** Takes several pictures at once, in the order in which they are chosen. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { PictureGrid } from '../../pictures/desk/lent.ts';
import './galleries.css';

interface PickerProps {
  /** Those that are in the gallery already. */
  readonly taken: readonly string[];
  readonly onTake: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

export function PicturePicker({ taken, onTake, onClose }: PickerProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const turn = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <Modal opened onClose={onClose} title={t('galleries.pick')} size="64rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <TextInput mb="md" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('pictures.search')} aria-label={t('pictures.search')} leftSection={<Icon name="search" size={16} />} data-autofocus />
      <PictureGrid words={words} onTake={({ id }) => turn(id)} choice={({ id }) => ({ place: chosen.indexOf(id) + 1, taken: taken.includes(id) ? t('galleries.in-already') : undefined })} />
      <div className="gallery-picked">
        <span role="status">{t('galleries.picked', { count: chosen.length })}</span>
        <Button disabled={chosen.length === 0} onClick={() => onTake(chosen)}>{t('galleries.take', { count: chosen.length })}</Button>
      </div>
    </Modal>
  );
}
