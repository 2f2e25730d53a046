/** Whatever is refused is said, in four languages. */
import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { newsroom } from '../../src/newsroom.ts';
import { problemWords } from '../../src/platform/http/problem-words.ts';
import { locales } from '../../src/platform/words/translate.ts';
import type { Catalogue } from '../../src/platform/words/words.ts';
import { languages } from '../../src/platform/words/words.ts';
import { featureOf } from './graph.ts';

const sources = new Map(globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|contract)\.tsx?$/u.test(file)).map((file) => [file, readFileSync(file, 'utf8')]));
const own = (feature: string | null): readonly Catalogue[] => [...newsroom.filter(({ name }) => name === feature).flatMap(({ words }) => words ?? []), problemWords];

/** Names in the code with the file that uses them; those of the command line and the engine bring their sentence along. */
function names(pattern: RegExp): { file: string; name: string }[] {
  return [...sources].filter(([file]) => /^src\/(newsroom|platform\/(http|signin|images|objects))\//u.test(file) && !/\/desk\/|\/commands\.ts$/u.test(file))
    .flatMap(([file, source]) => [...source.matchAll(pattern)].map((match) => ({ file, name: match[1]! })));
}

const hasWords = (catalogues: readonly Catalogue[], key: string) => languages.every((language) => catalogues.some((one) => Object.hasOwn(one[language], key)));

describe('every catalogue', () => {
  const folders = [...new Set(globSync('src/**/words/de.json').map((file) => file.replace(/\/de\.json$/u, '')))];
  it.each(folders)('%s has the same keys in four languages, each a sentence that can be said', (folder) => {
    const read = (language: string) => JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')) as Record<string, string>;
    const keys = Object.keys(read('de')).toSorted();
    for (const language of languages) {
      const words = read(language);
      expect(Object.keys(words).toSorted(), language).toEqual(keys);
      for (const [key, sentence] of Object.entries(words)) {
        expect(sentence.trim(), `${language} ${key}`).not.toBe('');
        expect(sentence, `${language} ${key}: as written in Switzerland`).not.toMatch(/ß|„|^"|"$/u);
        expect(() => new IntlMessageFormat(sentence, locales[language], undefined, { ignoreTag: true }), `${language} ${key}`).not.toThrow();
      }
    }
  });
});

describe('every refusal', () => {
  it('by its name has a sentence', () => {
    const used = names(/\brefuse\('([a-z0-9-]+)'/gu);
    expect(used.length).toBeGreaterThan(60);
    const all = [...newsroom.flatMap(({ words }) => words ?? []), problemWords];
    const isSaid = ({ file, name }: { file: string; name: string }) => {
      const catalogues = file.startsWith('src/platform/') ? all : own(featureOf(file));
      // A page, not a problem, tells of a link that opens nothing.
      return hasWords(catalogues, `refused.${name}`) || hasWords(catalogues, `door.dead.${name}`);
    };
    // The darkroom's own word between its processes: whoever asks hears of a damaged file.
    expect(used.filter((one) => one.name !== 'gave-up' && !isSaid(one)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
  it('that the ground floor makes has a sentence', () => {
    const used = names(/\b(?:problem|refuse)\((?:parts, )?c, \{ status: [\w.]+, name: '([a-z-]+)'/gu);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter(({ file, name }) => !hasWords(own(featureOf(file)), `refused.${name}`)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
  it('of a field has a sentence', () => {
    const used = [...names(/params: \{ name: '([a-z-]+)' \}/gu), ...names(/\{ path(?:: \[[^\]]+\])?, name: '([a-z-]+)'/gu), ...names(/missing\.push\(\{ name: '([a-z-]+)'/gu)];
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter(({ file, name }) => !hasWords(own(featureOf(file)), `field.${name}`) && !hasWords(own(featureOf(file)), `refused.${name}`)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});
