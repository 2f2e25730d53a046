/** Pages that are lists of stories: a section, an author, a topic, an agency. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import { Picture } from '../pictures/views.tsx';
import type { SectionStep, StoryAuthor, StoryCredit, Teaser } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';
import { TeaserCard } from '../stories/views/teaser.tsx';
import type { FrontPlan } from './front-plan.ts';
import { Top } from './front.tsx';
import type { SectionLink } from './frame.tsx';
import { Breadcrumb } from './story-head.tsx';

export interface Stretch {
  readonly stories: readonly Teaser[];
  /** From 1. */
  readonly page: number;
  /** Addresses; null where there is nothing newer or older. */
  readonly newest: string | null;
  readonly older: string | null;
}

export interface SectionPage {
  readonly section: Pick<SectionLink, 'name' | 'children'>;
  /** Sections above it, from the root down. */
  readonly above: readonly SectionStep[];
  /** Its curated head; null on further pages. */
  readonly plan: Pick<FrontPlan, 'lead' | 'second' | 'grid' | 'latest'> | null;
  readonly stretch: Stretch;
  readonly reading: Reading;
}

export function SectionView({ section, above, plan, stretch, reading }: SectionPage): ReactElement {
  const nothing = plan?.lead == null && stretch.stories.length === 0;
  return (
    <div className="wrap listing">
      <Style of={listingSheet} />
      <Style of={sectionSheet} />
      {above.length === 0 ? null : <Breadcrumb steps={above} reading={reading} />}
      <Title text={section.name} page={stretch.page} reading={reading} />
      {section.children.length === 0 ? null : (
        <nav className="subsections screen" aria-label={reading.t('subsections')}>
          <ul>
            {section.children.map(({ id, path, name }) => (
              <li key={id}>
                <a href={`/${path}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {plan?.lead == null ? null : <Top plan={plan} reading={reading} />}
      {nothing ? <p className="nothing">{reading.t('section-empty')}</p> : null}
      <Stories stretch={stretch} reading={reading} />
    </div>
  );
}

export interface AuthorPage {
  readonly author: StoryAuthor;
  readonly stretch: Stretch;
  readonly reading: Reading;
}

export function AuthorView({ author, stretch, reading }: AuthorPage): ReactElement {
  return (
    <div className="wrap listing">
      <Style of={listingSheet} />
      <Style of={authorSheet} />
      <div className="author">
        {author.portrait?.ready === true ? <Picture picture={author.portrait} sizes="9rem" first /> : null}
        <div>
          <Title text={author.name} page={stretch.page} reading={reading} />
          {author.about === '' ? null : <p className="about">{author.about}</p>}
        </div>
      </div>
      <Stories stretch={stretch} reading={reading} />
    </div>
  );
}

export interface TopicPage {
  readonly name: string;
  readonly stretch: Stretch;
  readonly reading: Reading;
}

export function TopicView({ name, stretch, reading }: TopicPage): ReactElement {
  return (
    <Named kind={reading.t('topic-label')} name={name} stretch={stretch} reading={reading}>
      {null}
    </Named>
  );
}

export interface AgencyPage {
  readonly agency: StoryCredit & { readonly about: string; readonly url: string | null };
  readonly stretch: Stretch;
  readonly reading: Reading;
}

export function AgencyView({ agency, stretch, reading }: AgencyPage): ReactElement {
  return (
    <Named kind={reading.t('agency-label')} name={agency.name} stretch={stretch} reading={reading}>
      {agency.about === '' ? null : <p className="about">{agency.about}</p>}
      {agency.url === null ? null : (
        <p className="about">
          <a href={agency.url} rel="noreferrer">
            {reading.t('agency-site')}
          </a>
        </p>
      )}
    </Named>
  );
}

function Named({ kind, name, stretch, reading, children }: { readonly kind: string; readonly name: string; readonly stretch: Stretch; readonly reading: Reading; readonly children: ReactNode }): ReactElement {
  return (
    <div className="wrap listing">
      <Style of={listingSheet} />
      <p className="listing-kind">{kind}</p>
      <Title text={name} page={stretch.page} reading={reading} />
      {children}
      <Stories stretch={stretch} reading={reading} />
    </div>
  );
}

/** The heading of a list; from the second page on it says which. */
export function Title({ text, page, reading }: { readonly text: string; readonly page: number; readonly reading: Reading }): ReactElement {
  return (
    <h1>
      {text}
      {page === 1 ? null : <span className="listing-page"> {reading.t('page', { page })}</span>}
    </h1>
  );
}

function Stories({ stretch, reading }: { readonly stretch: Stretch; readonly reading: Reading }): ReactElement {
  return (
    <>
      <div className="rows">
        {stretch.stories.map((story, i) => (
          <TeaserCard key={story.id} story={story} kind="row" reading={reading} rank="h2" first={i === 0} />
        ))}
      </div>
      <Paging stretch={stretch} reading={reading} />
    </>
  );
}

export function Paging({ stretch: { newest, older }, reading }: { readonly stretch: Pick<Stretch, 'newest' | 'older'>; readonly reading: Reading }): ReactElement | null {
  if (newest === null && older === null) return null;
  return (
    <nav className="paging screen" aria-label={reading.t('paging')}>
      <Style of={pagingSheet} />
      {newest === null ? null : <a href={newest}>{reading.t('newest')}</a>}
      {older === null ? null : (
        <a href={older} rel="next">
          {reading.t('older')}
        </a>
      )}
    </nav>
  );
}

export const listingSheet = sheet(
  'listing',
  `
  .listing { padding-top: 1.25rem }
  .listing h1 { font-size: clamp(2.1rem, 1.6rem + 2.2vw, 3.25rem); letter-spacing: -.02em }
  .listing-kind { color: var(--accent); font-weight: 600 }
  .listing-page { color: var(--soft); font: 400 1.125rem/1 var(--sans); letter-spacing: 0; white-space: nowrap }
  .about { max-width: 42rem; margin-top: .75rem; font: 1.1875rem/1.45 var(--text) }
  .about a { text-decoration: underline; text-decoration-color: var(--accent) }
  .nothing { padding: 3rem 0; color: var(--soft); font: 1.25rem/1.4 var(--text) }
  .rows { max-width: 54rem; margin-top: 1rem }
  .rows .tz + .tz { border-top: 1px solid var(--line) }
  @media (min-width: 48rem) { .listing { padding-top: 2rem } }
  `,
);

const sectionSheet = sheet(
  'section',
  `
  .subsections ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: .35rem }
  .subsections a { display: block; padding: .5rem 0; font-weight: 600 }
  .listing > .top { margin-top: 1.25rem; padding-top: 1.5rem; border-top: 3px solid var(--ink) }
  .listing > .top ~ .rows { max-width: none; margin-top: 2rem; border-top: 1px solid var(--ink) }
  @media (min-width: 64rem) { .listing > .top ~ .rows { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem } .top ~ .rows .tz:nth-child(2) { border: 0 } .top ~ .rows .tz-row { grid-template-columns: 11rem minmax(0, 1fr); align-content: start } .top ~ .rows :is(h2, h3) { font-size: 1.35rem } }
  .listing > .nothing ~ .rows { display: none }
  `,
);

const authorSheet = sheet(
  'author',
  `
  .author { display: flex; align-items: center; gap: 1.75rem; padding-bottom: 1.5rem; border-bottom: 1px solid var(--ink) }
  .author img { width: clamp(6rem, 22vw, 9rem); aspect-ratio: 1; border-radius: 50%; object-fit: cover; object-position: 50% 20% }
  `,
);

const pagingSheet = sheet(
  'paging',
  `
  .paging { display: flex; flex-wrap: wrap; gap: 1rem; max-width: 54rem; margin-top: 2rem }
  .paging a { padding: .7rem 1.25rem; border: 1px solid var(--ink); font-weight: 600 }
  .paging a:hover { background: var(--ink); color: var(--paper); text-decoration: none }
  `,
);
