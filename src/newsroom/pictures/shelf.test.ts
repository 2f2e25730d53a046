import { expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

it('lets go of the bytes that were not asked for longest, and keeps what is known of them', () => {
  const shelf = new Shelf<string>(30);
  for (const name of ['Föhn', 'Bise', 'Joran']) shelf.put(name, `Wind ${name}`, new Uint8Array(10));
  shelf.get('Föhn');
  shelf.put('Maestral', 'Wind Maestral', new Uint8Array(10));
  expect(shelf.bytes).toBe(30);
  expect(['Föhn', 'Bise', 'Joran', 'Maestral'].map((name) => shelf.get(name)?.bytes?.length)).toEqual([10, undefined, 10, 10]);
  expect(shelf.get('Bise')?.facts).toBe('Wind Bise');
});

it('keeps no bytes that would take the whole shelf, and counts none twice', () => {
  const shelf = new Shelf<number>(30);
  shelf.put('Panorama', 1, new Uint8Array(31));
  shelf.put('Alp', 2, new Uint8Array(20));
  shelf.put('Alp', 3, new Uint8Array(12));
  expect([shelf.bytes, shelf.get('Panorama')?.bytes, shelf.get('Panorama')?.facts, shelf.get('Alp')?.facts]).toEqual([12, undefined, 1, 3]);
});

it('forgets what has changed, whether its bytes are there or not', () => {
  const shelf = new Shelf<string>(10);
  shelf.put('a', 'Wolf', new Uint8Array(10));
  shelf.put('b', 'Wolf', new Uint8Array(10));
  shelf.put('c', 'Bär');
  shelf.dropIf((animal) => animal === 'Wolf');
  expect([shelf.get('a'), shelf.get('b'), shelf.get('c')?.facts, shelf.bytes]).toEqual([undefined, undefined, 'Bär', 0]);
});
