/** Sentences in four languages: ICU messages with plural rules, one catalogue per feature. Pure; works in browsers too. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Language } from './words.ts';
import { languages } from './words.ts';

export type Values = Readonly<Record<string, string | number | Date>>;
/** Gives the sentence for a key. An unknown key is a bug and says its name, so that a test can find it. */
export type Translate = (key: string, values?: Values) => string;

/** How each language is written here: Swiss forms of numbers, dates and plurals. */
export const locales: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-GB' };

const formats = new Map<string, IntlMessageFormat>();

/** A translator over one or several catalogues; of two with the same key the later one counts. */
export function translator(catalogue: Catalogue | readonly Catalogue[], language: Language): Translate {
  const sentences: Record<string, string> = Object.assign({}, ...[catalogue].flat().map((one) => (one as Catalogue)[language]));
  return (key, values) => {
    const sentence = sentences[key];
    if (sentence === undefined) throw new Error(`no words in ${language} for ${key}`);
    if (!sentence.includes('{') && !sentence.includes("'")) return sentence;
    const name = `${language}:${sentence}`;
    let format = formats.get(name);
    if (format === undefined) {
      format = new IntlMessageFormat(sentence, locales[language], undefined, { ignoreTag: true });
      formats.set(name, format);
    }
    return String(format.format(values as Record<string, string | number | Date>));
  };
}

/** The interface language for a tag such as `fr-CH` or `gsw`; German where nothing fits. */
export function interfaceLanguage(tag: string | null | undefined, fallback: Language = 'de'): Language {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? fallback;
}

/** The best of ours, or of those `among` which we may choose, for an Accept-Language header (RFC 9110, 12.5.4). */
export function acceptedLanguage(header: string | null | undefined, fallback: Language = 'de', among: readonly Language[] = languages): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = parameters.map((one) => /^\s*q=([0-9.]+)\s*$/u.exec(one)?.[1]).find((one) => one !== undefined);
    return { tag: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  wishes.sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of wishes) {
    const found = among.find((language) => language === tag);
    if (found !== undefined && weight > 0) return found;
  }
  return fallback;
}
