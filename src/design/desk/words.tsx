/** The sentences of the journalists' app in the language of whoever works. */
import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Translate } from '../../platform/words/translate.ts';
import { locales, translator } from '../../platform/words/translate.ts';
import type { Catalogue, Language } from '../../platform/words/words.ts';

export interface Words {
  readonly t: Translate;
  readonly language: Language;
  /** For numbers, dates and sorting. */
  readonly locale: string;
}

const Context = createContext<Words | null>(null);

interface WordsProviderProps {
  readonly language: Language;
  readonly sentences: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

export function WordsProvider({ language, sentences, children }: WordsProviderProps): ReactElement {
  const words = useMemo(() => {
    const catalogue = { [language]: sentences } as unknown as Catalogue;
    return { t: translator(catalogue, language), language, locale: locales[language] };
  }, [language, sentences]);
  return <Context value={words}>{children}</Context>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (words === null) throw new Error('words are asked for outside of WordsProvider');
  return words;
}
