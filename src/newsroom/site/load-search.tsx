/** The search page: words in, stories out, a page at a time. */
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { searchStories } from '../stories/stories.ts';
import { answer, teaserTags } from './answer.tsx';
import { readingOf } from './frame.tsx';
import { highlight } from './highlight.ts';
import { loadGround } from './load-site.ts';
import type { SearchPage } from './search.tsx';
import { SearchView } from './search.tsx';

export const searchQuery = ['q', 'sprache', 'seite'] as const;

const perPage = 20;
/** Nobody turns further, and further costs more. */
const lastPage = 25;
/** Longer questions are no questions. */
const longestQuery = 200;
/** Nobody asks the same again an hour later; a page that is asked for often is still made once. */
const keptFor = 5 * 60_000;

export async function searchPage(house: House, { query, now }: PageRequest): Promise<Page> {
  const words = (query['q'] ?? '').slice(0, longestQuery).trim();
  const page = Math.min(lastPage, Math.max(1, Number.parseInt(query['seite'] ?? '1', 10) || 1));
  const ground = await loadGround(house, null);
  const { languages } = ground.publication;
  const language = languages.find((one) => one === query['sprache']) ?? languages[0] ?? 'de';
  const { site } = language === ground.site.language ? ground : await loadGround(house, language);
  const reading = readingOf(site, language, now);
  const { teasers, count, instead } = words === '' ? { teasers: [], count: 0, instead: null } : await searchStories(house.db, { query: words, language, limit: perPage, offset: (page - 1) * perPage });
  const address = (to: number) => `/suche?${new URLSearchParams({ q: words, ...(languages.length > 1 ? { sprache: language } : {}), ...(to > 1 ? { seite: String(to) } : {}) })}`;
  const values: SearchPage = {
    query: words, count, similar: instead !== null, language, languages, page, reading,
    found: teasers.map((story) => ({ story, headline: highlight(story.headline, instead ?? words), lead: highlight(story.lead, instead ?? words) })),
    newest: page === 1 ? null : address(1),
    older: page < lastPage && count > page * perPage ? address(page + 1) : null,
  };
  return answer({
    site, content: <SearchView {...values} />, tags: ['latest', ...teaserTags(teasers)], pictures: teasers.map(({ picture }) => picture), ...(words === '' ? {} : { expires: new Date(now.getTime() + keptFor) }),
    view: { language, now, title: words === '' ? reading.t('search-title') : `${reading.t('search-title')}: ${words}`, description: '', path: words === '' ? '/suche' : null, robots: 'noindex, follow' },
  });
}
