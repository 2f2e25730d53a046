/** One film: how it looks, what is said of it, its poster, its captions, its qualities. */
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { CaptionsPart } from './captions-part.tsx';
import { ConversionPart } from './conversion-part.tsx';
import { PosterPart } from './poster-part.tsx';
import { RightsPart } from './rights-part.tsx';
import type { Video } from './types.ts';
import { minutes } from './types.ts';
import { useVideo } from './use-videos.ts';
import { VideoFields } from './video-fields.tsx';
import './videos.css';

export function View(): ReactElement {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { t } = useWords();
  const { data, error, refetch } = useVideo(id);
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <Frame title={data.title || data.name} width="list" actions={<Button component={Link} to="/videos" variant="default">{t('videos.all')}</Button>}>
      <Parts key={data.id} video={data} />
    </Frame>
  );
}

function Parts({ video }: { readonly video: Video }): ReactElement {
  const { t } = useWords();
  const player = useRef<HTMLVideoElement>(null);
  const facts = [video.name, `${video.width} × ${video.height}`, minutes(video.duration), `${(video.bytes / 1_000_000).toFixed(1)} MB`, video.codecs.video.toUpperCase()].filter((one) => one !== '');
  return (
    <div className="videos-one">
      <div className="videos-left">
        {video.sources.length === 0 ? (
          <p className="videos-nothing">{t(video.blocked === null ? 'videos.not-yet' : 'videos.is-blocked')}</p>
        ) : (
          // eslint-disable-next-line jsx-a11y/media-has-caption -- its tracks are those that the film has
          <video key={video.sources.map(({ url }) => url).join(' ')} ref={player} className="videos-player" controls playsInline preload="metadata" poster={video.poster?.url ?? undefined} width={video.width} height={video.height} style={{ aspectRatio: `${video.width} / ${video.height}`, objectPosition: `${video.posterAt.x}% ${video.posterAt.y}%` }} aria-label={video.title || video.name}>
            {video.sources.map(({ url, type }) => <source key={url} src={url} type={type} />)}
            {video.captions.map(({ url, language }) => <track key={url} kind="captions" src={url} srcLang={language} label={language} />)}
          </video>
        )}
        <p className="videos-facts">{facts.join(' · ')}</p>
        <PosterPart video={video} player={player} />
      </div>
      <div className="videos-right">
        <VideoFields video={video} />
        <CaptionsPart video={video} />
        <ConversionPart video={video} />
        <RightsPart video={video} />
      </div>
    </div>
  );
}
