/** Films side by side, the newest first: each with its poster, its length, and what it still lacks. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { address, read } from '../../../platform/browser/api.ts';
import type { Video, VideoList } from './types.ts';
import { minutes } from './types.ts';
import './videos.css';

export function VideoGrid({ words, onTake }: { readonly words: string; readonly onTake: (video: Video) => void }): ReactElement {
  const { t } = useWords();
  const [asked] = useDebouncedValue(words.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: ['videos', asked],
    queryFn: ({ pageParam, signal }) => read<VideoList>(address('/videos', { q: asked, cursor: pageParam, limit: 30 }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (pages.error !== null) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  if (pages.data === undefined) return <Waiting />;
  const videos = pages.data.pages.flatMap((page) => page.items);
  if (videos.length === 0) return <Empty title={t(asked === '' ? 'videos.none' : 'videos.none-found')} />;
  return (
    <>
      <ul className="videos-grid">
        {videos.map((video) => (
          <li key={video.id}>
            <VideoTile video={video} onTake={onTake} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('desk.more')}
        </Button>
      )}
    </>
  );
}

function VideoTile({ video, onTake }: { readonly video: Video; readonly onTake: (video: Video) => void }): ReactElement {
  const { t } = useWords();
  const lacks = [...video.missing.map(({ name }) => t(`videos.missing.${name}`)), ...video.warnings.map((name) => t(`videos.missing.${name}`))].join(' ');
  return (
    <button type="button" className="videos-tile" onClick={() => onTake(video)}>
      <span className="videos-tile-picture">
        {video.poster?.url == null ? <Icon name="video" size={32} /> : <img src={video.poster.url} alt="" loading="lazy" />}
        <span className="videos-tile-length">{minutes(video.duration)}</span>
      </span>
      <span className="videos-tile-name">{video.title || video.name}</span>
      {lacks === '' ? <span className="videos-tile-credit">{video.credit}</span> : <span className="videos-tile-missing">{lacks}</span>}
    </button>
  );
}
