/** What readers look for: a mix that stays the same. */
import { Chance } from './chance.ts';
import { makeNewsroom } from './newsroom.ts';
import { storyOf } from './story.ts';
import type { Vocabulary } from './words.ts';
import { makeVocabulary } from './words.ts';

export interface Query {
  readonly kind: string;
  readonly words: string;
}

export function makeQueries(): Query[] {
  const vocabulary = makeVocabulary();
  const chance = new Chance(1798);
  const frequent = () => vocabulary.words[vocabulary.firstOfMeaning + chance.whole(0, 99)]!;
  const rare = () => vocabulary.words[chance.whole(5_000, vocabulary.words.length - 1)]!;
  const ofMiddling = () => vocabulary.words[chance.whole(300, 5_000)]!;
  const several = (kind: string, count: number, make: () => string): Query[] => Array.from({ length: count }, () => ({ kind, words: make() }));
  return [
    ...several('frequent words', 60, frequent),
    ...several('words of the middle', 40, ofMiddling),
    ...several('rare words', 60, rare),
    ...several('two frequent words', 40, () => `${frequent()} ${frequent()}`),
    ...several('a frequent and a rare word', 20, () => `${frequent()} ${rare()}`),
    ...several('three words of a headline', 20, () => storyOf(small(vocabulary), chance.whole(0, 99)).content.headline.split(' ').slice(0, 3).join(' ')),
    ...several('phrases', 40, () => phrase(chance, vocabulary)),
    ...several('phrases of frequent words', 10, () => `"${frequent()} ${frequent()}"`),
    ...several('misspellings', 60, () => misspelt(chance, ofMiddling())),
    ...several('endings of compounds', 40, () => vocabulary.words[chance.whole(200, 4_000)]!.toLowerCase()),
    ...several('words that nobody wrote', 10, () => chance.id() + chance.id()),
  ].filter(({ words }, at, all) => all.findIndex((one) => one.words === words) === at);
}

function small(vocabulary: Vocabulary) {
  return { vocabulary, newsroom: makeNewsroom(vocabulary, 5), size: 100_000 };
}

/** Two words as they follow each other in some story. */
function phrase(chance: Chance, vocabulary: Vocabulary): string {
  const text = storyOf(small(vocabulary), chance.whole(0, 99_999)).content.lead.replaceAll(/[.,]/gu, '').split(' ');
  const at = chance.whole(0, text.length - 2);
  return `"${text[at]} ${text[at + 1]}"`;
}

/** A letter left out, doubled, or two changed about. */
function misspelt(chance: Chance, word: string): string {
  const at = chance.whole(1, Math.max(1, word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return chance.one([before + after, before + letter + letter + after, before + after.charAt(0) + letter + after.slice(1)]);
}
