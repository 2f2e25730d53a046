/** All galleries, the newest change first. */
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { useMay } from '../../staff/desk/lent.ts';
import { GalleryGrid } from './gallery-grid.tsx';
import { NewGallery } from './new-gallery.tsx';

export function View(): ReactElement {
  const { t, language } = useWords();
  const [words, setWords] = useState('');
  const [making, setMaking] = useState(false);
  const go = useNavigate();
  const may = useMay();
  const open = (id: string) => void go({ to: `/galleries/${id}` });
  const button = may('gallery.create') && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
      {t('galleries.new')}
    </Button>
  );
  return (
    <Frame title={t('galleries.title')} actions={button}>
      <TextInput mb="md" maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('galleries.search')} aria-label={t('galleries.search')} leftSection={<Icon name="search" size={16} />} />
      <GalleryGrid words={words} onTake={({ id }) => open(id)} />
      {making && <NewGallery language={language} onMade={open} onClose={() => setMaking(false)} />}
    </Frame>
  );
}
