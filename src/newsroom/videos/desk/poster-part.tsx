/** The picture before the film plays: one of the library, or a frame of the film itself, grabbed here in the browser. */
import { Button, Slider } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask, read } from '../../../platform/browser/api.ts';
import { PictureChooser, usePicture } from '../../pictures/desk/lent.ts';
import type { Video } from './types.ts';
import { useChangeVideo } from './use-videos.ts';

export function PosterPart({ video, player }: { readonly video: Video; readonly player: RefObject<HTMLVideoElement | null> }): ReactElement {
  const { t } = useWords();
  const [choosing, setChoosing] = useState(false);
  const change = useChangeVideo(video.id);
  const { busy, send } = useSending();
  const grab = async () => {
    const file = player.current === null ? null : await frameOf(player.current);
    if (file === null) return tellProblem(new Error('nothing is shown'), t);
    await send(async () => {
      const form = new FormData();
      // As it stands by now: a field that was just left is saved while the frame is taken.
      const { language, credit, title } = await read<Video>(`/videos/${video.id}`);
      form.set('language', language);
      form.set('credit', credit);
      form.set('alt', title);
      form.set('file', file, file.name);
      const { id } = await ask<{ readonly id: string }>('POST', '/pictures', { body: form });
      await change({ poster: id });
    }, { said: t('videos.poster-taken'), refresh: ['pictures'] });
  };
  return (
    <section className="videos-part" aria-labelledby="videos-poster">
      <h2 id="videos-poster">{t('videos.poster')}</h2>
      {video.poster === null ? <p className="videos-missing">{t('videos.missing.poster')}</p> : <Shown key={video.poster.id} video={video} />}
      <p className="videos-acts">
        {video.sources.length > 0 && <Button size="xs" variant="default" loading={busy} onClick={() => void grab()}>{t('videos.poster-grab')}</Button>}
        <Button size="xs" variant="default" onClick={() => setChoosing(true)}>{t('videos.poster-choose')}</Button>
      </p>
      <PictureChooser
        open={choosing} language={video.language} onClose={() => setChoosing(false)}
        onChoose={(poster) => {
          setChoosing(false);
          void send(() => change({ poster }));
        }}
      />
    </section>
  );
}

/** As the page will cut it. What is cut away at two sides can be chosen, by mouse, finger or arrow keys. */
function Shown({ video }: { readonly video: Video }): ReactElement {
  const { t, locale } = useWords();
  const picture = usePicture(video.poster?.id ?? null);
  const change = useChangeVideo(video.id);
  const [at, setAt] = useState(video.posterAt);
  const side = picture === undefined ? null : cutSide(picture, video);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <div className="videos-poster">
      {video.poster?.url != null && <img src={video.poster.url} alt="" style={{ aspectRatio: `${video.width} / ${video.height}`, objectPosition: `${at.x}% ${at.y}%` }} />}
      {side !== null && (
        <div>
          <p className="videos-facts">{t('videos.poster-cut')}</p>
          <span className="videos-slider" aria-hidden="true">{t(`videos.poster-${side}`)}</span>
          <Slider
            size="sm" thumbLabel={t(`videos.poster-${side}`)} label={(value) => percent.format(value / 100)} value={at[side]} onChange={(value) => setAt({ ...at, [side]: value })}
            onChangeEnd={(value) => void change({ posterAt: { ...at, [side]: value } }).catch((error: unknown) => tellProblem(error, t))}
          />
        </div>
      )}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A difference of shape that nobody sees. */
const sameShape = 0.02;

/** Along which side a poster is cut to the film's shape; null where it has that shape. */
function cutSide(poster: Size, film: Size): 'x' | 'y' | null {
  const wider = (poster.width * film.height) / (poster.height * film.width);
  return Math.abs(wider - 1) < sameShape ? null : wider > 1 ? 'x' : 'y';
}

/** What the player shows, in the film's own size. */
async function frameOf(player: HTMLVideoElement): Promise<File | null> {
  if (player.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) await loaded(player);
  const canvas = document.createElement('canvas');
  canvas.width = player.videoWidth;
  canvas.height = player.videoHeight;
  const brush = canvas.getContext('2d');
  if (brush === null || canvas.width === 0) return null;
  brush.drawImage(player, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  return blob === null ? null : new File([blob], `${Math.round(player.currentTime)}s.jpg`, { type: 'image/jpeg' });
}

/** The first frame, where the film was never played. */
function loaded(player: HTMLVideoElement): Promise<unknown> {
  return new Promise((resolve) => {
    player.addEventListener('loadeddata', resolve, { once: true });
    player.addEventListener('error', resolve, { once: true });
    player.preload = 'auto';
    player.load();
  });
}
