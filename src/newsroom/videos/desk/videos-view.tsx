/** All films, the newest first; many can be put in at once. */
import { Button, FileButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { read } from '../../../platform/browser/api.ts';
import { DropField } from '../../pictures/desk/lent.ts';
import { useMay } from '../../staff/desk/lent.ts';
import type { VideoList } from './types.ts';
import { takes } from './takes.ts';
import { useSendVideos } from './use-videos.ts';
import { VideoGrid } from './video-grid.tsx';

export function View(): ReactElement {
  const { t, language } = useWords();
  const [words, setWords] = useState('');
  const go = useNavigate();
  const may = useMay();
  const send = useSendVideos();
  const { data } = useQuery({ queryKey: ['videos', 'converts'], queryFn: () => read<VideoList>('/videos?limit=1') });
  const put = (files: readonly File[]) => void send(files, language).then(([first, ...more]) => first !== undefined && more.length === 0 && void go({ to: `/videos/${first}` }));
  const button = may('video.upload') && (
    <FileButton multiple accept={takes} onChange={(files) => files.length > 0 && put(files)}>
      {(props) => (
        <Button {...props} leftSection={<Icon name="upload" size={16} />}>
          {t('videos.upload')}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Frame title={t('videos.title')} about={t(data?.converts === false ? 'videos.as-they-are' : 'videos.about')} actions={button}>
      <DropField everywhere onFiles={put}>
        <TextInput mb="md" maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('videos.search')} aria-label={t('videos.search')} leftSection={<Icon name="search" size={16} />} />
        <VideoGrid words={words} onTake={(video) => void go({ to: `/videos/${video.id}` })} />
      </DropField>
    </Frame>
  );
}
