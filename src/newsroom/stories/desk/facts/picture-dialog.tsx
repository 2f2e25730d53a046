import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { PictureForm } from '../../../pictures/desk/lent.ts';

/** What is said of a picture, without leaving the story. */
export function PictureDialog({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <Modal opened={id !== null} onClose={onClose} title={t('pictures.one')} size="36rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      {id !== null && <PictureForm id={id} />}
    </Modal>
  );
}
