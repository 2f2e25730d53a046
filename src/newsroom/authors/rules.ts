/** What the newsroom has decided about the names of authors. */

/** «María de los Ángeles Fernández-Hürlimann Wyssmüllner» is 53 long; twice that is no name any more. */
export const longestName = 120;
export const longestAbout = 400;

/** A name has a letter: «🙂» and «---» are none. */
export function isName(text: string): boolean {
  return /\p{L}/u.test(text);
}
