import { expect, test } from 'vitest';
import { isCrossSite } from './origin.ts';

const site = 'https://blatt.example';
const post = (headers: Record<string, string>) => isCrossSite({ method: 'POST', headers: new Headers({ host: 'blatt.example', cookie: 'staff=1', ...headers }) }, site);

test.each([
  ['from the page itself', { 'sec-fetch-site': 'same-origin', origin: site }, false],
  ['typed by the reader', { 'sec-fetch-site': 'none' }, false],
  ['from a sister domain', { 'sec-fetch-site': 'same-site', origin: 'https://forum.blatt.example' }, true],
  ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://fremd.example' }, true],
  ['from another site that forges an origin but not what the browser adds', { 'sec-fetch-site': 'cross-site', origin: site }, true],
  ['from an old browser on the page', { origin: site }, false],
  ['from an old browser elsewhere', { origin: 'https://fremd.example' }, true],
  ['from a page without origin', { origin: 'null' }, true],
  ['from a page under the other name of the same host', { origin: 'http://blatt.example' }, false],
  ['from a program', {}, false],
  ['from another site with a token beside the cookie', { authorization: 'Bearer t', origin: 'https://fremd.example' }, true],
])('a write %s', (_, headers, crossSite) => {
  expect(post(headers as Record<string, string>)).toBe(crossSite);
});

test('a token without a cookie may come from anywhere', () => {
  expect(isCrossSite({ method: 'PATCH', headers: new Headers({ authorization: 'Bearer t', origin: 'https://werkzeug.example', 'sec-fetch-site': 'cross-site' }) }, site)).toBe(false);
});

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and may come from anywhere', (method) => {
  expect(isCrossSite({ method, headers: new Headers({ origin: 'https://fremd.example' }) }, site)).toBe(false);
});

test.each(['PUT', 'DELETE', 'PATCH', 'ERFUNDEN'])('%s is a write', (method) => {
  expect(isCrossSite({ method, headers: new Headers({ origin: 'https://fremd.example' }) }, site)).toBe(true);
});
