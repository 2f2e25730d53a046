import { describe, expect, it } from 'vitest';
import { typeset } from './typography.ts';

describe('typographic signs', () => {
  it('puts Swiss guillemets around German and Italian speech', () => {
    expect(typeset('"Zürich wächst", sagt sie. ("Endlich.")', 'de-CH')).toBe('«Zürich wächst», sagt sie. («Endlich.»)');
    expect(typeset('"Ticino"', 'it')).toBe('«Ticino»');
  });
  it('keeps French guillemets and high signs apart by a narrow space that does not break', () => {
    expect(typeset('"Où ?" dit-il : "là !"', 'fr')).toBe('«\u202fOù\u202f?\u202f» dit-il\u202f: «\u202flà\u202f!\u202f»');
  });
  it('curls English quotes and apostrophes', () => {
    expect(typeset(`"It's fine," she said`, 'en')).toBe('“It’s fine,” she said');
  });
  it('makes dashes and dots', () => {
    expect(typeset('Bern - Basel 1990--2000 ...', 'de')).toBe('Bern – Basel 1990–2000 …');
    expect(typeset('Rhätisch-romanisch ---', 'de')).not.toContain('——');
  });
  it('leaves ordinary text alone', () => {
    expect(typeset('Ausserhalb von Genf: 3:2 (n. V.)', 'de')).toBe('Ausserhalb von Genf: 3:2 (n. V.)');
  });
});
