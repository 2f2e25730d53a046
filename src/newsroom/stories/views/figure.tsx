/** A picture with its caption and its credit. */
import type { ReactElement } from 'react';
import { sheet, Style } from '../../../design/sheet.tsx';
import type { PictureSummary } from '../../pictures/picture.ts';
import { Picture, PictureCredit } from '../../pictures/views.tsx';
import type { Reading } from './context.ts';
import { otherLanguage } from './context.ts';

export interface FigureValues {
  readonly picture: PictureSummary;
  /** The story's own caption; empty: the picture's. */
  readonly caption: string;
  readonly reading: Reading;
  /** How wide it stands, as in the `sizes` attribute. */
  readonly sizes: string;
  /** The page's first picture: fetched at once. */
  readonly first?: boolean;
}

export function Figure({ picture, caption, reading, sizes, first = false }: FigureValues): ReactElement | null {
  if (!picture.ready) return null;
  const words = caption === '' ? picture.caption : caption;
  return (
    <figure className="figure">
      <Style of={figureSheet} />
      <Picture picture={picture} sizes={sizes} first={first} />
      {words === '' && picture.credit === '' && picture.origin === null ? null : (
        <figcaption>
          {words === '' ? null : <span lang={caption === '' ? otherLanguage(picture.language, reading) : undefined}>{words} </span>}
          <PictureCredit picture={picture} t={reading.t} />
        </figcaption>
      )}
    </figure>
  );
}

const figureSheet = sheet(
  'figure',
  `
  .figure figcaption { padding-top: .55rem; color: var(--soft); font: .875rem/1.4 var(--sans); hyphens: manual; text-wrap: pretty }
  .figure small { font-size: .8125rem; white-space: nowrap }
  .body .figure { margin-block: 2rem }
  @media print { .figure { break-inside: avoid } .figure img { max-height: 9cm; width: auto; max-width: 100% } }
  `,
);
