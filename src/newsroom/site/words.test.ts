import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../platform/words/words.ts';
import { readingWords } from '../stories/views/words.ts';
import { siteTranslator, siteWords } from './words.ts';

const every = { ...readingWords.de, ...siteWords.de };

it.each(languages)('speaks %s wherever it speaks German', (language) => {
  expect(Object.keys(siteWords[language]).toSorted()).toEqual(Object.keys(siteWords.de).toSorted());
  expect(Object.keys(readingWords[language]).toSorted()).toEqual(Object.keys(readingWords.de).toSorted());
});

it('has words for everything that the pages ask for, and none that nobody asks for', () => {
  const folders = [new URL('.', import.meta.url), new URL('../stories/views/', import.meta.url)];
  const sources = folders.flatMap((folder) => readdirSync(folder).filter((file) => /(?<!\.test)\.tsx?$/u.test(file)).map((file) => readFileSync(new URL(file, folder), 'utf8'))).join('\n');
  const asked = [...sources.matchAll(/\bt\(\s*'([a-z-]+)'/gu)].map(([, key = '']) => key);
  expect(asked.filter((key) => !(key in every))).toEqual([]);
  const built = /^(?:label|language|picture)-|^(?:busy|trouble|refused|corrections)/u;
  expect(Object.keys(every).filter((key) => !asked.includes(key) && !built.test(key))).toEqual([]);
});

it('addresses German readers as the newsroom wants', () => {
  expect(siteTranslator('de', 'du')('search-none')).toMatch(/^Prüf /u);
  expect(siteTranslator('de', 'sie')('search-none')).toMatch(/^Prüfen Sie/u);
});
