/** The head of a story: where it stands, what it says, who wrote it, when. */
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import { sameDay, writeHour, writeInstant } from '../../design/type.ts';
import type { DiscussionPart } from '../comments/views/discussion.tsx';
import { DiscussionLink } from '../comments/views/discussion.tsx';
import { inShape } from '../pictures/picture.ts';
import { Picture } from '../pictures/views.tsx';
import type { PublicStory, SectionStep } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';

export interface StoryPart {
  readonly story: PublicStory;
  readonly reading: Reading;
  /** Absent from a preview. */
  readonly discussion?: DiscussionPart | null;
}

export function Breadcrumb({ steps, reading }: { readonly steps: readonly SectionStep[]; readonly reading: Reading }): ReactElement {
  return (
    <nav className="crumbs screen" aria-label={reading.t('breadcrumb')}>
      <Style of={crumbsSheet} />
      <ol>
        {steps.map(({ id, path, name }) => (
          <li key={id}>
            <a href={`/${path}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Headline({ story, reading }: StoryPart): ReactElement {
  const { content, label } = story;
  return (
    <header className={label === 'opinion' ? 'story-head story-opinion' : 'story-head'}>
      <Style of={headlineSheet} />
      {label === null && content.kicker === '' ? null : (
        <p className="kicker">
          {label === null ? null : <Label label={label} reading={reading} />}
          {content.kicker}
        </p>
      )}
      <h1>{content.headline}</h1>
      {content.lead === '' ? null : <p className="lead">{content.lead}</p>}
    </header>
  );
}

function Label({ label, reading }: { readonly label: NonNullable<PublicStory['label']>; readonly reading: Reading }): ReactElement {
  return (
    <>
      <Style of={labelSheet} />
      <b className={`label label-${label}`}>{reading.t(`label-${label}`)}</b>{' '}
    </>
  );
}

/** Faces, names, and the two clocks. */
export function Byline({ story, reading, discussion }: StoryPart): ReactElement {
  const faces = story.authors.flatMap(({ id, portrait }) => (portrait?.ready === true ? [{ id, portrait }] : []));
  return (
    <div className="byline">
      <Style of={bylineSheet} />
      {faces.length === 0 ? null : (
        <div className="faces screen">
          {faces.map(({ id, portrait }) => (
            <Picture key={id} picture={inShape(portrait, 'square')} sizes="3.25rem" alt="" />
          ))}
        </div>
      )}
      <div>
        {story.authors.length === 0 ? null : (
          <p className="authors">
            {reading.t('by')}{' '}
            {joined(
              story.authors.map(({ slug, name }) => (
                <a key={slug} href={`/autor/${slug}`} rel="author">
                  {name}
                </a>
              )),
            )}
          </p>
        )}
        <Stamps story={story} reading={reading} discussion={discussion ?? null} />
      </div>
    </div>
  );
}

/** `updated` moves with the sense of the story only; on the same day its hour says enough. */
function Stamps({ story: { publishedAt, updatedAt }, reading: { t, writing }, discussion }: StoryPart): ReactElement {
  const updated = updatedAt !== null && updatedAt > publishedAt ? updatedAt : null;
  return (
    <p className="stamps">
      <span>
        {t('published')} <time dateTime={publishedAt.toISOString()}>{writeInstant(publishedAt, writing)}</time>
      </span>
      {updated === null ? null : (
        <span>
          {t('updated')}{' '}
          <time dateTime={updated.toISOString()}>{sameDay(updated, publishedAt, writing.timeZone) ? writeHour(updated, writing) : writeInstant(updated, writing)}</time>
        </span>
      )}
      {discussion == null ? null : <DiscussionLink {...discussion} />}
    </p>
  );
}

function joined(items: readonly ReactNode[]): ReactNode {
  return items.map((item, i) => (
    <Fragment key={i}>
      {i === 0 ? null : ', '}
      {item}
    </Fragment>
  ));
}

const crumbsSheet = sheet(
  'crumbs',
  `
  .crumbs { font-size: .875rem; font-weight: 600 }
  .crumbs ol { display: flex; flex-wrap: wrap }
  .crumbs li + li::before { content: '/'; margin-inline: .55rem; color: var(--soft); font-weight: 400 }
  .crumbs a { display: inline-block; padding-block: .35rem }
  `,
);

const headlineSheet = sheet(
  'headline',
  `
  .story-head h1 { font-size: clamp(2.1rem, 1.45rem + 3vw, 3.5rem); line-height: 1.05; letter-spacing: -.022em }
  .kicker { margin-bottom: .5rem; color: var(--accent); font-weight: 600; line-height: 1.3 }
  .lead { margin-top: 1.1rem; font: clamp(1.25rem, 1.1rem + .6vw, 1.5rem)/1.4 var(--text); text-wrap: pretty; hyphens: manual }
  .story-opinion h1 { color: var(--accent) }
  .story-opinion .kicker { color: var(--ink) }
  `,
);

const labelSheet = sheet(
  'label',
  `
  .label { display: inline-block; margin-right: .35rem; padding: .15rem .55rem; background: var(--accent); color: var(--paper) }
  .label-sponsored { background: var(--ink) }
  .label-analysis { background: none; padding: 0 0 .1rem; color: var(--ink); border-bottom: 2px solid var(--accent) }
  @media print { .label { border: 1px solid; color: #000 } }
  `,
);

const bylineSheet = sheet(
  'byline',
  `
  .byline { display: flex; align-items: center; gap: .9rem; font-size: .9375rem }
  .faces { display: flex }
  .faces img { width: 3.25rem; height: 3.25rem; border-radius: 50%; object-fit: cover; object-position: 50% 20%; border: 2px solid var(--paper) }
  .faces > * + * { margin-left: -.9rem }
  .authors a { font-weight: 600; text-decoration: underline; text-decoration-color: var(--line) }
  .authors a:hover { text-decoration-color: currentColor }
  .stamps { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: .15rem; color: var(--soft); font-size: .875rem }
  `,
);
