import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiWords, firstFreeSlug, longestSlug, numberedSlug, slugify } from './slug.ts';

describe('An address made from words', () => {
  it.each([
    ['Frühling in Zürich: «Grüezi, schöne Strasse!»', 'de', 'fruehling-in-zuerich-grueezi-schoene-strasse'],
    ['Weiß und groß', 'de-CH', 'weiss-und-gross'],
    ['Äpfel, Öl & Übermut', 'gsw', 'aepfel-oel-uebermut'],
    ['L’été à Genève : un cœur naïf', 'fr', 'l-ete-a-geneve-un-coeur-naif'],
    ['Noël sur l\'Aürikon', 'fr', 'noel-sur-l-aurikon'],
    ['Don’t panic, it’s over', 'en', 'dont-panic-its-over'],
    ['Perché no? È così', 'it', 'perche-no-e-cosi'],
    ['Łódź, Đakovo, Ærø, Þingvellir', 'en', 'lodz-dakovo-aero-thingvellir'],
    ['İstanbul ve ışık', 'tr', 'istanbul-ve-isik'],
    ['Выборы в Украине: щука', 'ru', 'vybory-v-ukraine-shchuka'],
    ['Αθήνα και Θεσσαλονίκη', 'el', 'athina-kai-thessaloniki'],
    ['Größe: 10 000 m² – ½ so viel', 'de', 'groesse-10-000-m2-1-2-so-viel'],
    ['ＦＵＬＬ ｗｉｄｔｈ ﬁnance', 'en', 'full-width-finance'],
  ])('%s (%s) is %s', (text, language, slug) => {
    expect(slugify(text, language)).toBe(slug);
  });

  it.each(['', '   ', '🙂', '山田太郎', 'שלום', '--', '\u0000', '\ud800'])('is the fallback where nothing can be written: %j', (text) => {
    expect(slugify(text, 'de', 'autorin')).toBe('autorin');
    expect(asciiWords(text, 'de')).toBe('');
  });

  it('writes a decomposed umlaut like a composed one', () => {
    expect(slugify('Zu\u0308rich', 'de')).toBe('zuerich');
  });

  it('is cut between words', () => {
    const slug = slugify('Donaudampfschifffahrtsgesellschaft und '.repeat(10), 'de');
    expect(slug).toBe('donaudampfschifffahrtsgesellschaft-und-donaudampfschifffahrtsgesellschaft-und');
  });

  it('is cut inside a word that fills it alone', () => {
    expect(slugify('ü'.repeat(2_000), 'de')).toHaveLength(longestSlug);
  });

  it('takes a number behind it without growing too long', () => {
    expect(numberedSlug('zgruob', 1)).toBe('zgruob');
    expect(numberedSlug('zgruob', 2)).toBe('zgruob-2');
    expect(numberedSlug('a'.repeat(longestSlug), 12)).toBe(`${'a'.repeat(longestSlug - 3)}-12`);
  });

  it('takes the smallest number that nobody has', () => {
    expect(firstFreeSlug('zgruob', new Set())).toBe('zgruob');
    expect(firstFreeSlug('zgruob', new Set(['zgruob', 'zgruob-2', 'zgruob-4']))).toBe('zgruob-3');
  });

  it('is always lower-case ASCII in words, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('de', 'fr', 'ru'), (text, language) => {
      const slug = slugify(text, language);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
      expect(slug.length).toBeLessThanOrEqual(longestSlug);
      expect(slugify(slug, language)).toBe(slug);
    }), { numRuns: 500 });
  });
});
