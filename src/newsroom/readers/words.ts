import { translator, type Translate } from '../../platform/words/translate.ts';
import type { Catalogue, Language } from '../../platform/words/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };

export const words: Catalogue = { de, fr, it, en };

/** `form` is how the newsroom addresses its readers in German. */
export function readerTranslator(language: Language, form: 'du' | 'sie'): Translate {
  const translate = translator(words, language);
  return (key, values) => translate(key, { form, ...values });
}
