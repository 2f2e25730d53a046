/** What pages show of pictures, straight from the rows. */
import type { Db } from '../../platform/database/database.ts';
import type { Format, PictureSummary, RenditionSummary } from './picture.ts';
import { formats, mediaTypeOf, renditionUrl } from './picture.ts';
import { fallbackWidth, originOf } from './rules.ts';
import type { PictureWithRenditions } from './store.ts';
import { readPictures } from './store.ts';

/** By id, in one query; ids that nothing has are absent. */
export async function pictureSummaries(db: Db, ids: readonly string[]): Promise<Map<string, PictureSummary>> {
  const pictures = await readPictures(db, ids);
  return new Map(pictures.map((picture) => [picture.id, summaryOf(picture)]));
}

export function summaryOf(picture: PictureWithRenditions): PictureSummary {
  const { id, colour, caption, credit, language, decorative, usable_until: ends } = picture;
  const usable = !picture.sealed && picture.blocked_at === null && !picture.ended;
  const byFormat = new Map(formats.map((format) => [format, usable ? renditionsIn(picture, format) : []]));
  const sources = [...byFormat].filter(([, widths]) => widths.length > 0)
    .map(([format, widths]) => ({ format, type: mediaTypeOf[format], widths }));
  const jpegs = byFormat.get('jpeg') ?? [];
  const greatest = jpegs.at(-1) ?? picture;
  const fallback = jpegs.findLast(({ width }) => width <= fallbackWidth) ?? jpegs[0];
  return {
    id, colour, alt: decorative ? '' : picture.alt, decorative, usable, ends, origin: originOf(picture.source_type), caption, credit, language, sources, width: greatest.width, height: greatest.height,
    fallback: fallback?.url ?? null, ready: fallback !== undefined,
  };
}

/** The smallest JPEG: what lists in the desk show. */
export function thumbOf(picture: PictureSummary | null): string | null {
  return picture?.sources.find(({ format }) => format === 'jpeg')?.widths[0]?.url ?? null;
}

function renditionsIn({ id, made, renditions }: PictureWithRenditions, format: Format): RenditionSummary[] {
  return renditions.filter((one) => one.format === format).toSorted((a, b) => a.width - b.width)
    .map(({ width, height }) => ({ width, height, url: renditionUrl({ id, made, width, format }) }));
}
