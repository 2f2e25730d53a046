/** Pictures for tests of galleries: small, each of another colour. */
import sharp from 'sharp';
import type { TestHouse } from '../../../test/house.ts';
import { isRefused } from '../../platform/result.ts';
import { importPicture } from '../pictures/pictures.ts';

export interface Said {
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

/** Ids of pictures that are ready to be shown, one for each that is said. */
export async function picturesFor(world: TestHouse, said: readonly Said[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, one] of said.entries()) {
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: (i * 37) % 256, g: 90, b: 140 } } }).jpeg().toBuffer();
    const made = await world.act((tools) => importPicture(tools, { bytes, renditions: 'now', name: `Föhn ${i}.jpg`, language: 'de', caption: `Am See, Bild ${i}`, credit: 'Agentur Nordföhn', alt: `Wellen ${i}`, ...one }));
    if (isRefused(made)) throw new Error(made.refused);
    ids.push(made.id);
  }
  return ids;
}
