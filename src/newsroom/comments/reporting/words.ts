import type { Catalogue, Language } from '../../../platform/words/words.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import { translator } from '../../../platform/words/translate.ts';
import { words } from '../words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };

export const reportingWords: Catalogue = { de, fr, it, en };

/** With those of the discussion itself: what the feature says, over JSON too. No key stands in both. */
export const everyWord: Catalogue = { de: { ...words.de, ...de }, fr: { ...words.fr, ...fr }, it: { ...words.it, ...it }, en: { ...words.en, ...en } };

/** `form` is how the newsroom addresses its readers in German. */
export function reportingTranslator(language: Language, form: 'du' | 'sie'): Translate {
  const translate = translator(reportingWords, language);
  return (key, values) => translate(key, { form, ...values });
}
