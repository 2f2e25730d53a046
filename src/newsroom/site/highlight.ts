/** Marks in a text the words that were searched for, inflected forms too. Pure. */
import type { Piece } from './search.tsx';

/** Endings that German, French and Italian put to a word; a stem keeps at least four letters. */
const longestEnding = 2;

/** The text in pieces, those that answer the search marked. Words after a minus are what was not searched for. */
export function highlight(text: string, query: string): readonly Piece[] {
  const stems = query.split(/\s+/u).filter((word) => !word.startsWith('-')).flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).map(fold).filter((word) => word.length > 1).map(stem);
  if (stems.length === 0) return [{ text, hit: false }];
  const pieces: Piece[] = [];
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    const hit = part !== '' && stems.some((one) => fold(part).startsWith(one));
    const last = pieces.at(-1);
    if (last !== undefined && last.hit === hit) pieces[pieces.length - 1] = { text: last.text + part, hit };
    else if (part !== '') pieces.push({ text: part, hit });
  }
  return pieces;
}

function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function stem(word: string): string {
  return word.length < 4 + longestEnding ? word : word.slice(0, -longestEnding);
}
