import type { Db } from '../../platform/database/database.ts';
import { readPublication } from '../publication/publication.ts';
import type { PageLink } from './page.ts';
import { pagesInFooter } from './store.ts';

/** The public pages of the footer in a language; where it has none, those of the publication's first language. */
export async function footerPages(db: Db, language: string): Promise<PageLink[]> {
  const own = await pagesInFooter(db, language);
  if (own.length > 0) return own;
  const [first = language] = (await readPublication(db)).languages;
  return first === language ? own : pagesInFooter(db, first);
}
