/** What follows a story's body: its sources, topics, corrections, ways on. */
import type { ReactElement } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import { writeDay } from '../../design/type.ts';
import { Picture } from '../pictures/views.tsx';
import type { Teaser } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';
import { otherLanguage } from '../stories/views/context.ts';
import { interfaceLanguage } from '../../platform/words/translate.ts';
import type { StoryPart } from './story-head.tsx';

/** «(HDD/TAP)», each linked to its page among the sources. */
export function CreditLine({ story, reading }: StoryPart): ReactElement | null {
  if (story.credits.length === 0) return null;
  return (
    <p className="credits">
      <Style of={creditSheet} />
      <span className="away">{reading.t('credit-line')}: </span>(
      {story.credits.map(({ slug, name, credit }, i) => (
        <span key={slug}>
          {i === 0 ? null : '/'}
          <a href={`/quelle/${slug}`} title={name === credit ? undefined : name}>
            {credit}
          </a>
        </span>
      ))}
      )
    </p>
  );
}

export function Corrections({ story, reading }: StoryPart): ReactElement | null {
  const { corrections } = story;
  if (corrections.length === 0) return null;
  return (
    <section className="corrected" id="korrektur" aria-labelledby="corrected">
      <Style of={correctionsSheet} />
      <h2 id="corrected">{reading.t('corrections-box', { count: corrections.length })}</h2>
      {corrections.map(({ id, at, text }) => (
        <p key={id}>
          <time dateTime={at.toISOString()}>{writeDay(at, reading.writing)}</time> {text}
        </p>
      ))}
    </section>
  );
}

export function Topics({ story, reading }: StoryPart): ReactElement | null {
  if (story.topics.length === 0) return null;
  return (
    <nav className="topics screen" aria-label={reading.t('topics')}>
      <Style of={topicsSheet} />
      <ul>
        {story.topics.map(({ id, slug, name }) => (
          <li key={id}>
            <a href={`/thema/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Plain links: nothing is loaded from anybody, and nobody learns of the reader, before the press. */
export function Share({ story, reading, origin }: StoryPart & { readonly origin: string }): ReactElement {
  const url = encodeURIComponent(`${origin}${story.url}`);
  const title = encodeURIComponent(story.content.headline);
  const ways = [
    { name: reading.t('share-mail'), href: `mailto:?subject=${title}&body=${url}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${title}%20${url}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { name: 'X', href: `https://x.com/intent/post?url=${url}&text=${title}` },
  ];
  return (
    <div className="share screen">
      <Style of={shareSheet} />
      <span id="share">{reading.t('share')}</span>
      <ul aria-labelledby="share">
        {ways.map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="nofollow noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Translations({ story, reading }: StoryPart): ReactElement | null {
  if (story.translations.length === 0) return null;
  return (
    <p className="translations screen">
      <Style of={translationsSheet} />
      {reading.t('translations')}{' '}
      {story.translations.map(({ id, language, url }, i) => (
        <span key={id}>
          {i === 0 ? null : ', '}
          <a href={url} lang={language} hrefLang={language}>
            {reading.t(`language-${interfaceLanguage(language)}`)}
          </a>
        </span>
      ))}
    </p>
  );
}

export function FollowOn({ story, reading }: { readonly story: Teaser; readonly reading: Reading }): ReactElement {
  const pictured = story.picture?.ready === true ? story.picture : null;
  const above = [story.label === null ? '' : reading.t(`label-${story.label}`), story.kicker].filter((one) => one !== '').join(' · ');
  return (
    <aside className="follow screen" aria-labelledby="follow">
      <Style of={followSheet} />
      <h2 id="follow">{reading.t('follow-on')}</h2>
      <div className={pictured === null ? 'follow-card' : 'follow-card follow-pictured'} lang={otherLanguage(story.language, reading)}>
        {pictured === null ? null : <Picture picture={pictured} sizes="(min-width:48rem) 20rem, 100vw" alt="" />}
        <div>
          {above === '' ? null : <p className="follow-kicker">{above}</p>}
          <h3>
            <a href={story.url}>{story.headline}</a>
          </h3>
          <p>{story.lead}</p>
          <p className="follow-go" aria-hidden="true" lang={reading.language}>
            {reading.t('follow-on-go')}
          </p>
        </div>
      </div>
    </aside>
  );
}

const creditSheet = sheet('credits', '.credits { color: var(--soft); font-size: .9375rem } .credits a { text-decoration: underline; text-decoration-color: var(--line) }');

const correctionsSheet = sheet(
  'corrected',
  `
  .corrected { padding: 1rem 1.25rem 1.15rem; border: 1px solid var(--line); border-left: 3px solid var(--accent); font-size: .9375rem; line-height: 1.5 }
  .corrected h2 { margin-bottom: .35rem; font: 600 .9375rem/1.4 var(--sans); letter-spacing: 0 }
  .corrected p + p { margin-top: .6rem }
  .corrected time { display: block; color: var(--soft) }
  `,
);

const topicsSheet = sheet(
  'topics',
  `
  .topics ul { display: flex; flex-wrap: wrap; gap: .5rem }
  .topics a { display: block; padding: .35rem .8rem; border: 1px solid var(--edge); border-radius: 2rem; font-size: .875rem; font-weight: 500 }
  .topics a:hover { border-color: var(--ink) }
  `,
);

const shareSheet = sheet(
  'share',
  `
  .share { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; padding-block: .35rem; border-block: 1px solid var(--line); font-size: .875rem }
  .share ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem }
  .share a { display: block; padding: .5rem 0; font-weight: 600 }
  .share span { color: var(--soft) }
  `,
);

const translationsSheet = sheet('translations', '.translations { font-size: .9375rem } .translations a { font-weight: 600; text-decoration: underline; text-decoration-color: var(--accent) }');

const followSheet = sheet(
  'follow',
  `
  .follow { padding-top: .9rem; border-top: 3px double var(--ink) }
  .follow > h2 { margin-bottom: 1rem; font: 600 .9375rem/1.3 var(--sans); letter-spacing: 0 }
  .follow-card { position: relative; display: grid; gap: 1rem 1.75rem }
  .follow-card img { aspect-ratio: 3/2; object-fit: cover }
  .follow-card h3 { font-size: clamp(1.5rem, 1.2rem + 1.2vw, 2rem) }
  .follow-card h3 a::after { content: ''; position: absolute; inset: 0 }
  .follow-card p { margin-top: .6rem; color: var(--soft); font: 1.0625rem/1.45 var(--text) }
  .follow-card .follow-go { color: var(--accent); font: 600 .9375rem/1.4 var(--sans) }
  .follow-go::after { content: ' →' }
  .follow-card .follow-kicker { margin: 0 0 .3rem; color: var(--accent); font: 600 .8125rem/1.3 var(--sans) }
  @media (min-width: 48rem) { .follow-pictured { grid-template-columns: 20rem 1fr } }
  `,
);
