import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNews, mayRename, nameFreeAt, nameStaysFor, nextPath } from './rules.ts';

const now = new Date('2026-11-25T18:00:00Z');
const day = 24 * 60 * 60_000;
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe('A name', () => {
  it.each([[null, null], [ago(0), 30], [ago(day), 29], [ago(29.5 * day), 1], [ago(nameStaysFor - 1), 1], [ago(nameStaysFor), null]])('changed at %s may change again in %s days', (changedAt, days) => {
    expect(mayRename(changedAt, now)?.detail?.['days'] ?? null).toBe(days);
  });
  it('is held by no clock that was set back', () => {
    expect([nameFreeAt(ago(-day), now), mayRename(ago(-day), now)]).toEqual([null, null]);
  });
});

describe('A visit', () => {
  it.each([[ago(day - 1), null, false], [ago(day), null, true], [ago(0), ago(day), true]])('last noted at %s, told at %s: to be noted %s', (seenAt, toldAt, news) => {
    expect(isNews({ seenAt, toldAt }, now)).toBe(news);
  });
});

describe('The way on after signing in', () => {
  it.each([
    ['/kultur/oper-bcdfghjk#kommentar-3', '/kultur/oper-bcdfghjk#kommentar-3'], ['/suche?q=Föhn', '/suche?q=F%C3%B6hn'], ['/', '/'], ['/konto', '/konto'], ['/kontoauszug', '/kontoauszug'], ['/deskjet', '/deskjet'],
    [undefined, '/konto'], ['', '/konto'], ['kultur', '/konto'], ['//boese.example', '/konto'], ['/\\boese.example', '/konto'], ['/\t/boese.example', '/konto'], ['https://boese.example', '/konto'],
    ['/desk/x', '/konto'], ['/api/v1/me', '/konto'], ['/konto/abmelden', '/konto'], ['/./konto/loeschen', '/konto'], ['/.//boese.example', '/konto'], ['/kultur/..//boese.example', '/konto'], ['/%2e//boese.example', '/konto'], ['/x'.repeat(300), '/konto'],
  ])('%j leads to %s', (wish, path) => {
    expect(nextPath(wish)).toBe(path);
  });
  it('never leaves the site', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath(), fc.constantFrom('/', '\\', '\t', '\n', '//').chain((one) => fc.string().map((rest) => `/${one}${rest}`))), (wish) => {
      expect(new URL(nextPath(wish), 'https://zeitung.example').origin).toBe('https://zeitung.example');
    }));
  });
});
