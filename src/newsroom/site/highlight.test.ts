import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (text: string, query: string) => highlight(text, query).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join('');

it('marks the words that were searched for, other forms and other accents too', () => {
  expect(marked('Die Gletscher Zürichs schmelzen.', 'gletschern zurich')).toBe('Die [Gletscher] [Zürichs] schmelzen.');
  expect(marked('Das Wasserrecht am Fluss', '"Wasser"')).toBe('Das [Wasserrecht] am Fluss');
});
it('marks nothing that was excluded, and nothing without a search', () => {
  expect(marked('Föhn und Bise', 'Föhn -Bise')).toBe('[Föhn] und Bise');
  expect(marked('Föhn', ' ')).toBe('Föhn');
});
it('keeps every character of the text', () => {
  const text = '«Ö», 12’345 – <b>x</b>';
  expect(highlight(text, 'ö 12 b').map((piece) => piece.text).join('')).toBe(text);
});
