/**
 * HEIC, as phones write it: decoded by libheif in WebAssembly, which no damaged file can leave, into a TIFF in memory
 * that everything else reads like any other. libheif turns it upright itself.
 */
import { createRequire } from 'node:module';
import type { Refused } from '../result.ts';
import { refuse } from '../result.ts';
import type { Size } from './crop.ts';

export interface Heic extends Size {
  readonly hasTransparency: boolean;
  readonly hasColourProfile: boolean;
  /** Decodes it whole, with its colour profile: four bytes to a pixel. */
  toTiff(): Promise<Buffer | Refused<'corrupt'>>;
  close(): void;
}

/** Reads the head of the file; pixels stay undecoded. */
export function openHeic(file: Buffer): Heic | Refused<'corrupt'> {
  const { HeifDecoder } = library();
  let opened: HeifImage[] = [];
  try {
    opened = new HeifDecoder().decode(file);
  } catch {
    // What it throws at damage is a number.
  }
  const image = opened.find((one) => one.is_primary()) ?? opened[0];
  if (image === undefined) return refuse('corrupt', { reason: 'no picture in the HEIC' });
  const [width, height, profile] = [image.get_width(), image.get_height(), colourProfile(file)];
  return {
    width, height, hasTransparency: image.has_alpha_channel(), hasColourProfile: profile !== null,
    toTiff: () => toTiff(image, { width, height }, profile),
    close: () => opened.forEach((one) => one.free()),
  };
}

interface HeifImage {
  is_primary(): boolean;
  get_width(): number;
  get_height(): number;
  has_alpha_channel(): boolean;
  /** Fills `data` with red, green, blue and opacity of every pixel; calls back with null where it cannot. */
  display(into: { readonly data: Uint8Array; readonly width: number; readonly height: number }, done: (filled: unknown) => void): void;
  free(): void;
}

interface Heif {
  readonly HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] };
}

/** Loaded with the first HEIC only: it takes a quarter of a second. It brings no types. */
function library(): Heif {
  return createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as Heif;
}

async function toTiff(image: HeifImage, size: Size, profile: Buffer | null): Promise<Buffer | Refused<'corrupt'>> {
  const head = tiffHead(size, profile);
  const tiff = Buffer.alloc(head.length + size.width * size.height * 4);
  head.copy(tiff);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  try {
    image.display({ data: tiff.subarray(head.length), ...size }, (filled) => resolve(filled !== null));
  } catch {
    resolve(false);
  }
  return (await promise) ? tiff : refuse('corrupt', { reason: 'the HEIC cannot be decoded' });
}

/** A baseline TIFF (TIFF 6.0, sections 2 and 18) without compression, in one strip that follows it. */
function tiffHead({ width, height }: Size, profile: Buffer | null): Buffer {
  const short = 3;
  const long = 4;
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width], [257, long, 1, height], [258, short, 4, 0], [259, short, 1, 1], [262, short, 1, 2], [273, long, 1, 0],
    [277, short, 1, 4], [278, long, 1, height], [279, long, 1, width * height * 4], [338, short, 1, 2],
    ...(profile === null ? [] : [[34_675, 7, profile.length, 0] satisfies [number, number, number, number]]),
  ];
  const depths = 8 + 2 + entries.length * 12 + 4;
  const colours = depths + 8;
  const pixels = colours + (profile?.length ?? 0) + ((profile?.length ?? 0) % 2);
  const head = Buffer.alloc(pixels);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  const places: Readonly<Record<number, number>> = { 258: depths, 273: pixels, 34_675: colours };
  for (const [nth, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + nth * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(places[tag] ?? value, at + 8);
  }
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, depths + channel * 2);
  profile?.copy(head, colours);
  return head;
}

/** The ICC profile in the first `colr` box that has one (ISO/IEC 14496-12, 12.1.5): phones give all tiles the same. */
function colourProfile(file: Buffer): Buffer | null {
  const head = file.subarray(0, greatestHead);
  for (const kind of ['colrprof', 'colrrICC']) {
    const at = head.indexOf(kind, 0, 'latin1');
    if (at < 4) continue;
    const length = head.readUInt32BE(at - 4) - 12;
    const profile = head.subarray(at + 8, at + 8 + length);
    if (length >= 128 && profile.length === length && profile.toString('latin1', 36, 40) === 'acsp') return profile;
  }
  return null;
}

const greatestHead = 1024 * 1024;
