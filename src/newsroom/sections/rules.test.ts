import { describe, expect, it } from 'vitest';
import { mayMove, mayStand, movedPath, parentPath, pathProblem, reservedWords, subtree, wordsOfRoutes } from './rules.ts';
import { inTreeOrder, sectionName } from './section.ts';

const tree = ['kultur', 'kultur/film', 'kultur/film/kurzfilm', 'region', 'region/zuerich', 'regional'].map((path) => ({ id: path, path }));

describe('A section’s path', () => {
  it.each(['kultur', 'international/usa', 'a/b/c/d', 'tour-de-suisse-2026', 'x'.repeat(60)])('may be %s', (path) => {
    expect(pathProblem(path)).toBeNull();
  });

  it.each([
    ['', 'path-malformed'], ['/', 'path-malformed'], ['kultur/', 'path-malformed'], ['Kultur', 'path-malformed'], ['zürich', 'path-malformed'],
    ['kultur film', 'path-malformed'], ['kultur--film', 'path-malformed'], ['-kultur', 'path-malformed'], ['kultur/../desk', 'path-malformed'],
    ['кultur', 'path-malformed'], ['\u202ekultur', 'path-malformed'], ['🙂', 'path-malformed'], ['x'.repeat(61), 'path-malformed'], ['a%2fb', 'path-malformed'],
    ['a/b/c/d/e', 'path-too-deep'], ['desk', 'path-reserved'], ['autor/zuerich', 'path-reserved'], ['api', 'path-reserved'],
    ['kultur/wahlen-23456789', 'path-like-a-story'], ['23456789', 'path-like-a-story'],
  ])('may not be %j: %s', (path, refused) => {
    expect(pathProblem(path)).toMatchObject({ refused });
  });

  it('may have a reserved word further down', () => {
    expect(pathProblem('kultur/autor')).toBeNull();
  });
});

describe('A new section', () => {
  it('stands below one that exists', () => {
    expect(mayStand('kultur/theater', tree)).toEqual({ id: 'kultur', path: 'kultur' });
    expect(mayStand('sport', tree)).toBeNull();
  });

  it('needs its parent, and a path that nobody has', () => {
    expect(mayStand('sport/ski', tree)).toEqual({ refused: 'parent-missing', detail: { path: 'sport' } });
    expect(mayStand('kultur/film', tree)).toEqual({ refused: 'section-exists', detail: { path: 'kultur/film' } });
  });
});

describe('A section that moves', () => {
  it('takes along what stands below it and nothing that is only spelled alike', () => {
    expect(subtree({ id: 'region', path: 'region' }, tree).map((one) => one.path)).toEqual(['region', 'region/zuerich']);
    expect(movedPath('region/zuerich', 'region', 'schweiz')).toBe('schweiz/zuerich');
  });

  it('goes below another or to the root', () => {
    expect(mayMove({ id: 'kultur/film', path: 'kultur/film' }, 'region/film', tree)).toMatchObject({ path: 'region' });
    expect(mayMove({ id: 'kultur/film', path: 'kultur/film' }, 'film', tree)).toBeNull();
  });

  it.each([
    ['kultur/film/kino', 'under-itself'], ['region', 'section-exists'], ['sport/kultur', 'parent-missing'], ['desk', 'path-reserved'],
  ])('may not go to %s: %s', (to, refused) => {
    expect(mayMove({ id: 'kultur', path: 'kultur' }, to, tree)).toMatchObject({ refused });
  });

  it('may not push what stands below it too deep', () => {
    expect(mayMove({ id: 'kultur', path: 'kultur' }, 'region/zuerich/kultur', tree)).toMatchObject({ refused: 'path-too-deep' });
  });
});

describe('Words that no section may begin with', () => {
  it('are the first ones of every route', () => {
    expect([...wordsOfRoutes(['/', '/autor/:slug', '/feed.xml', '/*', '/:path{.+}', '/desk-preview/stories/:id', '/bilder/*'])]).toEqual(['autor', 'desk-preview', 'bilder']);
  });

  it('can all be spelled as a path, else they would protect nothing', () => {
    expect([...reservedWords].filter((word) => !/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(word))).toEqual([]);
  });
});

describe('The tree', () => {
  it('shows parents before children and brothers by position', () => {
    const one = (id: string, parent: string | null, position: number) => ({ id, parent, position, path: id });
    const sections = [one('b', null, 20), one('a2', 'a', 20), one('a', null, 10), one('a1', 'a', 10), one('c', null, 10)];
    expect(inTreeOrder(sections).map((section) => section.id)).toEqual(['a', 'a1', 'a2', 'c', 'b']);
  });

  it('names a section in the language asked for, else in its own, else as it can', () => {
    const section = { names: { de: 'Ausland', 'fr-CH': 'Étranger' }, language: 'de', path: 'ausland' };
    expect(sectionName(section)).toBe('Ausland');
    expect(sectionName(section, 'fr-CH')).toBe('Étranger');
    expect(sectionName(section, 'it')).toBe('Ausland');
    expect(sectionName(section, 'de-CH')).toBe('Ausland');
    expect(sectionName({ ...section, language: 'rm' })).toBe('Ausland');
  });

  it('knows what stands above', () => {
    expect([parentPath('a/b/c'), parentPath('a')]).toEqual(['a/b', null]);
  });
});
