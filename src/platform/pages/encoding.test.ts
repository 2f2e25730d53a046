import { expect, test } from 'vitest';
import { encodingFor } from './encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000,gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['BR ; Q=1.0 , GZIP', 'br'],
  ['identity;q=1, br;q=0.4', 'identity'],
  ['identity;q=0', 'identity'],
  ['br;q=viel', 'identity'],
  ['br;q=7, gzip', 'gzip'],
  [['gzip', 'br'], 'br'],
] as const)('Accept-Encoding %s gets %s', (header, encoding) => {
  // Twice: decided, then remembered.
  for (let visit = 0; visit < 2; visit += 1) expect(encodingFor(header as string | string[] | undefined)).toBe(encoding);
});

test('a flood of invented headers is decided and not remembered for ever', () => {
  for (let index = 0; index < 1_000; index += 1) expect(encodingFor(`gzip, erfunden-${index}`)).toBe('gzip');
  expect(encodingFor(`br, ${'ü'.repeat(10_000)}`)).toBe('br');
});
