import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { translator } from '../../platform/words/translate.ts';
import type { Catalogue, Language } from '../../platform/words/words.ts';
import { languages } from '../../platform/words/words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sentences = (language: Language): Record<string, string> =>
  Object.assign({}, ...globSync(`newsroom/*/desk/words/${language}.json`, { cwd: root }).map((file) => JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as object));
const all = Object.fromEntries(languages.map((language) => [language, sentences(language)])) as unknown as Catalogue;
const sources = globSync('{newsroom/*/desk,design/desk}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'));

describe('the words of the desk', () => {
  it('are there in four languages, sentence by sentence', () => {
    expect(Object.keys(all.de).length).toBeGreaterThan(300);
    for (const language of languages) expect(Object.keys(all[language]).sort()).toEqual(Object.keys(all.de).sort());
  });
  it('know every sentence that the app asks for', () => {
    expect(sources.length).toBeGreaterThan(60);
    const asked = sources.flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/(?:\bt|\bsay)\('([a-z][\w.-]+)'/gu)].map((match) => match[1]!));
    expect(asked.filter((key) => all.de[key] === undefined)).toEqual([]);
  });
  it('speak: every sentence can be said', () => {
    // Whatever a sentence asks for, it is given: 2 is a number, a word, and one of the others.
    const values = new Proxy({}, { has: () => true, get: () => 2 });
    for (const language of languages) {
      const t = translator(all, language);
      for (const key of Object.keys(all[language])) expect([key, t(key, values).length > 0]).toEqual([key, true]);
    }
  });
});
