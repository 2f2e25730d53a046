/**
 * Where the eye goes first in a small picture: what differs from the edges of the picture, what has the colour of skin,
 * what is sharp; a little rather in the middle. Pure. That the ground reaches the edges is the boundary prior of Wei et
 * al., Geodesic Saliency Using Background Priors (2012); faces and contrast draw the eye as Judd et al. measured,
 * Learning to Predict Where Humans Look (2009).
 */
import type { Focus, Size } from './crop.ts';

/** Eight bits to a channel, three channels, row after row. */
export interface SmallPicture extends Size {
  readonly data: Uint8Array;
}

const middle: Focus = { x: 0.5, y: 0.5 };

/** Of the strengths, each from 0 to 1. A face outweighs a bright jacket. */
const weights = { different: 1, skin: 1.5, sharp: 0.4 };
/** What lies in a corner counts so much less than what lies in the middle. */
const lessInCorners = 0.35;
/** Colours of the CIE's Lab closer than this look the same beside each other at a glance. */
const sameColour = 7;
/** Of the shorter side: the part in which most of what draws the eye is looked for. */
const windowPart = 0.35;
/** Where more of the picture looks like skin it is sand, wood or a sunset. */
const mostSkin = 0.45;

export function salientPoint(picture: SmallPicture): Focus {
  const { width, height } = picture;
  if (Math.min(width, height) < 4) return middle;
  const lab = toLab(picture);
  const different = differenceFromEdges(lab, picture);
  if (Math.max(...different) < sameColour) return middle;
  const [one, two, three] = [scaled(different), skinOf(picture), scaled(sharpness(lab, picture))];
  const strength = one.map((value, at) => (weights.different * value + weights.skin * two[at]! + weights.sharp * three[at]!) * nearMiddle(at, picture));
  return centreOfMass(strength, picture, strongestWindow(strength, picture));
}

type Lab = readonly [l: Float32Array, a: Float32Array, b: Float32Array];

/** CIE 15:2004, from sRGB (IEC 61966-2-1) under D65. */
function toLab({ data, width, height }: SmallPicture): Lab {
  const lab: Lab = [new Float32Array(width * height), new Float32Array(width * height), new Float32Array(width * height)];
  for (let at = 0; at < width * height; at++) {
    const [r, g, b] = [linear[data[at * 3]!]!, linear[data[at * 3 + 1]!]!, linear[data[at * 3 + 2]!]!];
    const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    lab[0][at] = 116 * y - 16;
    lab[1][at] = 500 * (x - y);
    lab[2][at] = 200 * (y - z);
  }
  return lab;
}

const linear = Array.from({ length: 256 }, (_, value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);

/** How far each pixel's colour is from that of the edge which is most like it: sky, floor and walls reach an edge. */
function differenceFromEdges(lab: Lab, { width, height }: Size): Float32Array {
  const deep = Math.max(1, Math.round(Math.min(width, height) / 16));
  const edges = [[0, 0, width, deep], [0, height - deep, width, height], [0, 0, deep, height], [width - deep, 0, width, height]] as const;
  const means = edges.map((edge) => lab.map((channel) => meanWithin(channel, width, edge)));
  const different = new Float32Array(width * height);
  for (let at = 0; at < different.length; at++) {
    different[at] = Math.min(...means.map((mean) => Math.hypot(lab[0][at]! - mean[0]!, lab[1][at]! - mean[1]!, lab[2][at]! - mean[2]!)));
  }
  return blurred(different, { width, height });
}

function meanWithin(channel: Float32Array, width: number, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += channel[y * width + x]!;
  return sum / ((right - left) * (bottom - top));
}

/** Skin of every shade lies in one small part of the plane of colour differences (Chai and Ngan, Face Segmentation, 1999). */
function skinOf({ data, width, height }: SmallPicture): Float32Array {
  const skin = new Float32Array(width * height);
  let count = 0;
  for (let at = 0; at < skin.length; at++) {
    const [r, g, b] = [data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!];
    const cb = 128 - 0.1687 * r - 0.3313 * g + 0.5 * b;
    const cr = 128 + 0.5 * r - 0.4187 * g - 0.0813 * b;
    if (cb < 77 || cb > 127 || cr < 136 || cr > 173 || r < 60) continue;
    skin[at] = 1;
    count += 1;
  }
  const trust = Math.max(0, 1 - count / skin.length / mostSkin);
  return blurred(skin.map((value) => value * trust), { width, height });
}

/** How much lightness changes from pixel to pixel: what is in focus. */
function sharpness([light]: Lab, { width, height }: Size): Float32Array {
  const sharp = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      sharp[at] = Math.hypot(light[at + 1]! - light[at - 1]!, light[at + width]! - light[at - width]!);
    }
  }
  return blurred(sharp, { width, height });
}

/** The mean of each pixel and its neighbours, twice. */
function blurred(values: Float32Array, { width, height }: Size): Float32Array {
  let from = values;
  for (const step of [1, width, 1, width]) {
    const last = step === 1 ? width - 1 : height - 1;
    from = from.map((value, at) => {
      const place = step === 1 ? at % width : Math.floor(at / width);
      return (value + from[place > 0 ? at - step : at]! + from[place < last ? at + step : at]!) / 3;
    });
  }
  return from;
}

/** To between 0 and 1; a single bright spot does not make all else nothing. */
function scaled(values: Float32Array): Float32Array {
  const greatest = values.toSorted()[Math.floor(values.length * 0.995)]!;
  return greatest <= 0 ? values : values.map((value) => Math.min(1, value / greatest));
}

function nearMiddle(at: number, { width, height }: Size): number {
  const [x, y] = [(at % width) / width - 0.5, Math.floor(at / width) / height - 0.5];
  return 1 - lessInCorners * 2 * (x * x + y * y);
}

/** Left and top of the square that holds most; found by a table of sums over everything above and to the left. */
function strongestWindow(strength: Float32Array, { width, height }: Size): { left: number; top: number; side: number } {
  const side = Math.max(2, Math.round(Math.min(width, height) * windowPart));
  const sums = new Float64Array((width + 1) * (height + 1));
  const row = width + 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sums[(y + 1) * row + x + 1] = strength[y * width + x]! + sums[y * row + x + 1]! + sums[(y + 1) * row + x]! - sums[y * row + x]!;
  }
  let best = { left: 0, top: 0, sum: -1 };
  for (let top = 0; top + side <= height; top++) {
    for (let left = 0; left + side <= width; left++) {
      const sum = sums[(top + side) * row + left + side]! - sums[top * row + left + side]! - sums[(top + side) * row + left]! + sums[top * row + left]!;
      if (sum > best.sum) best = { left, top, sum };
    }
  }
  return { ...best, side };
}

/** Within the window, and by the strongest in it: the ground around a small subject weighs nothing. */
function centreOfMass(strength: Float32Array, { width, height }: Size, { left, top, side }: { left: number; top: number; side: number }): Focus {
  let [sum, x, y] = [0, 0, 0];
  for (let row = top; row < top + side; row++) {
    for (let column = left; column < left + side; column++) {
      const weight = strength[row * width + column]! ** 2;
      sum += weight;
      x += weight * (column + 0.5);
      y += weight * (row + 0.5);
    }
  }
  return sum === 0 ? middle : { x: toThousandths(x / sum / width), y: toThousandths(y / sum / height) };
}

function toThousandths(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 1) * 1_000) / 1_000;
}
