/** Reads what a picture is and says of itself. Runs in the darkroom's own process, or in a command. */
import sharp from 'sharp';
import type { Metadata, SharpOptions } from 'sharp';
import type { Refused } from '../result.ts';
import { isRefused, refuse } from '../result.ts';
import { bytesToTell, formatOf, isReadable, mediaTypes } from './format.ts';
import type { ReadableFormat } from './format.ts';
import { greatestBytes, greatestPixels, greatestPixelsAtOnce } from './limits.ts';
import { readMetadata } from './metadata.ts';
import type { PictureMetadata } from './metadata.ts';

/**
 * Why a file is refused. `not-a-picture`: nothing that anybody would call one. `unsupported-type`: known, and not read
 * here (detail `kind`). `too-large`: bytes (detail `most`). `too-many-pixels` (details `width`, `height`, `most`).
 * `corrupt`: damaged or cut off (detail `reason`, in English, for the technician).
 */
export type PictureRefusal = Refused<'not-a-picture' | 'unsupported-type' | 'too-large' | 'too-many-pixels' | 'corrupt'>;

export interface PictureFacts {
  readonly format: ReadableFormat;
  readonly mediaType: string;
  readonly bytes: number;
  /** In pixels, as it is looked at: after the orientation that the camera noted. */
  readonly width: number;
  readonly height: number;
  /** EXIF's 1 to 8; 1 where the file says none. */
  readonly orientation: number;
  /** As the decoder names it: `srgb`, `cmyk`, `b-w`, `rgb16`, `lab`. */
  readonly colourSpace: string;
  readonly hasColourProfile: boolean;
  readonly hasTransparency: boolean;
  /** Of an animation or a document of several pages. */
  readonly pages: number;
  readonly metadata: PictureMetadata;
}

// One thread for each picture: the machine serves pages meanwhile. And nothing is kept in between.
sharp.concurrency(1);
sharp.cache(false);

export const decoding: SharpOptions = { failOn: 'error', limitInputPixels: greatestPixels, sequentialRead: true };

/** Reads the head of the file; pixels stay undecoded, so a file that is cut off is not found out here. */
export async function readPicture(file: Buffer): Promise<PictureFacts | PictureRefusal> {
  if (file.length > greatestBytes) return refuse('too-large', { bytes: file.length, most: greatestBytes });
  const format = formatOf(file.subarray(0, bytesToTell));
  if (format === null) return refuse('not-a-picture');
  if (!isReadable(format)) return refuse('unsupported-type', { kind: format });
  const read = await orCorrupt(() => sharp(file, { ...decoding, limitInputPixels: false }).metadata());
  if (isRefused(read)) return read;
  return tooManyPixels(read) ?? factsOf(file, format, read);
}

/** Decodes the whole picture and throws it away: whether every part of it is there. */
export async function isWhole(file: Buffer): Promise<true | PictureRefusal> {
  const decoded = await orCorrupt(() => sharp(file, decoding).resize({ width: 64, height: 64, fit: 'inside', fastShrinkOnLoad: false }).raw().toBuffer());
  return isRefused(decoded) ? decoded : true;
}

/** What the decoder throws at a damaged file is expected. */
export async function orCorrupt<T>(work: () => Promise<T>): Promise<T | Refused<'corrupt' | 'too-many-pixels'>> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : String(error);
    return /exceeds pixel limit/iu.test(reason) ? refuse('too-many-pixels', { most: greatestPixels }) : refuse('corrupt', { reason });
  }
}

function tooManyPixels({ width, height, isProgressive }: Metadata): PictureRefusal | null {
  const most = isProgressive === true ? greatestPixelsAtOnce : greatestPixels;
  return width * height > most ? refuse('too-many-pixels', { width, height, most }) : null;
}

function factsOf(file: Buffer, format: ReadableFormat, read: Metadata): PictureFacts {
  const { width, height } = read.autoOrient;
  return {
    format,
    mediaType: mediaTypes[format],
    bytes: file.length,
    width,
    height: read.pageHeight ?? height,
    orientation: read.orientation ?? 1,
    colourSpace: read.space,
    hasColourProfile: read.icc !== undefined,
    hasTransparency: read.hasAlpha,
    pages: read.pages ?? 1,
    metadata: readMetadata(file),
  };
}
