/** Chooses a film for a story, or puts a new one in. */
import { Button, FileButton, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { takes } from './takes.ts';
import { useSendVideos } from './use-videos.ts';
import { VideoGrid } from './video-grid.tsx';

interface InsertProps {
  readonly language: string;
  readonly onInsert: (id: string) => void;
  readonly onClose: () => void;
}

export function VideoInsert({ language, onInsert, onClose }: InsertProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const send = useSendVideos();
  const put = (file: File | null) => {
    if (file === null) return;
    setBusy(true);
    void send([file], language).then(([id]) => {
      setBusy(false);
      if (id !== undefined) onInsert(id);
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('videos.choose')} size="60rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <div className="videos-head">
        <TextInput className="videos-search" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('videos.search')} aria-label={t('videos.search')} leftSection={<Icon name="search" size={16} />} data-autofocus />
        <FileButton onChange={put} accept={takes}>
          {(props) => (
            <Button {...props} loading={busy} leftSection={<Icon name="upload" size={16} />}>
              {t('videos.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      <VideoGrid words={words} onTake={(video) => onInsert(video.id)} />
    </Modal>
  );
}
