import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Focus } from './crop.ts';
import { lookOf } from './look.ts';
import { toRaw } from './raw.ts';

interface Scene {
  readonly ground: string;
  readonly subject: string;
  readonly width?: number;
  readonly height?: number;
}

/** A drawn scene, as it stands after decoding. */
async function guessOf({ ground, subject, width = 600, height = 400 }: Scene): Promise<Focus> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${subject}</svg>`;
  const { guess } = await lookOf(await toRaw(sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).toColourspace('srgb')));
  return guess;
}

/** How far beside, as a part of the whole. */
const beside = (guess: Focus, x: number, y: number) => Math.hypot(guess.x - x, guess.y - y);

const plain = (colour: string) => `<rect width="100%" height="100%" fill="${colour}"/>`;
const meadow = (from: number) => Array.from({ length: 900 }, (_, at) => `<path d="M${(at * 37) % 600} ${from + ((at * 53) % (400 - from))} l3 -14" stroke="${['#2d5a1e', '#4f8a2f', '#86b04a'][at % 3]}" stroke-width="2"/>`).join('');
const head = (x: number, y: number, skin: string, size = 1) => `<g transform="translate(${x} ${y}) scale(${size})"><ellipse rx="32" ry="42" fill="${skin}"/><path d="M-34 -8 A34 40 0 0 1 34 -8 L30 -26 L-30 -26 Z" fill="#2b1d14"/><circle cx="-11" cy="-4" r="3" fill="#222"/><circle cx="11" cy="-4" r="3" fill="#222"/></g>`;

describe('the point that the eye goes to first', () => {
  it.each([['#f1c9a5'], ['#c68642'], ['#8d5524']])('is the face of somebody who stands aside, with skin like %s', async (skin) => {
    const guess = await guessOf({ ground: plain('#7f8c8d'), subject: `<rect x="90" y="190" width="110" height="220" fill="#34495e"/>${head(145, 150, skin)}` });
    expect(beside(guess, 145 / 600, 160 / 400)).toBeLessThan(0.13);
  });

  it('is the face, and not the meadow that has more edges', async () => {
    const guess = await guessOf({ ground: `${plain('#a9c8e8')}<rect y="220" width="600" height="180" fill="#5b8c3a"/>${meadow(220)}`, subject: `<rect x="405" y="150" width="80" height="160" fill="#8c2f39"/>${head(445, 115, '#e0ac86')}` });
    expect(beside(guess, 445 / 600, 140 / 400)).toBeLessThan(0.15);
  });

  it('is a bright thing on plain ground, small and large', async () => {
    const sail = (x: number, y: number, size: number) => `<path d="M${x} ${y - size} L${x + size} ${y + size} L${x - size} ${y + size} Z" fill="#fdfdf6"/>`;
    expect(beside(await guessOf({ ground: plain('#1f4e79'), subject: sail(480, 120, 26) }), 480 / 600, 128 / 400)).toBeLessThan(0.08);
    expect(beside(await guessOf({ ground: plain('#1f4e79'), subject: sail(190, 230, 90) }), 190 / 600, 260 / 400)).toBeLessThan(0.12);
  });

  it('is the dark boat, where sky and water take the rest', async () => {
    const guess = await guessOf({ ground: `<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#dce9f5"/><stop offset="1" stop-color="#f6e7cf"/></linearGradient></defs><rect width="600" height="220" fill="url(#g)"/><rect y="220" width="600" height="180" fill="#9db7c9"/>`, subject: '<path d="M430 235 h90 l-16 26 h-58 Z" fill="#3b2a20"/>' });
    expect(beside(guess, 475 / 600, 248 / 400)).toBeLessThan(0.1);
  });

  it('is the middle where nothing stands out', async () => {
    expect(await guessOf({ ground: plain('#446688'), subject: '' })).toEqual({ x: 0.5, y: 0.5 });
    expect(await guessOf({ ground: plain('#446688'), subject: '', width: 3, height: 200 })).toEqual({ x: 0.5, y: 0.5 });
  });

  it('is found in a black and white picture too, and in one that stands upright', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="700">${plain('#333')}<circle cx="90" cy="160" r="36" fill="#eee"/></svg>`;
    const { guess } = await lookOf(await toRaw(sharp(Buffer.from(svg)).flatten().toColourspace('b-w')));
    expect(beside(guess, 90 / 300, 160 / 700)).toBeLessThan(0.06);
  });
});
