/** Films side by side, the newest first: each with its poster, its length, and what it still lacks. */
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty } from '../../../design/desk/states.tsx';
import { Tile, Tiles } from '../../../design/desk/tiles.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Video } from './types.ts';
import { minutes } from './types.ts';
import './videos.css';

export function VideoGrid({ words, onTake }: { readonly words: string; readonly onTake: (video: Video) => void }): ReactElement {
  const { t } = useWords();
  return (
    <Tiles<Video>
      path="/videos" words={words} large none={<Empty title={t('videos.none')}><p>{t('videos.none.begin')}</p></Empty>} noneFound={t('videos.none-found')}
      tile={(video) => <VideoTile video={video} onTake={onTake} />}
    />
  );
}

function VideoTile({ video, onTake }: { readonly video: Video; readonly onTake: (video: Video) => void }): ReactElement {
  const { t } = useWords();
  const { title, name, language, poster, duration, credit, missing, warnings } = video;
  const frame = (
    <>
      {poster?.url == null ? <Icon name="video" size={32} /> : <img src={poster.url} alt="" loading="lazy" />}
      {duration !== null && <span className="videos-length">{minutes(duration)}</span>}
    </>
  );
  const lacks = [...missing.map((one) => one.name), ...warnings].map((one) => t(`videos.missing.${one}`)).join(' ');
  return <Tile frame={frame} name={title || name} lang={language} about={credit} lacks={lacks} onTake={() => onTake(video)} />;
}
