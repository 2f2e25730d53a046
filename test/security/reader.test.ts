import { expect, it } from 'vitest';
import { hostile } from './hostile.ts';
import { asReader } from './reader-page.tsx';

it.each(hostile)('is text where it is a reader’s name or comment in a mail: %j', (text) => {
  expect(asReader(text)).toEqual([]);
});
