import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeName, longestName, tidyName, type Taken } from './rules.ts';
import { nameKey, plainKey, skeleton } from './skeleton.ts';

const taken: Taken = { people: ['Grace Adlerfeld', 'Jost Zgruob'], publication: ['Der Lauentaler', 'LT'] };
const verdict = (name: string) => judgeName(name, taken)?.refused ?? 'fine';

describe('A name is fine', () => {
  it.each([
    'Anna Keller', 'Bo', 'Jean-Luc', 'd’Artagnan', 'Dr. A. Müller', 'Ñandú', 'Nguyễn Thị', 'Юлия Петрова', 'Ἀθηνᾶ', '李小龍', '山田 たろう', '김철수', 'محمد علي', 'می\u200cخواهم',
    'X Æ A-12', 'Badminton-Fan', 'Modest Mussorgsky', 'Admiralin', 'Teamäs', 'Leserin aus Zürich', 'Zgruob Peter', 'ß'.repeat(longestName),
  ])('%s', (name) => {
    expect(verdict(name)).toBe('fine');
  });
});

describe('A name is refused, by name', () => {
  it.each([
    ['', 'name-missing'], ['  \t ', 'name-missing'], ['a', 'name-letters'], ['12345', 'name-letters'], ['…', 'name-characters'], ['x'.repeat(longestName + 1), 'name-long'],
    ['An\u0000na', 'name-hidden'], ['\u202eanna', 'name-hidden'], ['An\u200bna', 'name-hidden'], ['An\u200cna', 'name-hidden'], ['An\u00adna', 'name-hidden'], ['An\ufeffna', 'name-hidden'],
    ['Anna\u{e0041}', 'name-hidden'], ['An\u3164na', 'name-hidden'], ['Anna\ud83d', 'name-characters'],
    ['Z\u0300\u0301\u0302\u0303\u0304algo', 'name-marks'], ['Anna ✓', 'name-characters'], ['Anna 😀', 'name-characters'], ['𝐀nna', 'name-characters'], ['Ａnna', 'name-characters'], ['<b>Anna</b>', 'name-address'],
    ['<script>', 'name-characters'], ['anna@example.org', 'name-address'], ['www.example.org', 'name-address'], ['https://example', 'name-address'],
    ['Аnna', 'name-scripts'], ['Pаul', 'name-scripts'], ['Redaktion', 'name-office'], ['Chefredaktorin', 'name-office'], ['R-e-d-a-k-t-i-o-n', 'name-office'], ['Rédaction', 'name-office'],
    ['Moderation', 'name-office'], ['M0deration', 'name-office'], ['Admin', 'name-office'], ['Support Team', 'name-office'], ['АДМИН', 'fine'], ['gelöschtes Konto', 'name-office'], ['Gelöschtes Κonto', 'name-scripts'],
    ['Der Lauentaler', 'name-publication'], ['Freund des der-Lauentaler', 'name-publication'], ['LT', 'name-publication'], ['Ltrentaler', 'fine'],
    ['Grace Adlerfeld', 'name-staff'], ['ADLERFELD GRACE', 'name-staff'], ['Gräce Adlerfeld', 'name-staff'], ['Grace AdIerfeId', 'name-staff'], ['Grace Adlerfeld-Meier', 'fine'],
  ])('%j: %s', (name, wanted) => {
    expect(verdict(name)).toBe(wanted);
  });
});

describe('Two names are one', () => {
  it.each([['Anna Keller', 'anna-keller'], ['Paul', 'PauI'], ['Milo', 'Mi1o'], ['Otto', 'Ott0'], ['BOB', 'ВОВ'], ['Romy', 'Rornу'.replace('у', 'y')], ['Zürich', 'Zu\u0308rich']])('%s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });
  it.each([['Müller', 'Muller'], ['Anna', 'Hanna'], ['Peter', 'Petra']])('%s and %s are not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
  it('whatever their case, spaces and dots', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöüé]{2,20}$/u), (name) => {
      expect(nameKey(`${name[0]} ${name.slice(1)}.`)).toBe(nameKey(name));
      expect(nameKey(name.toUpperCase())).toBe(nameKey(name.toLowerCase()));
    }));
  });
  it('and a skeleton is its own', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(skeleton(skeleton(text))).toBe(skeleton(text));
    }));
  });
});

describe('What is kept of a name', () => {
  it('is composed, on one line, with single spaces', () => {
    expect(tidyName('  Zu\u0308rcher \n Ober\u00a0länder ')).toBe('Zürcher Ober länder');
  });
  it('is never what could break a page, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      if (judgeName(typed, taken) !== null) return;
      const name = tidyName(typed);
      expect(name).toMatch(/^[\p{L}\p{M}0-9 .,'’\-·&\u200c]+$/u);
      expect(plainKey(name)).not.toBe('');
    }), { numRuns: 2_000 });
  });
});
