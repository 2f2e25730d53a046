/** What two spellings of a text have in common: for comparing, never for showing. Pure. */

/**
 * Letters and digits alone, each as the Latin letter that it looks like: small, without accents, whatever the script or
 * style («ＢＥＴＲＵＧ», «Bеtrug» with a Cyrillic е and «b-e-t-r-u-g» are one). Words stay apart.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const known = plain.replaceAll(/[^\u0000-\u007f]/gu, (letter) => lookalikes.get(letter) ?? letter);
  return known.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The same without spaces: what is left when somebody writes a name with other letters, dots or gaps. */
export function lettersOf(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Whether a word mixes Latin with letters that only look like it: `Redaktiоn` with a Cyrillic о. Whole words of another script do not. */
export function hasMixedScripts(text: string): boolean {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word));
}

/** From so many words on a sketch says something. */
const leastWords = 8;

/**
 * A sketch of the text (a simhash of its runs of three words): 64 bits as two numbers, of which near-copies share
 * nearly all. Empty where a text is too short to be told from others.
 */
export function sketchOf(text: string): readonly number[] {
  const words = fold(text).split(' ');
  if (words.length < leastWords) return [];
  const weights = new Int32Array(64);
  for (let i = 0; i + 3 <= words.length; i++) {
    const run = words.slice(i, i + 3).join(' ');
    for (const [half, seed] of seeds.entries()) {
      const hash = hashOf(run, seed);
      for (let bit = 0; bit < 32; bit++) weights[half * 32 + bit]! += ((hash >>> bit) & 1) === 1 ? 1 : -1;
    }
  }
  return seeds.map((_, half) => Array.from({ length: 32 }, (__, bit) => (weights[half * 32 + bit]! > 0 ? 1 << bit : 0)).reduce((a, b) => a | b, 0));
}

/** Sketches of texts with a few words changed differ in no more bits than this; of others in about 32, give or take 4. */
const nearlySame = 14;

export function isNearly(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== 2 || other.length !== 2) return false;
  return bitsIn(one[0]! ^ other[0]!) + bitsIn(one[1]! ^ other[1]!) <= nearlySame;
}

const seeds = [0x811c9dc5, 0x01000193];

/** FNV-1a, then mixed so that every bit depends on every letter. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function bitsIn(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Small letters of other scripts that are drawn like Latin ones in common typefaces, and what compatibility forms leave. */
const lookalikes: ReadonlyMap<string, string> = new Map(Object.entries({
  а: 'a', в: 'b', е: 'e', ё: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', і: 'i', ї: 'i', ј: 'j', ԁ: 'd', һ: 'h', ԛ: 'q', ԝ: 'w', г: 'r', п: 'n',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', ς: 's', τ: 't', υ: 'u', χ: 'x', γ: 'y', ω: 'w',
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', ŧ: 't', ɡ: 'g', ɩ: 'i', ʀ: 'r', ᴏ: 'o', ɑ: 'a', օ: 'o', ս: 'u', ո: 'n', հ: 'h',
}));
