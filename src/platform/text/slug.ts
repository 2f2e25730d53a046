/** Addresses made from words: lower-case ASCII, readable in the language that they were written in. Pure. */

/** Longer ones are cut by mails and chats; 80 letters hold about ten words. */
export const longestSlug = 80;

/**
 * The words of a text as a part of an address, such as `fruehling-in-zuerich` for «Frühling in Zürich»: German
 * umlauts are written out, other accents dropped, Cyrillic and Greek transliterated. At most `longestSlug`
 * characters, cut between words, and never empty: where no letter can be written in ASCII (Arabic, Chinese, an emoji
 * alone), the answer is the fallback.
 * @param language BCP 47; only German writes ü as ue
 * @param fallback lower-case ASCII
 */
export function slugify(text: string, language: string, fallback = 'text'): string {
  return asciiWords(text, language) || fallback;
}

/** Like `slugify`, but empty where nothing of the text can be written in ASCII. */
export function asciiWords(text: string, language: string): string {
  const german = /^(de|gsw)\b/iu.test(language);
  const letters = [...beginning(text).normalize('NFC').toLowerCase().normalize('NFC')];
  const plain = letters.map((letter) => (german ? umlauts[letter] : undefined) ?? written(letter)).join('');
  // «l’été» is two words, «don’t» is one.
  const elision = /^(fr|it|rm|ca)\b/iu.test(language) ? '-' : '';
  const words = plain.replaceAll(/['’‘ʼ`´]/gu, elision).replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  return cutBetweenWords(words, longestSlug);
}

/** The slug with a number behind it, still in the greatest length: `name-2`. */
export function numberedSlug(slug: string, number: number): string {
  if (number < 2) return slug;
  const suffix = `-${number}`;
  return cutBetweenWords(slug, longestSlug - suffix.length) + suffix;
}

/** The slug, with the smallest number behind it that makes it different from those that are taken. */
export function firstFreeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = numberedSlug(slug, number);
    if (!taken.has(candidate)) return candidate;
  }
}

// No text needs more letters than this for its slug; a hostile one has millions.
const enough = 1_000;

function beginning(text: string): string {
  return text.length > enough ? text.slice(0, enough).toWellFormed() : text.toWellFormed();
}

function cutBetweenWords(words: string, most: number): string {
  if (words.length <= most) return words;
  const end = words.lastIndexOf('-', most);
  // A single word of more than half the room is cut inside: a stump says more than nothing.
  return words.slice(0, end > most / 2 ? end : most).replace(/-+$/u, '');
}

function written(letter: string): string {
  const known = letters[letter];
  if (known !== undefined) return known;
  const base = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  if (base === letter) return letter;
  return [...base].map((part) => letters[part] ?? part).join('');
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** What Unicode does not take apart by itself. Cyrillic after the BGN/PCGN romanisation, Greek after ELOT 743, both without marks. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ŧ: 't', ſ: 's', ə: 'e', '&': '-',
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y', ј: 'j',
  к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts',
  ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r',
  σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};
