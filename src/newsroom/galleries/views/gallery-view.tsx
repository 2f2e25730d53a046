/**
 * A gallery on a page: pictures side by side, to swipe; without script one below the other, and so on paper.
 * The script (gallery.client.ts) adds keys, buttons, the address of each picture and the large view.
 */
import type { ReactElement } from 'react';
import { Script } from '../../../design/script.tsx';
import { Style } from '../../../design/sheet.tsx';
import type { Translate } from '../../../platform/words/translate.ts';
import { Picture, PictureCredit } from '../../pictures/views.tsx';
import type { GallerySummary } from '../gallery.ts';
import type { PicturesById, ShownPicture } from '../rules.ts';
import { shownPictures } from '../rules.ts';
import { gallerySheet } from './gallery-sheet.ts';

export interface GalleryValues {
  readonly gallery: GallerySummary;
  readonly pictures: PicturesById;
  readonly reading: { readonly language: string; readonly t: Translate };
  /** How many galleries stand before it on the page. */
  readonly nth: number;
}

/** Nothing where no picture is left that may be shown. */
export function GalleryView({ gallery, pictures, reading, nth }: GalleryValues): ReactElement | null {
  const shown = shownPictures(gallery, pictures);
  if (shown.length === 0) return null;
  const { t, language } = reading;
  const lang = gallery.language === language ? undefined : gallery.language;
  return (
    <section className="gallery" aria-label={t('gallery')}>
      <Style of={gallerySheet} />
      <Script of="gallery" />
      <header>
        <h2 lang={lang}>{gallery.title}</h2>
        <Buttons count={shown.length} t={t} />
      </header>
      {gallery.lead === '' ? null : <p lang={lang}>{gallery.lead}</p>}
      <div className="strip" tabIndex={0} role="group" aria-label={t('gallery-count', { count: shown.length })}>
        {shown.map((one, i) => (
          <Slide key={one.picture.id} id={slideId(nth, i)} place={`${i + 1} / ${shown.length}`} shown={one} language={gallery.language} reading={reading} />
        ))}
      </div>
      <p className="away" aria-live="polite" data-say={t('gallery-place', { n: '#', count: shown.length })} />
    </section>
  );
}

/** `#bild-3` is the third picture of the first gallery of a page, `#galerie-2-bild-3` of the second. */
export function slideId(nth: number, index: number): string {
  return `${nth === 0 ? '' : `galerie-${nth + 1}-`}bild-${index + 1}`;
}

/** Shown by the script, which they are for. */
function Buttons({ count, t }: { readonly count: number; readonly t: Translate }): ReactElement {
  return (
    <p hidden>
      {count === 1 ? null : (
        <>
          <button type="button" aria-label={t('gallery-previous')} />
          <button type="button" aria-label={t('gallery-next')} />
        </>
      )}
      <button type="button" data-close={t('gallery-close')}>
        {t('gallery-open')}
      </button>
    </p>
  );
}

interface SlideValues extends Pick<GalleryValues, 'reading'> {
  readonly id: string;
  readonly place: string;
  readonly shown: ShownPicture;
  /** Of the gallery. */
  readonly language: string;
}

function Slide({ id, place, shown: { picture, caption }, language, reading }: SlideValues): ReactElement {
  const words = caption === '' ? picture.caption : caption;
  const spoken = caption === '' ? picture.language : language;
  return (
    <figure id={id}>
      <Picture picture={picture} sizes="(min-width:66rem) 62rem,100vw" />
      <figcaption>
        <b>{place}</b> {words === '' ? null : <span lang={spoken === reading.language ? undefined : spoken}>{words} </span>}
        <PictureCredit picture={picture} t={reading.t} />
      </figcaption>
    </figure>
  );
}
