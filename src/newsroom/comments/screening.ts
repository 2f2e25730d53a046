/**
 * Screening: an ordered list of named checks, each a reason for a moderator to look first. A check never decides: what
 * it finds keeps a comment from going out unread, and stands beside it in the queue. Pure.
 */
import { fold, hasMixedScripts, isNearly, lettersOf, sketchOf } from './folding.ts';
import { countLinks } from './segments.ts';

/** What came with the form. */
export interface Screened {
  readonly text: string;
  /** As it stands beside the comment. */
  readonly name: string;
  /** What a field held that people do not see. */
  readonly hiddenField: string;
  /** How long the form was open, in milliseconds; null: it was on a page that is the same for everybody. */
  readonly openFor: number | null;
  /** Whether the text came with characters that turn the direction of what follows, or that nobody sees. */
  readonly turned: boolean;
  readonly proof: 'not-asked' | 'given' | 'missing';
}

/** What the house knows. */
export interface ScreeningFacts {
  readonly known: boolean;
  /** Warned or suspended not long ago. */
  readonly warned: boolean;
  /** Comments of the same writer in the last minutes. */
  readonly lately: number;
  /** The same letters were sent elsewhere in the last days, by anybody. */
  readonly sentBefore: boolean;
  /** Sketches of what was refused lately. */
  readonly refusedSketches: readonly (readonly number[])[];
  /** Words of the newsroom's lists that it contains. */
  readonly listed: readonly string[];
  /** Letters of the names of those who work in the newsroom, and of the publication. */
  readonly houseNames: ReadonlySet<string>;
}

type Check = readonly [name: string, finds: (comment: Screened, facts: ScreeningFacts) => boolean];

/** Within this nobody reads a form and fills it. */
const readingTakes = 3_000;
/** The third within a few minutes is a quarrel or a machine. */
export const latelyMeans = 5 * 60_000;
const oftenIs = 2;
/** Below this many letters, capitals are an abbreviation. */
const leastLetters = 16;

/** In the order in which a moderator reads them: what says most comes first. */
export const checks: readonly Check[] = [
  ['hidden-field', ({ hiddenField }) => hiddenField !== ''],
  ['too-quick', ({ openFor }) => openFor !== null && openFor >= 0 && openFor < readingTakes],
  ['no-proof', ({ proof }) => proof === 'missing'],
  ['listed-word', (_, { listed }) => listed.length > 0],
  ['like-refused', ({ text }, { refusedSketches }) => isLikeAny(text, refusedSketches)],
  ['sent-before', (_, { sentBefore }) => sentBefore],
  ['house-name', ({ name }, { houseNames }) => houseNames.has(lettersOf(name))],
  ['warned', (_, { warned }) => warned],
  ['often', (_, { lately }) => lately >= oftenIs],
  ['first-comment', (_, { known }) => !known],
  ['links', ({ text }) => countLinks(text) > 0],
  ['personal-data', ({ text }) => hasPersonalData(text)],
  ['capitals', ({ text }) => isShouted(text)],
  ['repeats', ({ text }) => /(\P{Nd})\1{5}|[!?]{4}/u.test(text)],
  ['mixed-scripts', ({ text, name }) => hasMixedScripts(text) || hasMixedScripts(name)],
  ['turned', ({ turned }) => turned],
  ['stacked-marks', ({ text }) => /\p{M}{4}/u.test(text)],
  ['unbroken', ({ text }) => countLinks(text) === 0 && /[^\s-]{60}/u.test(text)],
];

/** The names of what was found, in the order of the list. */
export function screen(comment: Screened, facts: ScreeningFacts): string[] {
  return checks.filter(([, finds]) => finds(comment, facts)).map(([name]) => name);
}

/** Addresses of mail, telephone numbers, accounts: not what belongs in public, whoever it belongs to. */
export function hasPersonalData(text: string): boolean {
  return /[^\s@]+@[^\s@]+\.\p{L}{2,}/u.test(text) || /(?:\+\d{2}|\b0)[\s()/.-]*(?:\d[\s()/.-]*){8,11}\b/u.test(text) || /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,}/u.test(text);
}

function isShouted(text: string): boolean {
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  return cased.length >= leastLetters && cased.filter((letter) => /\p{Lu}/u.test(letter)).length / cased.length > 0.6;
}

function isLikeAny(text: string, sketches: readonly (readonly number[])[]): boolean {
  if (sketches.length === 0) return false;
  const sketch = sketchOf(text);
  return sketches.some((one) => isNearly(sketch, one));
}

/** What the word lists are asked: the text as it stands and as it reads. */
export function wordsOf(text: string): string {
  const folded = fold(text);
  return `${text} ${folded}`;
}
