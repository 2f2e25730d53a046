/** What a picture looks like at a glance: its colour, where the eye goes first, and whether it is like another one. */
import type { Focus } from './crop.ts';
import type { Raw } from './raw.ts';
import { fromRaw, toRaw } from './raw.ts';
import { salientPoint } from './saliency.ts';

export interface Look {
  /** The average as `#rrggbb`. */
  readonly colour: string;
  /** Where the eye goes first, as far as a rule can tell. */
  readonly guess: Focus;
  /** 64 letters 0 and 1: pictures that look alike differ in few of them. */
  readonly perceptualHash: string;
}

export async function lookOf(picture: Raw): Promise<Look> {
  return { colour: averageColour(picture), guess: await guessFocus(picture), perceptualHash: await perceptualHashOf(picture) };
}

/** Small enough to be quick, large enough for a face in a crowd. */
const glance = 128;

async function guessFocus(picture: Raw): Promise<Focus> {
  const small = await toRaw(fromRaw(picture).resize({ width: glance, height: glance, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColourspace('srgb'));
  const { width, height, channels } = small.info;
  return salientPoint({ width, height, data: channels === 3 ? small.data : threeOf(small) });
}

/** Grey as red, green and blue. */
function threeOf({ data, info: { width, height, channels } }: Raw): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, at) => data[Math.floor(at / 3) * channels]!);
}

const side = 32;
const kept = 8;
/** The cosines of the transform: `waves[frequency][place]`. */
const waves = Array.from({ length: kept + 1 }, (_, frequency) => Array.from({ length: side }, (__, place) => Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * side))));

/**
 * The signs of the 64 lowest frequencies of a discrete cosine transform, against their median (Zauner, Implementation
 * and Benchmarking of Perceptual Image Hash Functions, 2010, 3.2.1). Other sizes, formats and brightness keep it; another detail does not.
 */
async function perceptualHashOf(picture: Raw): Promise<string> {
  const { data } = await toRaw(fromRaw(picture).greyscale().resize({ width: side, height: side, fit: 'fill' }).toColourspace('b-w'));
  const columns = waves.map((wave) => Array.from({ length: side }, (_, y) => wave.reduce((sum, cosine, x) => sum + cosine * data[y * side + x]!, 0)));
  // The first row and column tell how bright it is, not what it shows.
  const strengths = waves.slice(1).flatMap((wave) => columns.slice(1).map((column) => wave.reduce((sum, cosine, y) => sum + cosine * column[y]!, 0)));
  const sorted = strengths.toSorted((a, b) => a - b);
  const median = (sorted[31]! + sorted[32]!) / 2;
  return strengths.map((strength) => (strength > median ? '1' : '0')).join('');
}

function averageColour({ data, info: { channels } }: Raw): string {
  const sums = [0, 0, 0];
  // Every seventh pixel tells the same as all of them.
  const step = channels * 7;
  let count = 0;
  for (let at = 0; at + 2 < data.length; at += step) {
    for (let channel = 0; channel < 3; channel++) sums[channel]! += data[at + Math.min(channel, channels - 1)]!;
    count += 1;
  }
  return `#${sums.map((sum) => Math.round(sum / Math.max(count, 1)).toString(16).padStart(2, '0')).join('')}`;
}
