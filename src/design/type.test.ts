import { describe, expect, it } from 'vitest';
import type { Language } from '../platform/words/words.ts';
import { nextDay, quote, sameDay, writeDay, writeInstant, writeNumber, writeShort, writeWeekday } from './type.ts';

const at = new Date('2026-11-23T13:05:00Z');
const zurich = (language: Language) => ({ language, timeZone: 'Europe/Zurich' });
/** Spaces that stay are told apart from others where that is the point. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

describe('a day and an hour', () => {
  it.each([
    ['de', '23. November 2026, 14.05 Uhr', 'Montag, 23. November 2026', '14.05'],
    ['fr', '23 novembre 2026 à 14h05', 'lundi 23 novembre 2026', '14h05'],
    ['it', '23 novembre 2026, ore 14.05', 'lunedì 23 novembre 2026', '14.05'],
    ['en', '23 November 2026, 14:05', 'Monday, 23 November 2026', '14:05'],
  ] as const)('are written the way of %s', (language, instant, weekday, hour) => {
    expect(plain(writeInstant(at, zurich(language)))).toBe(instant);
    expect(plain(writeWeekday(at, zurich(language)))).toBe(weekday);
    expect(writeShort(at, at, zurich(language))).toBe(hour);
  });
  it('begin the month as French and Italian do', () => {
    const first = new Date('2027-01-01T12:00:00Z');
    expect(plain(writeDay(first, zurich('fr')))).toBe('1er janvier 2027');
    expect(plain(writeDay(first, zurich('it')))).toBe('1º gennaio 2027');
    expect(plain(writeDay(first, zurich('de')))).toBe('1. Januar 2027');
  });
  it('are those of the publication’s zone, not of the machine’s', () => {
    const late = new Date('2026-11-23T23:30:00Z');
    expect(plain(writeDay(late, zurich('de')))).toBe('24. November 2026');
    expect(plain(writeDay(late, { language: 'de', timeZone: 'America/New_York' }))).toBe('23. November 2026');
  });
  it('keep the number beside its month', () => {
    expect(writeDay(at, zurich('de'))).toBe('23.\u00a0November 2026');
  });
  it('say the day where it is another one', () => {
    expect(writeShort(at, new Date('2026-11-25T08:00:00Z'), zurich('de'))).toBe('23. Nov.');
  });
});

describe('the next day', () => {
  it.each([
    ['2026-11-23T13:05:00Z', '2026-11-23T23:00:00Z'],
    ['2026-10-24T23:30:00Z', '2026-10-25T23:00:00Z'],
    ['2027-03-28T00:30:00Z', '2027-03-28T22:00:00Z'],
  ])('after %s begins at %s, also when the clocks change', (now, midnight) => {
    const next = nextDay(new Date(now), 'Europe/Zurich');
    expect(next.toISOString()).toBe(new Date(midnight).toISOString());
    expect(sameDay(next, new Date(now), 'Europe/Zurich')).toBe(false);
  });
});

describe('numbers and quotations', () => {
  it('are set as each language sets them', () => {
    expect(writeNumber(12_345.5, 'de')).toBe('12’345.5');
    expect(writeNumber(1_234_567, 'fr')).toBe('1\u202f234\u202f567');
    expect(writeNumber(12_345.5, 'it')).toBe('12’345,5');
    expect(writeNumber(12_345, 'en')).toBe('12,345');
    expect(quote('Zürich', 'de')).toBe('«Zürich»');
    expect(quote('Zurich', 'fr')).toBe('«\u202fZurich\u202f»');
    expect(quote('Zurich', 'en')).toBe('“Zurich”');
  });
});
