import { contrast, readableAccent } from '../../design/colour.ts';
import { dark, light } from '../../design/tokens.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import { letters } from './letters.ts';

/** The longest names of newspapers fit; longer ones break every page. */
export const longestName = 80;
/** Below an icon on a telephone there is room for about twelve letters. */
export const longestShortName = 24;
export const longestTagline = 160;
/** Of the uploaded file. Larger is a photograph. */
export const greatestLogoBytes = 4 * 1024 * 1024;
/** A logo is shown at most 400 pixels wide, at three for one on a telephone. */
export const widestLogo = 1200;
export const highestLogo = 400;
/** In pixels: browser tab, telephone, app lists. */
export const iconSizes = [32, 180, 192, 512] as const;
/** WCAG 2.2, 1.4.3 asks for 4.5 to 1. */
const leastContrast = 4.5;

export type WrongPublication = Refused<'accent-malformed' | 'time-zone-unknown' | 'language-twice'>;

/** Whether this is a zone of the IANA database, by a name that people use: no bare offset. */
export function isTimeZone(name: string): boolean {
  if (!/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function judgeAccent(accent: string): WrongPublication | null {
  return /^#[0-9a-f]{6}$/iu.test(accent) ? null : refuse('accent-malformed');
}

export function judgeLanguages(languages: readonly string[]): WrongPublication | null {
  return new Set(languages).size === languages.length ? null : refuse('language-twice');
}

/**
 * An accent is never refused for its colour: it keeps its hue and is made darker or lighter until it reads as text,
 * in light and in dark.
 */
export function accentAsShown(accent: string): { readonly light: string; readonly dark: string } {
  return { light: readableAccent(accent, light.tint), dark: readableAccent(accent, dark.tint) };
}

/** White or ink, whichever reads better upon the colour: one of them always reaches 4.5 to 1. */
export function textOn(colour: string): string {
  const white = '#ffffff';
  return contrast(white, colour) >= leastContrast ? white : contrast(white, colour) >= contrast(light.ink, colour) ? white : light.ink;
}

/** The letter that stands for a name: its first of A to Z or 0 to 9, accents aside; null where it has none. */
export function initialOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toUpperCase();
  return [...plain].find((letter) => Object.hasOwn(letters, letter)) ?? null;
}
