/** Decoded pixels, eight bits to a channel. */
import sharp from 'sharp';
import type { Sharp } from 'sharp';

export interface Raw {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

export async function toRaw(picture: Sharp): Promise<Raw> {
  return picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
}

export function fromRaw({ data, info }: Raw): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}
