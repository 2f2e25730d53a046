/** Reads what a picture is and says of itself. Runs in the darkroom's own process, or in a command. */
import sharp from 'sharp';
import type { Metadata, SharpOptions } from 'sharp';
import type { Refused } from '../result.ts';
import type { Size } from './crop.ts';
import { isRefused, refuse } from '../result.ts';
import { bytesToTell, formatOf, isReadable, mediaTypes } from './format.ts';
import type { ReadableFormat } from './format.ts';
import { framesOf } from './frames.ts';
import type { Heic } from './heic.ts';
import { openHeic } from './heic.ts';
import { greatestBytes, greatestMovingPixels, greatestPixels, greatestPixelsAtOnce, mostFrames } from './limits.ts';
import { readMetadata } from './metadata.ts';
import type { PictureMetadata } from './metadata.ts';
import { secondNatureOf } from './second-nature.ts';

/**
 * Why a file is refused. `not-a-picture`: nothing that anybody would call one. `unsupported-type`: known, and not read
 * here (detail `kind`). `too-large`: bytes (detail `most`). `too-many-pixels` (details `width`, `height`, `most`).
 * `too-many-frames`: an animation without end (details `frames`, `most`). `two-things`: a picture and something else
 * that programs open or run (detail `kind`). `corrupt`: damaged or cut off (detail `reason`, in English, for the technician).
 */
export type PictureRefusal = Refused<'not-a-picture' | 'unsupported-type' | 'too-large' | 'too-many-pixels' | 'too-many-frames' | 'two-things' | 'corrupt'>;

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
  /** More than one: an animation. Of a document of several pages the first is the picture. */
  readonly frames: number;
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
  const kind = secondNatureOf(file);
  if (kind !== null) return refuse('two-things', { kind });
  if (format === 'heic') return readHeic(file);
  const frames = framesOf(file);
  if (frames > mostFrames) return refuse('too-many-frames', { frames, most: mostFrames });
  const read = await orCorrupt(() => sharp(file, { ...decoding, limitInputPixels: false }).metadata());
  if (isRefused(read)) return read;
  return tooManyPixels(format, read, frames) ?? factsOf(file, { format, read, frames });
}

/** The file as the decoder takes it, checked before its pixels are: HEIC as a TIFF, everything else as it came. */
export async function decodable(file: Buffer): Promise<Buffer | PictureRefusal> {
  if (formatOf(file.subarray(0, bytesToTell)) !== 'heic') return file;
  const opened = openHeic(file);
  if (isRefused(opened)) return opened;
  try {
    return tooManyAtOnce(opened) ?? await opened.toTiff();
  } finally {
    opened.close();
  }
}

/** Decodes the whole picture and throws it away: whether every part of it is there. */
export async function isWhole(given: Buffer): Promise<true | PictureRefusal> {
  const file = await decodable(given);
  if (isRefused(file)) return file;
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

function tooManyPixels(format: ReadableFormat, { width, height, pageHeight, isProgressive }: Metadata, frames: number): PictureRefusal | null {
  const size = { width, height: pageHeight ?? height };
  if (frames > 1 && width * size.height * frames > greatestMovingPixels) return refuse('too-many-pixels', { ...size, most: greatestMovingPixels });
  if (isProgressive === true || format === 'webp' || format === 'avif' || format === 'gif') return tooManyAtOnce(size);
  return width * height > greatestPixels ? refuse('too-many-pixels', { width, height, most: greatestPixels }) : null;
}

function tooManyAtOnce({ width, height }: Size): PictureRefusal | null {
  return width * height > greatestPixelsAtOnce ? refuse('too-many-pixels', { width, height, most: greatestPixelsAtOnce }) : null;
}

function readHeic(file: Buffer): PictureFacts | PictureRefusal {
  const opened = openHeic(file);
  if (isRefused(opened)) return opened;
  opened.close();
  return tooManyAtOnce(opened) ?? factsOfHeic(file, opened);
}

function factsOfHeic(file: Buffer, { width, height, hasColourProfile, hasTransparency }: Heic): PictureFacts {
  return {
    format: 'heic', mediaType: mediaTypes.heic, bytes: file.length, width, height, orientation: 1, colourSpace: 'srgb', hasColourProfile, hasTransparency,
    frames: 1, metadata: readMetadata(file),
  };
}

function factsOf(file: Buffer, { format, read, frames }: { format: ReadableFormat; read: Metadata; frames: number }): PictureFacts {
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
    frames,
    metadata: readMetadata(file),
  };
}
