import { describe, expect, it } from 'vitest';
import { acceptedLanguage, interfaceLanguage, translator } from './translate.ts';

const words = {
  de: { stories: "{count, plural, =0 {Keine Berichte} one {Ein Bericht} other {# Berichte}}", hint: '«Zürich» ist <b>gesperrt</b>' },
  fr: { stories: '{count, plural, one {# article} many {# d’articles} other {# articles}}', hint: '«Zurich»' },
  it: { stories: '{count, plural, one {# articolo} other {# articoli}}', hint: '«Zurigo»' },
  en: { stories: '{count, plural, one {# story} other {# stories}}', hint: '“Zurich”' },
};

describe('words', () => {
  it('follows the plural rules of each language', () => {
    expect(translator(words, 'de')('stories', { count: 0 })).toBe('Keine Berichte');
    expect(translator(words, 'de')('stories', { count: 1 })).toBe('Ein Bericht');
    expect(translator(words, 'de')('stories', { count: 12_345 })).toMatch(/^12[’']345 Berichte$/u);
    expect(translator(words, 'fr')('stories', { count: 0 })).toBe('0 article');
    expect(translator(words, 'fr')('stories', { count: 1_000_000 })).toContain('d’articles');
  });
  it('leaves markup as text: escaping is the page’s work', () => {
    expect(translator(words, 'de')('hint')).toBe('«Zürich» ist <b>gesperrt</b>');
  });
  it('says which words are missing', () => {
    expect(() => translator(words, 'it')('unknown')).toThrow('no words in it for unknown');
  });
  it('reads what a browser wishes for', () => {
    expect(acceptedLanguage('rm, fr-CH;q=0.9, de;q=0.8')).toBe('fr');
    expect(acceptedLanguage('ja')).toBe('de');
    expect(acceptedLanguage('en;q=0, it')).toBe('it');
    expect(acceptedLanguage(null, 'en')).toBe('en');
    expect(interfaceLanguage('it-CH')).toBe('it');
    expect(interfaceLanguage('rm', 'fr')).toBe('fr');
  });
});
