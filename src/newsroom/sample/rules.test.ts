import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { instantsOf } from './instants.ts';
import { shouldFill, whatStays } from './rules.ts';
import type { Kind, Use } from './things.ts';

describe('A start', () => {
  const fresh = { wish: 'if-own-and-empty', own: true, present: false, loadedBefore: false, empty: true } as const;

  it('fills the sample into an empty database of its own', () => {
    expect(shouldFill(fresh)).toBe(true);
  });

  it.each([
    ['into a database of somebody else', { own: false }], ['beside something real', { empty: false }], ['again where somebody removed it', { loadedBefore: true }],
    ['where it is', { present: true }], ['where nobody wants it', { wish: 'no' }],
  ] as const)('does not fill it %s', (_, facts) => {
    expect(shouldFill({ ...fresh, ...facts })).toBe(false);
  });

  it('that asks for it fills it in anywhere, but not again beside what was written since', () => {
    const asked = { ...fresh, wish: 'yes', own: false } as const;
    expect(shouldFill(asked)).toBe(true);
    expect(shouldFill({ ...asked, empty: false })).toBe(true);
    expect(shouldFill({ ...asked, loadedBefore: true })).toBe(true);
    expect(shouldFill({ ...asked, loadedBefore: true, empty: false })).toBe(false);
    expect(shouldFill({ ...asked, present: true })).toBe(false);
  });
});

describe('What stays of the sample', () => {
  const key = (text: string) => ({ kind: text.split(':')[0] as Kind, id: text.split(':')[1] ?? '' });
  const uses = (...pairs: [string, string][]): Use[] => pairs.map(([by, of]) => ({ by: key(by), of: key(of) }));
  const sample = ['story:wolf', 'story:kuehe', 'author:rauberli', 'author:zgruob', 'picture:portrait', 'staff:rauberli', 'section:region', 'section:dorf'].map(key);

  it('is nothing where nobody changed or used anything', () => {
    expect(whatStays(sample, [], uses(['story:wolf', 'author:rauberli'], ['author:rauberli', 'picture:portrait']))).toEqual(new Set());
  });

  it('is what was changed, with all that it names in any number of steps', () => {
    const named = uses(['story:wolf', 'author:rauberli'], ['author:rauberli', 'picture:portrait'], ['author:rauberli', 'staff:rauberli'], ['story:kuehe', 'author:zgruob']);
    expect(whatStays(sample, [key('story:wolf')], named)).toEqual(new Set(['story:wolf', 'author:rauberli', 'picture:portrait', 'staff:rauberli']));
  });

  it('is what somebody’s own work names', () => {
    expect(whatStays(sample, [], uses(['story:eigene', 'section:dorf'], ['section:dorf', 'section:region']))).toEqual(new Set(['section:dorf', 'section:region']));
  });

  it('ends where things name each other in a circle', () => {
    expect(whatStays(sample, [key('story:wolf')], uses(['story:wolf', 'story:kuehe'], ['story:kuehe', 'story:wolf']))).toEqual(new Set(['story:wolf', 'story:kuehe']));
  });
});

describe('A fingerprint', () => {
  it('is the same for the same facts in another order, and another for others', () => {
    expect(fingerprint([{ a: 1, b: { d: 'ü', c: null } }])).toBe(fingerprint([{ b: { c: null, d: 'ü' }, a: 1 }]));
    expect(fingerprint(['ü'])).not.toBe(fingerprint(['u\u0308']));
    expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['b', 'a']));
  });
});

describe('Dates of the sample', () => {
  const start = new Date('2026-03-29T00:30:00Z');

  it('count back from its start', () => {
    expect(instantsOf({ minutesAgo: 90, updatedMinutesAgo: 20 }, 0, start)).toEqual({
      begun: new Date('2026-03-28T17:59:00Z'), written: new Date('2026-03-28T22:59:00Z'), published: new Date('2026-03-28T23:00:00Z'), updated: new Date('2026-03-29T00:10:00Z'),
    });
  });

  it('lie ahead for what is scheduled, whose text is already there', () => {
    const { written, published } = instantsOf({ minutesAgo: -60 }, 2, start);
    expect(published).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(written.getTime()).toBeLessThan(start.getTime());
  });

  it('are missing where nothing is published', () => {
    expect(instantsOf({}, 5, start)).toMatchObject({ published: null, updated: null });
  });
});
