/** What pages show of pictures, straight from the rows. */
import type { Db } from '../../platform/database/database.ts';
import type { Crop, Format, PictureSummary, RenditionSummary, Shape, ShapeSummary } from './picture.ts';
import { crops, formats, madeOf, mediaTypeOf, renditionUrl } from './picture.ts';
import { fallbackWidth, originOf } from './rules.ts';
import type { ShownPicture } from './store.ts';
import { readShown } from './store.ts';

/** By id, in one query; ids that nothing has are absent. */
export async function pictureSummaries(db: Db, ids: readonly string[]): Promise<Map<string, PictureSummary>> {
  const pictures = await readShown(db, ids);
  return new Map(pictures.map((picture) => [picture.id, summaryOf(picture)]));
}

export function summaryOf(picture: ShownPicture): PictureSummary {
  const { id, colour, caption, credit, language, decorative, usable_until: ends } = picture;
  const usable = !picture.sealed && picture.blocked_at === null && !picture.ended;
  const whole = usable ? shapeOf(picture, 'whole') : null;
  return {
    id, colour, alt: decorative ? '' : picture.alt, decorative, usable, ends: usable ? ends : null, origin: originOf(picture.source_type), caption, credit, language,
    ...(whole ?? { width: picture.width, height: picture.height, sources: [], fallback: null }),
    terms: { days: picture.days, onlyWith: picture.only_with, usableBy: picture.usable_by }, crops: usable ? cropsOf(picture) : {}, animated: picture.frames > 1, ready: whole !== null,
  };
}

/** The smallest JPEG: what lists in the desk show. */
export function thumbOf(picture: PictureSummary | null): string | null {
  return picture?.sources.find(({ format }) => format === 'jpeg')?.widths[0]?.url ?? null;
}

function cropsOf(picture: ShownPicture): Partial<Record<Crop, ShapeSummary>> {
  return Object.fromEntries(crops.flatMap((crop) => {
    const cropped = shapeOf(picture, crop);
    return cropped === null ? [] : [[crop, cropped]];
  }));
}

/** Null while it has no JPEG, which every browser shows. */
function shapeOf(picture: ShownPicture, shape: Shape): ShapeSummary | null {
  const sources = formats.map((format) => ({ format, type: mediaTypeOf[format], widths: renditionsIn(picture, shape, format) }))
    .filter(({ widths }) => widths.length > 0);
  const jpegs = sources.find(({ format }) => format === 'jpeg')?.widths ?? [];
  const greatest = jpegs.at(-1);
  const fallback = jpegs.findLast(({ width }) => width <= fallbackWidth) ?? jpegs[0];
  return greatest === undefined || fallback === undefined ? null : { width: greatest.width, height: greatest.height, sources, fallback: fallback.url };
}

function renditionsIn(picture: ShownPicture, shape: Shape, format: Format): RenditionSummary[] {
  const { id } = picture;
  return picture.renditions.filter((one) => one.shape === shape && one.format === format).toSorted((a, b) => a.width - b.width)
    .map(({ width, height }) => ({ width, height, url: renditionUrl({ id, made: madeOf(picture, shape), shape, width, format }) }));
}

