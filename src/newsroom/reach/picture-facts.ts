/** The one file of a picture that other sites and feeds are shown. */
import type { PictureSummary, RenditionSummary } from '../pictures/picture.ts';

/** Wide enough for a large preview, small enough to be fetched: the JPEG nearest to this width from above. */
const wanted = 1_200;

/** Null while there is no rendition. */
export function sharedRendition(picture: PictureSummary | null | undefined): RenditionSummary | null {
  const widths = picture?.sources.find(({ format }) => format === 'jpeg')?.widths ?? [];
  return widths.find(({ width }) => width >= wanted) ?? widths.at(-1) ?? null;
}
