import { describe, expect, it } from 'vitest';
import { stepOf } from './grid-keys.ts';

/** Eleven pictures, four in a row. */
const from = (at: number) => (key: string) => stepOf(key, { at, columns: 4, last: 10 });

describe('the keys in a grid', () => {
  it('go to the side, and a row up or down', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(from(5))).toEqual([4, 6, 1, 9]);
  });
  it('stop at the edges', () => {
    expect(['ArrowLeft', 'ArrowUp'].map(from(0))).toEqual([null, null]);
    expect(['ArrowRight', 'ArrowDown'].map(from(10))).toEqual([null, null]);
    expect(from(8)('ArrowDown')).toBe(null);
  });
  it('go to both ends, and leave other keys alone', () => {
    expect(['Home', 'End', 'Enter', 'a'].map(from(5))).toEqual([0, 10, null, null]);
  });
});
