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
    const values = { count: 2, number: 2, length: 5, most: 90, characters: 1, words: 2, minutes: 3, removed: 1, kept: 2, place: 1, places: 3, name: 'Zoë', when: 'heute', time: '14.03', list: 'x', headline: 'Zürich', zone: 'Europe/Zurich', contrast: '7', day: '1', language: 'Deutsch', fields: 'x', reason: 'x', notice: 'x', mine: 1, left: 1, approved: 4, refused: 2, stems: 'x', word: 'x', hours: 24, what: 'x', law: 'x' };
    for (const language of languages) {
      const t = translator(all, language);
      for (const key of Object.keys(all[language])) expect([key, t(key, values).length > 0]).toEqual([key, true]);
    }
  });
});
