import { describe, expect, it } from 'vitest';
import { cropArea } from './crop.ts';

const middle = { x: 0.5, y: 0.5 };

describe('the area of a crop', () => {
  it.each([
    [{ width: 6000, height: 4000 }, 1, middle, { left: 1000, top: 0, width: 4000, height: 4000 }],
    [{ width: 6000, height: 4000 }, 4 / 5, { x: 0.25, y: 0.9 }, { left: 0, top: 0, width: 3200, height: 4000 }],
    [{ width: 4000, height: 6000 }, 3 / 2, { x: 0.1, y: 0.3 }, { left: 0, top: 467, width: 4000, height: 2667 }],
    [{ width: 4000, height: 6000 }, 3 / 2, { x: 1, y: 1 }, { left: 0, top: 3333, width: 4000, height: 2667 }],
    [{ width: 3000, height: 2000 }, 3 / 2, { x: 0, y: 0 }, { left: 0, top: 0, width: 3000, height: 2000 }],
    [{ width: 1, height: 9000 }, 1200 / 630, middle, { left: 0, top: 4500, width: 1, height: 1 }],
  ])('of %o at %d around %o keeps its edges', (size, ratio, focus, area) => {
    expect(cropArea(size, ratio, focus)).toEqual(area);
  });
});
