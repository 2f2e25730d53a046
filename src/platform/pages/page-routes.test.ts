import { expect, test } from 'vitest';
import type { PageRoute } from './page.ts';
import { pageRoutes } from './page-routes.ts';

const route = (path: string, query?: string[]): PageRoute => ({ path, ...(query === undefined ? {} : { query }), render: async () => { throw new Error('not asked'); } });
const routes = pageRoutes([route('/'), route('/*'), route('/suche', ['q', 'seite']), route('/autor/:slug'), route('/thema/:slug/:jahr'), route('/autor/neu')]);

function found(target: string): unknown {
  const located = routes.any(target);
  return located === null || located === 'malformed' ? located : [located.route.path, located.request.params, located.request.query];
}

test.each([
  ['/', '/', {}, {}],
  ['/?utm=1', '/', {}, {}],
  ['/suche?q=a+b&seite=2', '/suche', {}, { q: 'a b', seite: '2' }],
  ['/suche?q=eins&q=zwei', '/suche', {}, { q: 'eins' }],
  ['/autor/neu', '/autor/neu', {}, {}],
  ['/autor/j%C3%BCrg%20m', '/autor/:slug', { slug: 'jürg m' }, {}],
  ['/thema/öl/2026', '/thema/:slug/:jahr', { slug: 'öl', jahr: '2026' }, {}],
  ['/autor/', '/*', {}, {}],
  ['/autor', '/*', {}, {}],
  ['//autor/x', '/*', {}, {}],
  ['/schweiz/zürich/ein-titel-k3f9', '/*', {}, {}],
])('%s is a page of %s', (target, path, params, query) => {
  expect(found(target)).toEqual([path, params, query]);
});

test.each(['/a%2fb', '/a%5Cb', '/a\\b', '/%00', '/%', '/%c3', '*', 'http://example.org/', '/suche?q=%00'])('%s is malformed', (target) => {
  expect(found(target)).toBe('malformed');
});

const keyOf = (target: string) => {
  const located = routes.any(target);
  if (located === null || located === 'malformed') throw new Error(target);
  return located.key;
};

test('spellings of one page have one key', () => {
  expect(keyOf('/suche?seite=2&q=z%C3%BCrich&x=1')).toBe(keyOf('/suche?q=z%c3%bcrich&seite=2'));
  expect(keyOf('/autor/j%C3%BCrg')).toBe(keyOf('/autor/jürg?ref=x'));
});

test('no page can be had under the key of another', () => {
  const keys = ['/suche', '/suche?q=', '/suche?q=a', '/suche?seite=a', '/suche?q=a&seite=b', '/suche?q=a%26seite%3Db', '/suche%3Fq=a', '/suche/q/a'].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});

test('only what a query decides is passing', () => {
  const passing = (target: string) => (routes.any(target) as { passing: boolean }).passing;
  expect([passing('/suche'), passing('/suche?utm=1'), passing('/suche?q=a')]).toEqual([false, false, true]);
});

test('the last resort is not among the named pages', () => {
  expect([routes.named('/nirgends'), pageRoutes([route('/')]).any('/nirgends')]).toEqual([null, null]);
});

test('two pages at one address stop the start', () => {
  expect(() => pageRoutes([route('/suche'), route('/suche')])).toThrow('/suche');
});
