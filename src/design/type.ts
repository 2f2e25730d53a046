/**
 * How each language writes what is not a word: days, hours, numbers, quotations. Swiss forms throughout.
 * No relative times: pages are kept for long.
 */
import type { Language } from '../platform/words/words.ts';

/** U+202F, the narrow space that stays. */
export const narrow = '\u202f';
/** U+00A0. */
export const fixed = '\u00a0';

export interface Writing {
  readonly language: Language;
  /** IANA name, such as `Europe/Zurich`. */
  readonly timeZone: string;
}

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

/** «23. November 2026», «1er janvier 2027», «1º gennaio 2027», “23 November 2026”. */
export function writeDay(at: Date, writing: Writing): string {
  const { day, month, year } = parts(at, writing);
  if (writing.language === 'de') return `${day}.${fixed}${month} ${year}`;
  return `${dayNumber(day, writing.language)}${fixed}${month} ${year}`;
}

/** «Montag, 23. November 2026», «lundi 23 novembre 2026». */
export function writeWeekday(at: Date, writing: Writing): string {
  const { weekday } = parts(at, writing);
  const comma = writing.language === 'de' || writing.language === 'en' ? ',' : '';
  return `${weekday}${comma} ${writeDay(at, writing)}`;
}

/** «14.05 Uhr», «14h05», «ore 14.05», “14:05”. */
export function writeHour(at: Date, writing: Writing): string {
  const { hour, minute } = parts(at, writing);
  switch (writing.language) {
    case 'de':
      return `${hour}.${minute}${fixed}Uhr`;
    case 'fr':
      return `${hour}h${minute}`;
    case 'it':
      return `ore${fixed}${hour}.${minute}`;
    case 'en':
      return `${hour}:${minute}`;
  }
}

/** «23. November 2026, 14.05 Uhr», «23 novembre 2026 à 14h05». */
export function writeInstant(at: Date, writing: Writing): string {
  const between = writing.language === 'fr' ? ` à${fixed}` : ', ';
  return `${writeDay(at, writing)}${between}${writeHour(at, writing)}`;
}

/** For narrow lists: the hour of the same day («14.05», «14h05»), else day and month («23. Nov.»). */
export function writeShort(at: Date, today: Date, writing: Writing): string {
  if (sameDay(at, today, writing.timeZone)) {
    const { hour, minute } = parts(at, writing);
    return `${hour}${{ de: '.', fr: 'h', it: '.', en: ':' }[writing.language]}${minute}`;
  }
  return formatter(`${tags[writing.language]} short`, tags[writing.language], { day: 'numeric', month: 'short', timeZone: writing.timeZone }).format(at);
}

export function sameDay(one: Date, other: Date, timeZone: string): boolean {
  const day = formatter(`day ${timeZone}`, 'en-CA', { timeZone });
  return day.format(one) === day.format(other);
}

/** The first instant of the next day in the zone: when a page that says «heute» must change. */
export function nextDay(at: Date, timeZone: string): Date {
  // Midnight is between 1 minute and 25 hours away; halving the gap finds it to the second, whatever the zone does.
  let [before, after] = [at.getTime(), at.getTime() + 26 * 3_600_000];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2);
    if (sameDay(at, new Date(middle), timeZone)) before = middle;
    else after = middle;
  }
  return new Date(Math.floor(after / 1_000) * 1_000);
}

/** «12’345», «12 345» with narrow spaces in French, “12,345”. */
export function writeNumber(number: number, language: Language): string {
  const digits = new Intl.NumberFormat('en').format(number);
  if (language === 'en') return digits;
  return digits.replace('.', ';').replaceAll(',', language === 'fr' ? narrow : '’').replace(';', language === 'de' ? '.' : ',');
}

/** «Zürich», « Zurich » with narrow spaces, “Zurich”. */
export function quote(text: string, language: Language): string {
  if (language === 'en') return `“${text}”`;
  return language === 'fr' ? `«${narrow}${text}${narrow}»` : `«${text}»`;
}

const tags: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en-GB' };

function dayNumber(day: string, language: Language): string {
  if (day !== '1') return day;
  if (language === 'fr') return '1er';
  return language === 'it' ? '1º' : day;
}

function parts(at: Date, { language, timeZone }: Writing): Parts {
  const full = formatter(`${language} ${timeZone}`, tags[language], {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone,
  });
  const found = Object.fromEntries(full.formatToParts(at).map(({ type, value }) => [type, value]));
  return { ...(found as unknown as Parts), day: String(Number.parseInt(found['day'] ?? '', 10)) };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function formatter(key: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${key} ${options.timeZone ?? ''}`;
  let found = formatters.get(name);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, options);
    formatters.set(name, found);
  }
  return found;
}
