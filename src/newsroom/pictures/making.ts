/** How renditions come to be: decoded in a darkroom, kept as objects, named by what they are made from. */
import { createHash } from 'node:crypto';
import type { Darkroom } from '../../platform/images/darkroom.ts';
import { openDarkroom } from '../../platform/images/darkroom.ts';
import type { Developed } from '../../platform/images/develop.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import type { Format, StatedFacts } from './picture.ts';
import { widths, writtenMetadata } from './rules.ts';
import type { StoredRendition } from './store.ts';

/** For uploads, where somebody waits; and for what is made later. Each starts a process only while it has work. */
export const quickDarkroom: Darkroom = openDarkroom({ niceness: 5 });
export const patientDarkroom: Darkroom = openDarkroom({ niceness: 10 });

/** What a picture is usable with, quick to make; and what most readers get, which takes five times as long. */
export const quickFormats: readonly Format[] = ['jpeg', 'webp'];
export const slowFormats: readonly Format[] = ['avif'];

/** Counted up when renditions are made in another way: all are then made anew, under new addresses. */
const recipe = 2;

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

export interface Made {
  readonly colour: string;
  readonly renditions: readonly StoredRendition[];
}

/** Keeps each rendition as an object. Throws StoreFull. */
export async function keepRenditions(objects: ObjectStore, { colour, renditions }: Developed): Promise<Made> {
  const kept: StoredRendition[] = [];
  for (const { format, width, height, bytes } of renditions) {
    kept.push({ format, width, height, bytes: bytes.length, address: await objects.put(bytes) });
  }
  return { colour, renditions: kept };
}
