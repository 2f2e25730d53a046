/** Searching: a form that asks by GET, what was found, and what to do when nothing was. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import { writeDay } from '../../design/type.ts';
import type { Language } from '../../platform/words/words.ts';
import type { Teaser } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';
import { otherLanguage } from '../stories/views/context.ts';
import { listingSheet, Paging } from './list.tsx';

export interface Found {
  readonly story: Teaser;
  /** Headline and lead in pieces, the words that were searched for marked. */
  readonly headline: readonly Piece[];
  readonly lead: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface SearchPage {
  /** As typed. */
  readonly query: string;
  readonly count: number;
  /** Nobody wrote these words: found are those of a similar spelling. */
  readonly similar: boolean;
  readonly found: readonly Found[];
  /** The language that is searched, and all that there are. */
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly page: number;
  readonly newest: string | null;
  readonly older: string | null;
  readonly reading: Reading;
}

export function SearchView(page: SearchPage): ReactElement {
  const { query, count, similar, found, reading } = page;
  const { t } = reading;
  return (
    <div className="wrap listing">
      <Style of={listingSheet} />
      <h1>{t('search-title')}</h1>
      <SearchForm {...page} />
      {query.trim() === '' ? <p className="soft">{t('search-hint')}</p> : <p className="search-count">{similar ? t('search-similar', { query }) : t('search-count', { count, query })}</p>}
      {query.trim() !== '' && count === 0 ? <p className="soft">{t('search-none')}</p> : null}
      <div className="rows">
        {found.map((one) => (
          <Result key={one.story.id} found={one} reading={reading} />
        ))}
      </div>
      <Paging stretch={page} reading={reading} />
    </div>
  );
}

interface SearchFormValues extends Partial<Pick<SearchPage, 'language' | 'languages'>> {
  readonly query: string;
  readonly reading: Reading;
}

/** Also stands on the page that says that there is none. */
export function SearchForm({ query, language, languages = [], reading }: SearchFormValues): ReactElement {
  return (
    <form className="search screen" action="/suche" role="search">
      <Style of={searchSheet} />
      <label className="away" htmlFor="search">
        {reading.t('search-field')}
      </label>
      <input id="search" type="search" name="q" defaultValue={query} maxLength={200} autoComplete="off" />
      {languages.length < 2 ? null : (
        <select name="sprache" defaultValue={language} aria-label={reading.t('search-language')}>
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {reading.t(`language-${one}`)}
            </option>
          ))}
        </select>
      )}
      <button>{reading.t('search-go')}</button>
    </form>
  );
}

function Result({ found: { story, headline, lead }, reading }: { readonly found: Found; readonly reading: Reading }): ReactElement {
  return (
    <article className="result" lang={otherLanguage(story.language, reading)}>
      {story.kicker === '' ? null : <p className="result-kicker">{story.kicker}</p>}
      <h2>
        <a href={story.url}>
          <Marked pieces={headline} />
        </a>
      </h2>
      <p>
        <Marked pieces={lead} />
      </p>
      <p className="soft" lang={reading.language}>
        {story.label === null ? null : <b>{reading.t(`label-${story.label}`)} </b>}
        {story.section.name} · <time dateTime={story.publishedAt.toISOString()}>{writeDay(story.publishedAt, reading.writing)}</time>
      </p>
    </article>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text));
}

const searchSheet = sheet(
  'search',
  `
  .search { display: flex; max-width: 42rem; margin: 1.25rem 0 1rem }
  .search input { flex: 1; min-width: 0; padding: .8rem 1rem; border: 1px solid var(--edge); border-right: 0; border-radius: 0; background: var(--paper); font-size: 1.125rem; appearance: none }
  .search button { padding: .8rem 1.4rem; border: 0; background: var(--ink); color: var(--paper); font-weight: 600; cursor: pointer }
  .search-count { font-weight: 600 }
  .search select { padding: 0 .75rem; border: 1px solid var(--edge); border-inline: 0; border-radius: 0; background: var(--paper) }
  .search input:has(+ select) { border-right: 1px solid var(--line) }
  .result { position: relative; padding-block: 1.25rem }
  .result + .result { border-top: 1px solid var(--line) }
  .result h2 { font-size: 1.45rem }
  .result .result-kicker { margin: 0 0 .25rem; color: var(--accent); font: 600 .8125rem/1.3 var(--sans) }
  .result h2 a::after { content: ''; position: absolute; inset: 0 }
  .result p { margin-top: .4rem; font: 1.0625rem/1.45 var(--text) }
  .result .soft { font: .875rem/1.4 var(--sans) }
  mark { background: none; color: inherit; box-shadow: inset 0 -.45em color-mix(in srgb, var(--accent) 24%, transparent) }
  @media (forced-colors: active) { mark { background: Mark; color: MarkText } }
  `,
);
