/** What every part of a story's page is given beside the story. */
import type { Writing } from '../../../design/type.ts';
import type { Translate } from '../../../platform/words/translate.ts';

export interface Reading {
  /** BCP 47 tag of the page that the part stands on: whatever is in another language says so. */
  readonly language: string;
  readonly writing: Writing;
  readonly t: Translate;
  /** The instant that the page is made at; only days are compared with it. */
  readonly now: Date;
  /** How many comments stand below a story, by its id; absent where a page does not say. */
  readonly comments?: ReadonlyMap<string, number>;
}

/** For `lang`: nothing where it goes without saying. */
export function otherLanguage(language: string, reading: Reading): string | undefined {
  return language === reading.language ? undefined : language;
}
