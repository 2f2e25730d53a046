import { describe, expect, it } from 'vitest';
import { readLocal, writeLocal } from './instants.ts';

const zone = 'Europe/Zurich';

describe('times in the publication’s zone', () => {
  it('reads summer and winter time', () => {
    expect(readLocal('2026-07-01T06:00', zone)).toEqual({ instants: [new Date('2026-07-01T04:00:00Z')] });
    expect(readLocal('2026-11-24T06:00', zone)).toEqual({ instants: [new Date('2026-11-24T05:00:00Z')] });
    expect(writeLocal(new Date('2026-11-24T05:00:00Z'), zone)).toBe('2026-11-24T06:00');
  });
  it('refuses the hour that does not exist', () => {
    expect(readLocal('2026-03-29T02:30', zone)).toEqual({ wrong: 'gap' });
  });
  it('offers both of the hour that comes twice', () => {
    expect(readLocal('2026-10-25T02:30', zone)).toEqual({ instants: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')] });
  });
  it('knows what is not yet a time', () => {
    expect(readLocal('', zone)).toEqual({ wrong: 'incomplete' });
  });
});
