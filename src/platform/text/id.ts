import { randomInt } from 'node:crypto';
import { idLength, idLetters } from './id-form.ts';

/** A short, permanent, unguessable-enough name for a thing: eight letters. Uniqueness is the table's to keep. */
export function newId(): string {
  let id = '';
  for (let i = 0; i < idLength; i++) id += idLetters[randomInt(idLetters.length)];
  return id;
}
