import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { closedPolicy, deskPolicy, houseHeaders, newNonce, readerPolicy } from './security-headers.ts';

const sources = (policy: string) => new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

test('a reader\'s page may use its own styles by their hash, and nothing from elsewhere', () => {
  const style = 'body::before{content:"«Zürich»"}';
  const policy = sources(readerPolicy({ styles: [style], ownScripts: 'no' }));
  expect(policy.get('style-src')).toEqual([`'sha256-${createHash('sha256').update(style).digest('base64')}'`]);
  expect(policy.get('default-src')).toEqual([`'none'`]);
  expect(policy.get('frame-ancestors')).toEqual([`'none'`]);
  expect(policy.has('script-src')).toBe(false);
});

test('a preview may be framed by the desk, a page alone by nobody', () => {
  expect(sources(readerPolicy({ framedBy: 'self' })).get('frame-ancestors')).toEqual([`'self'`]);
});

test('the desk asks for this answer\'s nonce', () => {
  const nonce = newNonce();
  expect(sources(deskPolicy(nonce)).get('script-src')).toEqual([`'self'`, `'nonce-${nonce}'`]);
  expect(newNonce()).not.toBe(nonce);
});

test.each([readerPolicy(), readerPolicy({ styles: ['a'], scripts: ['b'] }), deskPolicy('x'), closedPolicy])('no policy lets in what is written inline or comes from elsewhere', (policy) => {
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(sources(policy).get('default-src')).toEqual([`'none'`]);
  expect(sources(policy).get('base-uri')).toEqual([`'none'`]);
});

test('browsers are held to https where the site has it', () => {
  expect(houseHeaders('http://127.0.0.1:3000')).not.toHaveProperty('Strict-Transport-Security');
  expect(houseHeaders('https://blatt.example')).toMatchObject({ 'Strict-Transport-Security': 'max-age=31536000', 'X-Content-Type-Options': 'nosniff' });
});
