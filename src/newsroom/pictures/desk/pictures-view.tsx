/** All pictures, the newest first; many can be put in at once. */
import { Button, FileButton, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { tellDone } from '../../../design/desk/tell.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { useMay } from '../../staff/desk/lent.ts';
import { DropField } from './drop-field.tsx';
import { PictureGrid, takes } from './picture-chooser.tsx';
import { useUpload } from './use-pictures.ts';

export function View(): ReactElement {
  const { t, language } = useWords();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const go = useNavigate();
  const may = useMay();
  const upload = useUpload();
  const put = (files: readonly File[]) => {
    setBusy(true);
    void upload(files, { language }).then((made) => {
      setBusy(false);
      if (made.length === 1) void go({ to: `/pictures/${made[0]!.id}` });
      else if (made.length > 1) tellDone(t('pictures.uploaded', { count: made.length }));
    });
  };
  const button = may('picture.upload') && (
    <FileButton multiple accept={takes} onChange={(files) => files.length > 0 && put(files)}>
      {(props) => (
        <Button {...props} loading={busy} leftSection={<Icon name="upload" size={16} />}>
          {t('pictures.upload')}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Frame title={t('pictures.title')} actions={button}>
      <DropField onFiles={put}>
        <TextInput mb="md" maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('pictures.search')} aria-label={t('pictures.search')} leftSection={<Icon name="search" size={16} />} />
        <PictureGrid words={words} onTake={(picture) => void go({ to: `/pictures/${picture.id}` })} />
      </DropField>
    </Frame>
  );
}
