/** What a reader may be called. Pure; each refusal has a name, and words that say what to do. */
import { refuse, type Refused } from '../../../platform/result.ts';
import { isHidden, mayStandInName, scriptsOf } from './letters.ts';
import { plainKey } from './skeleton.ts';

/** In letters as people count them. Two are a name («Bo»), and forty hold a doctor with two surnames. */
export const shortestName = 2;
export const longestName = 40;
/** Vietnamese needs two marks on a letter, Hebrew and Indic scripts one more; towers of them climb into the lines above. */
const mostMarks = 3;

/** Words that a reader's name does not contain: whoever bears them speaks for the newsroom. As `plainKey` writes them. */
const officeWords = [
  'redaktion', 'redaction', 'redazion', 'redaktor', 'redakteur', 'redacteur', 'redactric', 'redattor', 'redattric', 'editorial', 'newsroom',
  'moderation', 'moderator', 'moderateur', 'moderatric', 'moderazion', 'administrat', 'amministra', 'kundendienst', 'leserdienst', 'broadsheet',
].map(plainKey);
/** Words that are no part of a name by themselves, though other words contain them: «Badminton» is a fine name. */
const officeParts: ReadonlySet<string> = new Set(['admin', 'mod', 'mods', 'team', 'staff', 'support', 'system', 'root', 'verlag', 'editor', 'editors', 'presse', 'official', 'offiziell', 'officiel'].map(plainKey));
/** What stands in the place of a name that is gone. */
const placeholders: ReadonlySet<string> = new Set(['gelöschtes Konto', 'gelöscht', 'compte supprimé', 'account eliminato', 'conto eliminato', 'deleted account', 'deleted', 'anonym', 'anonyme', 'anonimo', 'anonymous'].map(plainKey));

export interface Taken {
  /** Names of the people of the newsroom. */
  readonly people: readonly string[];
  /** What the publication is called. */
  readonly publication: readonly string[];
}

export type NameRefusal = Refused<
  'name-missing' | 'name-short' | 'name-long' | 'name-hidden' | 'name-marks' | 'name-characters' | 'name-scripts' | 'name-letters' | 'name-address' | 'name-office' | 'name-publication' | 'name-staff'
>;

/** The name as it will be kept: composed, single spaces, none at the ends. What was hidden in it stays for `judgeName` to find. */
export function tidyName(typed: string): string {
  return typed.toWellFormed().normalize('NFC').replaceAll(/[ \t\r\n\u00a0\u202f]+/gu, ' ').trim();
}

/** Whether this may be a reader's name; whether somebody has it already is for the store to say. */
export function judgeName(typed: string, taken: Taken): NameRefusal | null {
  const name = tidyName(typed);
  return judgeForm(name) ?? judgeMeaning(name, taken);
}

function judgeForm(name: string): NameRefusal | null {
  if (name === '') return refuse('name-missing');
  const characters = [...name];
  if (hidesSomething(name)) return refuse('name-hidden');
  const letters = [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(name)].map(({ segment }) => segment);
  if (letters.length > longestName) return refuse('name-long', { most: longestName });
  if (letters.some((letter) => [...letter.normalize('NFD')].filter((one) => /\p{M}/u.test(one)).length > mostMarks)) return refuse('name-marks');
  const odd = characters.find((one) => one !== joiner && !mayStandInName(one));
  if (/[@/\\]|:\/\/|\S\.\p{L}{2,}/u.test(name)) return refuse('name-address');
  if (odd !== undefined) return refuse('name-characters', { character: odd });
  const scripts = scriptsOf(name);
  if (scripts.has(-1)) return refuse('name-characters', { character: characters.find((one) => scriptsOf(one).has(-1)) ?? '' });
  if (scripts.size > 1) return refuse('name-scripts');
  if (characters.filter((one) => /\p{L}/u.test(one)).length < 2) return refuse('name-letters');
  return letters.length < shortestName ? refuse('name-short', { least: shortestName }) : null;
}

function judgeMeaning(name: string, { people, publication }: Taken): NameRefusal | null {
  const key = plainKey(name);
  const parts = name.split(/[\s.,'’\-·&]+/u).map(plainKey);
  if (officeWords.some((word) => key.includes(word)) || parts.some((part) => officeParts.has(part)) || placeholders.has(key)) return refuse('name-office');
  if (publication.map(plainKey).some((one) => one !== '' && (key === one || (one.length >= 5 && key.includes(one))))) return refuse('name-publication');
  const sorted = inOrder(parts);
  return people.some((one) => plainKey(one) === key || inOrder(one.split(/\s+/u).map(plainKey)) === sorted) ? refuse('name-staff') : null;
}

/** `Keller Anna` is `Anna Keller`. */
function inOrder(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').toSorted().join(' ');
}

/** Persian words are written with it; between two Arabic letters it hides nothing. */
const joiner = '\u200c';

function hidesSomething(name: string): boolean {
  return [...name.replaceAll(/(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/gu, '')].some(isHidden);
}
