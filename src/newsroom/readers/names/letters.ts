/** Which characters a name may hold. Pure. */

/**
 * Scripts of living languages (Unicode Standard Annex 31, table 5, and Georgian capitals left out): a name is written in
 * one of these groups. What is in none of them is a symbol or a costume.
 */
const scripts: readonly RegExp[] = [
  /\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u, /\p{Script=Devanagari}/u, /\p{Script=Bengali}/u, /\p{Script=Tamil}/u, /\p{Script=Telugu}/u, /\p{Script=Sinhala}/u,
  /\p{Script=Thai}/u, /\p{Script=Ethiopic}/u, /\p{Script=Tibetan}/u, /\p{Script=Khmer}/u, /\p{Script=Hangul}/u,
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
];

/** The groups that the letters of a text belong to; -1 for a letter that is in none. */
export function scriptsOf(text: string): ReadonlySet<number> {
  const letters = [...text].filter((one) => /\p{L}/u.test(one));
  return new Set(letters.filter((one) => !/\p{Script=Common}|\p{Script=Inherited}/u.test(one)).map((one) => scripts.findIndex((script) => script.test(one))));
}

/** Letters as they are typed (no bold, script or full-width ones), the marks on them, our digits, and what stands between the parts of a name. */
export function mayStandInName(character: string): boolean {
  return /^[\p{L}\p{M}0-9 .,'’\-·&]$/u.test(character) && character.normalize('NFKC') === character.normalize('NFC');
}

/** What has no form of its own, or turns what stands beside it: a name that holds it hides something. */
export function isHidden(character: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]$/u.test(character);
}
