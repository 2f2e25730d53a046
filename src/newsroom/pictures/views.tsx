/** A picture on a page: the sizes and formats that there are, and the browser chooses. Every byte of it counts. */
import type { ReactElement } from 'react';
import { Style } from '../../design/sheet.tsx';
import type { Translate } from '../../platform/words/translate.ts';
import type { PictureSummary } from './picture.ts';

export interface PictureValues {
  readonly picture: PictureSummary;
  /** How wide it stands, as in the `sizes` attribute. */
  readonly sizes: string;
  /** The page's first picture: fetched at once, before scripts and other pictures. */
  readonly first?: boolean;
  /** In place of the picture's own; empty where the text beside it says the same. */
  readonly alt?: string;
}

/** Nothing while no rendition is there yet. */
export function Picture({ picture, sizes, first = false, alt = picture.alt }: PictureValues): ReactElement | null {
  if (picture.fallback === null) return null;
  const { width, height, fallback } = picture;
  const colour = ground(picture.colour);
  return (
    <picture className="picture">
      <Style of={colour} />
      {picture.sources.map(({ format, type, widths }) => (format === 'jpeg' ? null : (
        <source key={format} type={type} srcSet={widths.map((one) => `${one.url} ${one.width}w`).join(',')} sizes={sizes} />
      )))}
      <img className={colour.name} src={fallback} alt={alt} width={width} height={height} {...(first ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const, decoding: 'async' as const })} />
    </picture>
  );
}

/** Whose it is, as the language is used to say it, and how it came to be where a machine had a part in it. */
export function PictureCredit({ picture: { credit, origin }, t }: { readonly picture: PictureSummary; readonly t: Translate }): ReactElement {
  return (
    <>
      {credit === '' ? null : <small>{t('picture-credit', { credit })}</small>}
      {origin === null ? null : <small> {t(`picture-${origin}`)}</small>}
    </>
  );
}

/** Its average colour, until it is there: a rule of the page's own, since a style attribute would be refused. */
function ground(colour: string): { readonly name: string; readonly css: string } {
  // Sixteen steps of each: a page with thirty pictures says few of them twice, and none looks wrong.
  const name = `g${[1, 3, 5].map((at) => colour[at] ?? '0').join('')}`;
  return { name, css: `.${name}{background:#${name.slice(1)}}` };
}
