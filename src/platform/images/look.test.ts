import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { lookOf } from './look.ts';
import { toRaw } from './raw.ts';

/** Hills before a sky, and a red thing where it is put: drawn, so that it is the same on every machine. */
function landscape({ x, y, width = 900, height = 600 }: { x: number; y: number; width?: number; height?: number }): Sharp {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#9ab"/><stop offset="1" stop-color="#dde"/></linearGradient></defs>
    <rect width="900" height="600" fill="url(#sky)"/><path d="M0 420q200-160 420-40t480-90v310H0z" fill="#576"/><path d="M0 520q300-60 900 10v70H0z" fill="#354"/>
    <circle cx="${x * 900}" cy="${y * 600}" r="34" fill="#d21"/><path d="M${x * 900 - 12} ${y * 600 - 12}h24v24h-24z" fill="#fff"/></svg>`));
}

const look = async (picture: Sharp) => lookOf(await toRaw(picture.flatten().toColourspace('srgb')));
const distance = (a: string, b: string) => Array.from(a).filter((bit, at) => bit !== b[at]).length;

describe('where the eye goes first', () => {
  it.each([[0.2, 0.3], [0.8, 0.75], [0.5, 0.5]])('is the one thing at %d, %d', async (x, y) => {
    const { guess } = await look(landscape({ x, y }));
    expect(Math.abs(guess.x - x)).toBeLessThan(0.08);
    expect(Math.abs(guess.y - y)).toBeLessThan(0.1);
  });

  it('is the middle of a picture without any size', async () => {
    expect((await look(sharp({ create: { width: 1, height: 900, channels: 3, background: '#456' } }))).guess).toEqual({ x: 0.5, y: 0.5 });
  });
});

describe('the perceptual hash', () => {
  it('has 64 bits, and stays in another size, format, brightness and in grey', async () => {
    const picture = () => landscape({ x: 0.3, y: 0.4 });
    const { perceptualHash } = await look(picture());
    expect(perceptualHash).toMatch(/^[01]{64}$/u);
    const others = {
      small: landscape({ x: 0.3, y: 0.4, width: 240, height: 160 }),
      coarse: sharp(await picture().jpeg({ quality: 20 }).toBuffer()),
      brighter: sharp(await picture().modulate({ brightness: 1.15 }).png().toBuffer()),
      grey: sharp(await picture().greyscale().png().toBuffer()),
    };
    for (const [name, other] of Object.entries(others)) expect(distance((await look(other)).perceptualHash, perceptualHash), name).toBeLessThanOrEqual(8);
  });

  it('is another one for another picture', async () => {
    const [one, mirrored, other] = await Promise.all([
      look(landscape({ x: 0.3, y: 0.4 })), look(landscape({ x: 0.3, y: 0.4 }).flop()), look(sharp({ create: { width: 90, height: 60, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })),
    ]);
    expect(distance(one.perceptualHash, mirrored.perceptualHash)).toBeGreaterThan(20);
    expect(distance(one.perceptualHash, other.perceptualHash)).toBeGreaterThan(16);
  });
});
