/** How renditions come to be: decoded in a darkroom, kept as objects, named by what they are made from. */
import { createHash } from 'node:crypto';
import type { House } from '../../platform/feature.ts';
import type { Darkroom } from '../../platform/images/darkroom.ts';
import { openDarkroom } from '../../platform/images/darkroom.ts';
import type { Cut, Developed } from '../../platform/images/develop.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import type { Format, StatedFacts } from './picture.ts';
import { crops, formats, shapes } from './picture.ts';
import { cropRules, cropWidths, focalPointOf, remakeAfter, renditionWidths, widths, writtenMetadata } from './rules.ts';
import type { Looks, PictureWithRenditions, StoredRendition } from './store.ts';

/** For uploads, where somebody waits; and for what is made later. Each starts a process only while it has work. */
export const quickDarkroom: Darkroom = openDarkroom({ niceness: 5 });
export const patientDarkroom: Darkroom = openDarkroom({ niceness: 10 });

/** `quick`: what a picture is usable with. `slow`: what most readers get, and takes five times as long. */
export type Pace = 'quick' | 'slow' | 'any';

const paces: Readonly<Record<'still' | 'moving', Readonly<Record<Pace, readonly Format[]>>>> = {
  still: { quick: ['jpeg', 'webp'], slow: ['avif'], any: formats },
  // An animation is seen standing at first. Its crops stand still: nothing moves beside a headline.
  moving: { quick: ['jpeg'], slow: ['webp'], any: ['webp', 'jpeg'] },
};

/** Wider than a phone an animation weighs megabytes. */
const widestMoving = 800;

export interface Shaped {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

/** The shapes that a picture is kept in, with their formats of that pace. */
export function cutsOf(picture: Shaped, pace: Pace = 'any'): Cut[] {
  const moves = picture.frames > 1;
  const wanted = paces[moves ? 'moving' : 'still'][pace];
  const whole: Cut = { shape: 'whole', ratio: null, widths: renditionWidths(picture).filter((width, nth) => !moves || nth === 0 || width <= widestMoving), formats: wanted };
  const cropped = crops.map((crop): Cut => ({
    shape: crop, ratio: cropRules[crop].ratio, widths: cropWidths(picture, crop), formats: cropRules[crop].formats.filter((format) => wanted.includes(format) && !(moves && format === 'webp')),
  }));
  return [whole, ...cropped].filter((cut) => cut.widths.length > 0 && cut.formats.length > 0);
}

export interface Missing {
  /** In place of everything, in place of the crops, or beside what is there. */
  readonly instead: 'everything' | 'crops' | 'nothing';
  readonly cuts: readonly Cut[];
}

/** What has to be made next; null where nothing has. Usable first, small after: where many wait, all are usable before the first is small. */
export function missingOf(picture: PictureWithRenditions): Missing | null {
  if (picture.made === '') return { instead: 'everything', cuts: cutsOf(picture, 'quick') };
  if (picture.made !== nameOfMaking(picture)) return { instead: 'everything', cuts: cutsOf(picture) };
  if (picture.cropped !== nameOfCrops(picture)) return { instead: 'crops', cuts: cutsOf(picture).filter(({ shape }) => shape !== 'whole') };
  const cuts = cutsOf(picture, 'slow').filter((cut) => !picture.renditions.some((one) => one.shape === cut.shape && cut.formats.includes(one.format)));
  return cuts.length === 0 ? null : { instead: 'nothing', cuts };
}

/** Counted up when renditions are made in another way: all are then made anew, under new addresses. */
const recipe = 3;

export interface Negative {
  readonly original: string;
  readonly credit: string;
  readonly metadata: Partial<StatedFacts>;
  readonly source_type: string;
}

/** Names what renditions are made from, in 16 hexadecimal letters: the same renditions have the same name. */
export function nameOfMaking(negative: Negative): string {
  const facts = [recipe, widths, negative.original, writtenMetadata(negative)];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/** The same for its crops. A point that was found follows from the original, and is not named. */
export function nameOfCrops(negative: Negative & Parameters<typeof focalPointOf>[0]): string {
  const { x, y, byHand } = focalPointOf(negative);
  const facts = [nameOfMaking(negative), cropRules, byHand ? [x, y] : null];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/** On the machine's clock, since jobs go by it: when a picture is made anew of which the credit has changed. */
export function remakeAt({ clock }: Pick<House, 'clock'>): Date {
  return new Date(clock.now().getTime() - clock.offset + remakeAfter);
}

export interface Made extends Looks {
  readonly renditions: readonly StoredRendition[];
}

/** Keeps each rendition as an object. Throws StoreFull. */
export async function keepRenditions(objects: ObjectStore, { colour, guess, perceptualHash, renditions }: Developed): Promise<Made> {
  const kept: StoredRendition[] = [];
  for (const { shape: called, format, width, height, bytes } of renditions) {
    const shape = shapes.find((one) => one === called) ?? 'whole';
    kept.push({ shape, format, width, height, bytes: bytes.length, address: await objects.put(bytes) });
  }
  return { colour, guess_x: guess.x, guess_y: guess.y, perceptual_hash: perceptualHash, renditions: kept };
}
