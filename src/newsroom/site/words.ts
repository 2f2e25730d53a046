/** What the site says to readers, stories' own words included. */
import type { Translate } from '../../platform/words/translate.ts';
import { translator } from '../../platform/words/translate.ts';
import type { Catalogue, Language } from '../../platform/words/words.ts';
import { languages } from '../../platform/words/words.ts';
import { embedWords } from '../embeds/views/words.ts';
import { galleryWords } from '../galleries/views/words.ts';
import { readingWords } from '../stories/views/words.ts';
import { videoWords } from '../videos/views/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };

export const siteWords: Catalogue = { de, fr, it, en };

const translators = new Map<Language, Translate>(languages.map((language) => [language, translator([readingWords, galleryWords, videoWords, embedWords, siteWords], language)]));

/** `form` is how the newsroom addresses its readers in German. */
export function siteTranslator(language: Language, form: 'du' | 'sie'): Translate {
  const translate = translators.get(language) as Translate;
  return (key, values) => translate(key, { form, ...values });
}
