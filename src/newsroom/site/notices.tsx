/** Pages that have little to show: what was withdrawn, what is not there, what failed, what has not begun. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import type { Teaser } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';
import { TeaserCard } from '../stories/views/teaser.tsx';
import { SearchForm } from './search.tsx';

/** With a way on: searching, and the newest stories. */
export function NotFoundView({ newest, reading }: { readonly newest: readonly Teaser[]; readonly reading: Reading }): ReactElement {
  return (
    <Notice title={reading.t('not-found-title')} text={reading.t('not-found')}>
      <SearchForm query="" reading={reading} />
      {newest.length === 0 ? null : (
        <section className="notice-newest" aria-labelledby="newest">
          <h2 id="newest">{reading.t('latest')}</h2>
          {newest.map((story) => (
            <TeaserCard key={story.id} story={story} kind="line" reading={reading} />
          ))}
        </section>
      )}
    </Notice>
  );
}

/** Neither headline nor text: the public sentence, or the neutral one. */
export function GoneView({ notice, reading }: { readonly notice: string | null; readonly reading: Reading }): ReactElement {
  return (
    <Notice title={reading.t('gone-title')} text={notice === null || notice === '' ? reading.t('gone') : notice}>
      <SearchForm query="" reading={reading} />
    </Notice>
  );
}

export function TroubleView({ kind, requestId, reading }: { readonly kind: 'trouble' | 'busy' | 'refused'; readonly requestId: string; readonly reading: Reading }): ReactElement {
  return (
    <Notice title={reading.t(`${kind}-title`)} text={reading.t(kind)}>
      <p className="soft">{reading.t('trouble-request', { id: requestId })}</p>
    </Notice>
  );
}

/** The front of a newsroom without a story: what to do first. */
export function EmptyView({ steps, reading }: { readonly steps: { readonly named: boolean; readonly sections: boolean }; readonly reading: Reading }): ReactElement {
  const { t } = reading;
  const todo = [
    { done: false, text: t('empty-sign-in') },
    { done: steps.named, text: t('empty-publication') },
    { done: steps.sections, text: t('empty-sections') },
    { done: false, text: t('empty-story') },
  ];
  return (
    <Notice title={t('empty-title')} text={t('empty-intro')}>
      <ol className="notice-steps">
        {todo
          .filter(({ done }) => !done)
          .map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
      </ol>
      <p>
        <a className="notice-go" href="/desk">
          {t('empty-desk')}
        </a>
      </p>
    </Notice>
  );
}

function Notice({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="wrap notice">
      <Style of={noticeSheet} />
      <h1>{title}</h1>
      <p className="notice-text">{text}</p>
      {children}
    </div>
  );
}

const noticeSheet = sheet(
  'notice',
  `
  .notice { max-width: 42rem; padding-top: clamp(2rem, 8vh, 5rem) }
  .notice h1 { font-size: clamp(2.1rem, 1.6rem + 2.6vw, 3.25rem); letter-spacing: -.02em }
  .notice-text { margin: 1rem 0 1.75rem; font: 1.3125rem/1.45 var(--text) }
  .notice-newest { margin-top: 2.5rem; border-top: 3px solid var(--ink) }
  .notice-newest > h2 { padding: .75rem 0 .25rem; font-size: 1.4rem }
  .notice-newest .tz + .tz { border-top: 1px solid var(--line) }
  .notice-steps { margin-bottom: 1.75rem; counter-reset: step; font: 1.1875rem/1.45 var(--text) }
  .notice-steps li { display: grid; grid-template-columns: 2.25rem 1fr; padding: .8rem 0; border-top: 1px solid var(--line); counter-increment: step }
  .notice-steps li::before { content: counter(step); color: var(--accent); font-family: var(--display); font-weight: 530 }
  .notice-go { display: inline-block; padding: .8rem 1.4rem; background: var(--ink); color: var(--paper); font-weight: 600 }
  `,
);
