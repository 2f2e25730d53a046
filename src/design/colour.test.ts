import { describe, expect, it } from 'vitest';
import { contrast, readableAccent } from './colour.ts';
import { dark, light } from './tokens.ts';

const accents = ['#a3271f', '#ffee00', '#ffffff', '#000000', '#00ff00', '#7f7f7f', '#1133cc', '#fa0'];

describe('the accent of a publication', () => {
  it.each(accents)('%s can be read on paper and on tint, by day and by night', (accent) => {
    for (const mode of [light, dark]) {
      const shown = readableAccent(accent, mode.tint);
      expect(contrast(shown, mode.tint)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(shown, mode.paper)).toBeGreaterThanOrEqual(4.5);
    }
  });
  it('stays what it is where it can be read already', () => {
    expect(readableAccent('#a3271f', light.tint)).toBe('#a3271f');
  });
  it('is ink where it is no colour at all', () => {
    expect(contrast(readableAccent('url(//x)', light.paper), light.paper)).toBeGreaterThan(4.5);
    expect(readableAccent('red;}body{', dark.paper)).toMatch(/^#[0-9a-f]{6}$/u);
  });
});

describe('the palette', () => {
  it.each([['light', light], ['dark', dark]] as const)('reads in %s', (_, { paper, tint, ink, soft, edge }) => {
    for (const ground of [paper, tint]) {
      expect(contrast(ink, ground)).toBeGreaterThan(7);
      expect(contrast(soft, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
