/** In which language a refusal is told, and in whose words: the feature's that refuses, else the house's, else any that has them. */
import type { Context } from 'hono';
import type { Actor } from '../feature.ts';
import type { Values } from '../words/translate.ts';
import { acceptedLanguage, interfaceLanguage, translator } from '../words/translate.ts';
import type { Catalogue, Language } from '../words/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };

export const problemWords: Catalogue = { de, fr, it, en };

/** Under this name an operation leaves the catalogues of the features, its own first. */
export const spokenBy = 'spokenBy';

/** Gives the sentence for the first of the keys that anybody has words for; undefined where nobody has. */
export type Say = (keys: readonly string[], values?: Readonly<Record<string, unknown>>) => string | undefined;

export function sayTo(c: Context): Say {
  const [own, ...others] = (c.get(spokenBy) as readonly Catalogue[] | undefined) ?? [];
  const catalogues = [...(own === undefined ? [] : [own]), problemWords, ...others];
  const language = languageOf(c);
  return (keys, values) => {
    for (const catalogue of catalogues) {
      const key = keys.find((one) => Object.hasOwn(catalogue[language], one));
      if (key !== undefined) return translator(catalogue, language)(key, plain(values));
    }
    return undefined;
  };
}

/** The one that whoever asks has chosen, else the best of the request's wishes, else English: then it is a program. */
function languageOf(c: Context): Language {
  const who = c.get('who') as Actor | null | undefined;
  return interfaceLanguage(who?.language, acceptedLanguage(c.req.header('accept-language'), 'en'));
}

function plain(values: Readonly<Record<string, unknown>> = {}): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => ['string', 'number'].includes(typeof value) || value instanceof Date)) as Values;
}
