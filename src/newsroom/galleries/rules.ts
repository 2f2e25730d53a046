/** What the newsroom has decided about galleries. */
import type { PictureSummary } from '../pictures/picture.ts';
import { missingToPublish as missingOfPicture } from '../pictures/rules.ts';
import type { GallerySummary } from './gallery.ts';

/** Nobody pages through more; a story of that many pictures is several. */
export const greatestGallery = 200;
export const longestTitle = 200;
export const longestLead = 2_000;
export const longestCaption = 2_000;

export type PicturesById = ReadonlyMap<string, PictureSummary>;

export interface ShownPicture {
  readonly picture: PictureSummary;
  /** The gallery's own; empty: the picture's. */
  readonly caption: string;
}

/** What readers see of a gallery: those of its pictures that may be shown. Blocked and ended ones are not there. */
export function shownPictures(gallery: GallerySummary, pictures: PicturesById): ShownPicture[] {
  return gallery.pictures.flatMap(({ id, caption }) => {
    const picture = pictures.get(id);
    return picture?.ready === true && picture.usable ? [{ picture, caption }] : [];
  });
}

export interface MissingOfGallery {
  readonly name: 'gallery' | 'gallery-empty' | 'gallery-credit' | 'gallery-alt';
  /** For the sentence. */
  readonly values: { readonly title: string; readonly count: number };
}

/**
 * What stands between a gallery and its readers. A picture whose right has ended is no hindrance: it is left out;
 * a gallery with none left is.
 */
export function missingToPublish(gallery: GallerySummary | undefined, pictures: PicturesById): MissingOfGallery[] {
  if (gallery === undefined) return [{ name: 'gallery', values: { title: '', count: 0 } }];
  const usable = gallery.pictures.flatMap(({ id }) => pictures.get(id) ?? []).filter((picture) => picture.usable);
  const { title } = gallery;
  if (usable.length === 0) return [{ name: 'gallery-empty', values: { title, count: 0 } }];
  const lacking = (what: 'credit' | 'alt') => usable.filter((picture) => missingOfPicture(picture).includes(what)).length;
  return (['credit', 'alt'] as const).flatMap((what) => (lacking(what) === 0 ? [] : [{ name: `gallery-${what}` as const, values: { title, count: lacking(what) } }]));
}
