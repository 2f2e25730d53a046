/**
 * What a typewriter's signs become in a newspaper, per language (Schweizer Bundeskanzlei, Schreibweisungen; Imprimerie
 * nationale; Chicago Manual of Style). Pure: looks at the text before the cursor, the last character of which was just typed.
 */
export interface Replacement {
  /** How many characters before the cursor go, the typed one included. */
  readonly take: number;
  readonly put: string;
}

interface Quotes {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
}

const thin = '\u202f';
const swiss: Quotes = { open: '«', close: '»', innerOpen: '‹', innerClose: '›' };
const french: Quotes = { open: `«${thin}`, close: `${thin}»`, innerOpen: '‹\u202f', innerClose: '\u202f›' };
const english: Quotes = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };

export function quotesOf(language: string): Quotes {
  if (language.startsWith('fr')) return french;
  return language.startsWith('en') ? english : swiss;
}

/** Null where the text stays as it was typed. */
export function typographic(before: string, language: string): Replacement | null {
  const quotes = quotesOf(language);
  const previous = before.at(-2) ?? '';
  const opens = previous === '' || /[\s([{«‹“‘„–—/\u202f]/u.test(previous);
  if (before.endsWith('"')) return { take: 1, put: opens ? quotes.open : quotes.close };
  if (before.endsWith("'")) return { take: 1, put: innerQuote(before, opens, quotes) };
  if (before.endsWith('...')) return { take: 3, put: '…' };
  if (before.endsWith('<<')) return { take: 2, put: french === quotes ? quotes.open : '«' };
  if (before.endsWith('>>')) return { take: 2, put: french === quotes ? quotes.close : '»' };
  if (/[^-]--$/u.test(before)) return { take: 2, put: '–' };
  if (/\S - $/u.test(before)) return { take: 2, put: '– ' };
  if (quotes === french && / [;:!?]$/u.test(before)) return { take: 2, put: `${thin}${before.at(-1)!}` };
  return null;
}

/** A text that was typed elsewhere, with the same signs as if it had been typed here. */
export function typeset(text: string, language: string): string {
  let set = '';
  for (const letter of text) {
    set += letter;
    const found = typographic(set, language);
    if (found !== null) set = set.slice(0, -found.take) + found.put;
  }
  return set;
}

/** An apostrophe, unless it opens or closes a quotation within a quotation. */
function innerQuote(before: string, opens: boolean, quotes: Quotes): string {
  const text = before.slice(0, -1);
  const inside = text.lastIndexOf(quotes.open.trim()) > text.lastIndexOf(quotes.close.trim());
  if (opens) return inside || quotes === english ? quotes.innerOpen : '’';
  const innerOpen = text.lastIndexOf(quotes.innerOpen.trim()) > text.lastIndexOf(quotes.innerClose.trim());
  return inside && innerOpen && /[\p{P}]$/u.test(text) ? quotes.innerClose : '’';
}
