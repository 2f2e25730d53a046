/**
 * A film on a page. The browser's own controls: known to whoever uses them, played by keyboard, without script. Nothing
 * of the film is loaded before it is played; its room is held by its size.
 */
import type { ReactElement } from 'react';
import { Allow } from '../../../design/script.tsx';
import { sheet, Style } from '../../../design/sheet.tsx';
import type { Translate } from '../../../platform/words/translate.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { VideoSummary } from '../video.ts';

export interface VideoValues {
  readonly video: VideoSummary;
  readonly poster: PictureSummary | undefined;
  /** The story's own line below it; empty: the film's. */
  readonly caption: string;
  readonly reading: { readonly language: string; readonly t: Translate };
}

/** Nothing where there is nothing that browsers play. */
export function VideoView({ video, poster, caption, reading: { language, t } }: VideoValues): ReactElement | null {
  if (!video.ready) return null;
  const words = caption === '' ? video.description : caption;
  const lang = video.language === language ? undefined : video.language;
  return (
    <figure className="video">
      <Style of={videoSheet} />
      <Style of={shown(video)} />
      <Allow directive="media-src" source="'self'" />
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- its tracks are those that the film has */}
      <video id={`video-${video.id}`} controls playsInline preload="none" width={video.width} height={video.height} poster={posterOf(poster)} aria-label={t('video-named', { title: video.title })} lang={lang}>
        {video.sources.map(({ url, type, media }) => <source key={url} src={url} type={type} media={media ?? undefined} />)}
        {captionsFor(video, language).map((one) => <track key={one.language} kind="captions" src={one.url} srcLang={one.language} label={nameOf(one.language)} default={one.first} />)}
        <a href={video.sources.at(-1)!.url}>{t('video-fetch', { title: video.title })}</a>
      </video>
      <figcaption>
        <b>{t('video')}{video.duration === null ? null : <> <span>{length(video.duration)}</span></>}</b>
        <strong lang={lang}>{video.title}</strong>{' '}
        {words === '' ? null : <span lang={caption === '' ? lang : undefined}>{words} </span>}
        <small>{t('video-credit', { credit: video.credit })}</small>
      </figcaption>
    </figure>
  );
}

/** `2:34`, `1:02:03`. */
export function length(milliseconds: number): string {
  const all = Math.round(milliseconds / 1000);
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** In the page's language first, and on by themselves where the film is spoken in another. */
function captionsFor({ captions, language: spoken }: VideoSummary, language: string) {
  const base = (tag: string) => tag.split('-')[0];
  const ours = captions.findIndex((one) => base(one.language) === base(language));
  return captions.map((one, i) => ({ ...one, first: i === ours && base(spoken) !== base(language) })).toSorted((a, b) => Number(base(b.language) === base(language)) - Number(base(a.language) === base(language)));
}

/** A language as its own readers call it. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** One picture, since a poster takes no choice of sizes: as wide as the column on a sharp screen. */
function posterOf(poster: PictureSummary | undefined): string | undefined {
  const webp = poster?.sources.find(({ format }) => format === 'webp')?.widths ?? [];
  return (webp.find(({ width }) => width >= 1_000) ?? webp.at(-1))?.url ?? poster?.fallback ?? undefined;
}

/** The part of the poster that is shown where its shape is another than the film's. */
function shown({ id, posterAt: { x, y }, width, height }: VideoSummary) {
  return { name: `video-${id}`, css: `#video-${id}{aspect-ratio:${width}/${height};object-position:${x}% ${y}%}` };
}

const videoSheet = sheet(
  'video',
  `
  .video { margin-block: 2.25rem; border-top: 3px solid var(--ink) }
  .video video { display: block; width: 100%; height: auto; max-height: 85vh; background: #000; object-fit: cover }
  .video figcaption { padding-top: .6rem; color: var(--soft); font: .875rem/1.4 var(--sans); hyphens: manual; text-wrap: pretty }
  .video b { display: block; margin-bottom: .15rem; color: var(--accent); font-weight: 650; font-size: .8125rem }
  .video b span { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums }
  .video strong { display: block; margin-bottom: .2rem; color: var(--ink); font: 530 1.3rem/1.2 var(--display); letter-spacing: -.01em; text-wrap: balance }
  .video small { font-size: .8125rem; white-space: nowrap }
  .video video:fullscreen { object-fit: contain; max-height: none }
  @media print { .video { break-inside: avoid } .video video { max-height: 8cm } }
  `,
);
