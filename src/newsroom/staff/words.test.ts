import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../platform/words/words.ts';
import { words } from './words.ts';

/** The names of the values that a sentence needs: element types 1 to 6 of its tree hold one. */
function valuesOf(sentence: string): string[] {
  const tree = new IntlMessageFormat(sentence, 'de-CH', undefined, { ignoreTag: true }).getAst();
  return [...new Set(tree.flatMap((part) => (part.type >= 1 && part.type <= 6 && 'value' in part ? [String(part.value)] : [])))].sort();
}

describe('The words of the staff', () => {
  it.each(languages)('say everything in %s, with the same values, in Swiss spelling', (language) => {
    expect(Object.keys(words[language])).toEqual(Object.keys(words.de));
    for (const [key, sentence] of Object.entries(words[language])) {
      expect(sentence.trim(), key).not.toBe('');
      expect(sentence, key).not.toMatch(/ß|"|„/u);
      expect(valuesOf(sentence), key).toEqual(valuesOf(words.de[key]!));
    }
  });
});
