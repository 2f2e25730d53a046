import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, hasMixedScripts, isNearly, lettersOf, sketchOf } from './folding.ts';
import type { Screened, ScreeningFacts } from './screening.ts';
import { checks, hasPersonalData, screen } from './screening.ts';
import { countLinks, segmentsOf } from './segments.ts';

const calm: Screened = { text: 'Ich wohne seit vierzig Jahren am See.', name: 'Zoë Müller', hiddenField: '', openFor: 60_000, turned: false, proof: 'not-asked' };
const facts: ScreeningFacts = { known: true, warned: false, lately: 0, sentBefore: false, refusedSketches: [], listed: [], houseNames: new Set(['tizianaorlandelli']) };
const findings = (comment: Partial<Screened>, known: Partial<ScreeningFacts> = {}) => screen({ ...calm, ...comment }, { ...facts, ...known });

describe('screening', () => {
  it('finds nothing in what people usually write', () => {
    for (const text of [calm.text, 'WHO und UNO warnen, die SBB auch.', 'Um 14.30 Uhr, 3’500 Franken, 80 % – wirklich?!', 'Это хорошая статья', 'مقال ممتاز', 'Haha :-)', 'Das war am 23.11.2026 um 14.05 Uhr.']) expect(findings({ text }), text).toEqual([]);
  });
  it.each([
    ['hidden-field', { hiddenField: 'https://casino.example' }, {}],
    ['too-quick', { openFor: 800 }, {}],
    ['no-proof', { proof: 'missing' }, {}],
    ['listed-word', {}, { listed: ['Trottel'] }],
    ['sent-before', {}, { sentBefore: true }],
    ['house-name', { name: 'Tіziana Orlandеlli' }, {}],
    ['warned', {}, { warned: true }],
    ['often', {}, { lately: 2 }],
    ['first-comment', {}, { known: false }],
    ['links', { text: 'Lest www.example.org!' }, {}],
    ['personal-data', { text: 'Schreibt mir: zoe@müller.example' }, {}],
    ['capitals', { text: 'DAS IST DOCH UNGLAUBLICH, ZÜRICH!' }, {}],
    ['repeats', { text: 'Neeeeeeein' }, {}],
    ['repeats', { text: 'Warum????' }, {}],
    ['mixed-scripts', { text: 'Gratis Bitсоin' }, {}],
    ['turned', { turned: true }, {}],
    ['stacked-marks', { text: 'z\u0303\u0304\u0305\u0306\u0307' }, {}],
    ['unbroken', { text: `Donau${'dampfschiff'.repeat(6)}` }, {}],
  ] as const)('finds %s', (name, comment, known) => {
    expect(findings(comment, known)).toContain(name);
  });
  it('finds what is nearly the same as what was refused', () => {
    const refused = 'Die Stadt gibt schon wieder Millionen für ein Projekt aus, das niemand braucht und das am Ende doch scheitert.';
    const sketches = { refusedSketches: [sketchOf(refused)] };
    expect(findings({ text: refused.replace('niemand', 'NIEMAND').replace('Millionen', 'Mïllionen') }, sketches)).toContain('like-refused');
    expect(findings({ text: 'Der Föhn kommt jedes Jahr im November, ich habe am See schon ganz andere Stürme erlebt als diesen.' }, sketches)).toEqual([]);
  });
  it('names each check once, and answers in their order', () => {
    const names = checks.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const all = findings({ hiddenField: 'x', openFor: 1, proof: 'missing', text: 'HTTPS://A.EXAMPLE JETZT GRATIS!!!!!', turned: true }, { known: false, warned: true });
    expect(all).toEqual(names.filter((name) => all.includes(name)));
  });
  it('understands accounts and telephones, not amounts and dates', () => {
    for (const text of ['CH93 0076 2011 6238 5295 7', '+41 44 668 18 00', '079 123 45 67', 'a@b.ch']) expect(hasPersonalData(text), text).toBe(true);
    for (const text of ['2026', '12’345’678 Franken', '1291–1848', '@redaktion', '3.14159265358']) expect(hasPersonalData(text), text).toBe(false);
  });
});

describe('folding', () => {
  it('reads lookalikes as what they look like', () => {
    expect(fold('ＢＥＴＲＵＧ Bеtrug bétrüg')).toBe('betrug betrug betrug');
    expect(lettersOf('R.e-d a_k t i о n')).toBe('redaktion');
    expect(hasMixedScripts('Redaktiоn')).toBe(true);
    expect(hasMixedScripts('Redaktion Москва Ελλάδα')).toBe(false);
  });
  it('gives short texts no sketch', () => {
    expect(sketchOf('Genau so ist es.')).toEqual([]);
    expect(isNearly([], [])).toBe(false);
  });
});

describe('links', () => {
  it('are http and https alone, without what ends the sentence', () => {
    expect(segmentsOf('Siehe https://de.wikipedia.org/wiki/Föhn_(Wind), oder (www.srf.ch).').filter(({ href }) => href !== null)).toEqual([
      { text: 'https://de.wikipedia.org/wiki/Föhn_(Wind)', href: 'https://de.wikipedia.org/wiki/F%C3%B6hn_(Wind)' }, { text: 'www.srf.ch', href: 'https://www.srf.ch/' },
    ]);
    for (const none of ['javascript:alert(1)', 'data:text/html,x', 'https://bank.ch@boese.example', 'http://localhost/x', 'ftp://a.example']) expect(countLinks(none), none).toBe(0);
  });
  it('lose no character of the line, whatever it holds', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('https://a.example/', 'www.', ' ', '(', ')', '.', 'http://')), { maxLength: 12 }).map((parts) => parts.join('')), (line) => {
      const segments = segmentsOf(line);
      expect(segments.map(({ text }) => text).join('')).toBe(line);
      for (const { href } of segments) if (href !== null) expect(href).toMatch(/^https?:\/\//u);
    }), { numRuns: 300 });
  });
});
