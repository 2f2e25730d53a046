/** The app's sentences: every feature keeps its own beside its browser part; one language is loaded, whole. */
import type { Language } from '../../../platform/words/words.ts';

type Sentences = Readonly<Record<string, string>>;

const loaders: Readonly<Record<Language, () => Promise<{ readonly sentences: Sentences }>>> = {
  de: () => import('./sentences-de.ts'),
  fr: () => import('./sentences-fr.ts'),
  it: () => import('./sentences-it.ts'),
  en: () => import('./sentences-en.ts'),
};

export async function sentencesOf(language: Language): Promise<Sentences> {
  return (await loaders[language]()).sentences;
}
