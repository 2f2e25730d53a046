import { expect, test } from 'vitest';
import { etagOf, namesEtag } from './etag.ts';

const etag = etagOf('«Zürich»', ['200']);

test('a validator is weak, short, and the same wherever the same page is made', () => {
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(etagOf(Buffer.from('«Zürich»'), ['200'])).toBe(etag);
});

test('another body or another header makes another validator', () => {
  expect(new Set([etag, etagOf('«Zürich»!', ['200']), etagOf('«Zürich»', ['200', 'x']), etagOf('«Zürich»', ['200x'])]).size).toBe(4);
});

test.each([
  ['itself', etag, true],
  ['its strong form', etag.slice(2), true],
  ['anything', '*', true],
  ['anything, with spaces', ' * ', true],
  ['a list with it', `"alt", ${etag} , W/"neu"`, true],
  ['a list with its strong form and a comma in another', `"a,b",${etag.slice(2)}`, true],
  ['another', 'W/"anderes"', false],
  ['a list of others', '"a", "b"', false],
  ['itself inside another', `"x${etag.slice(3)}`, false],
  ['nothing', '', false],
  ['no quotes', etag.slice(3, -1), false],
])('If-None-Match with %s', (_, header, named) => {
  expect(namesEtag(header, etag)).toBe(named);
});
