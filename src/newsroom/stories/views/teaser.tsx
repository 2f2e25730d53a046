/** A story in a list or on a front. One link, its headline; the whole card can be pressed. */
import type { ReactElement } from 'react';
import { writeInstant, writeNumber, writeShort } from '../../../design/type.ts';
import { Style } from '../../../design/sheet.tsx';
import { Picture } from '../../pictures/views.tsx';
import type { PictureSummary } from '../../pictures/picture.ts';
import { inShape } from '../../pictures/picture.ts';
import type { Teaser } from '../public.ts';
import type { Reading } from './context.ts';
import { otherLanguage } from './context.ts';
import { opinionTeaserSheet, paidTeaserSheet, teaserSheet, teaserSheets } from './teaser-sheets.ts';

/**
 * `lead`: the first of a front; `big`: first of a block; `card`: picture above; `row`: picture beside, for lists;
 * `text`: words only; `short`: headline only; `line`: headline and hour; `opinion`: who says it, large.
 */
export const teaserKinds = ['lead', 'big', 'card', 'row', 'text', 'short', 'line', 'opinion'] as const;
export type TeaserKind = (typeof teaserKinds)[number];

export interface TeaserValues {
  readonly story: Teaser;
  readonly kind: TeaserKind;
  readonly reading: Reading;
  /** Rank of its heading on the page. */
  readonly rank?: 'h2' | 'h3';
  /** The page's first picture: fetched at once. */
  readonly first?: boolean;
  /** Face of who says it; only `opinion` shows it. */
  readonly portrait?: PictureSummary | null;
}

export function TeaserCard({ story, kind, reading, rank: Rank = 'h3', first = false, portrait = null }: TeaserValues): ReactElement {
  const pictured = kind === 'opinion' ? portrait : withPicture.has(kind) ? story.picture : null;
  const classes = ['tz', `tz-${kind}`, ...(pictured?.ready === true ? [] : ['tz-bare']), ...(story.label === 'sponsored' ? ['tz-paid'] : [])];
  return (
    <article className={classes.join(' ')} lang={otherLanguage(story.language, reading)}>
      <Sheets kind={kind} paid={story.label === 'sponsored'} />
      {pictured?.ready === true ? (
        <div className="tz-picture">
          <Picture picture={inShape(pictured, kind === 'opinion' ? 'square' : 'wide')} sizes={sizes[kind]} first={first} alt="" />
        </div>
      ) : null}
      <div className="tz-words">
        {kind === 'line' ? <time dateTime={story.publishedAt.toISOString()}>{writeShort(story.publishedAt, reading.now, reading.writing)}</time> : null}
        {kind === 'line' ? null : <Kicker story={story} reading={reading} />}
        <Rank>
          <a href={story.url}>
            {kind === 'line' && story.label !== null ? <b lang={reading.language}>{reading.t(`label-${story.label}`)}: </b> : null}
            {story.headline}
          </a>
        </Rank>
        {(withLead.has(kind) || (kind === 'card' && pictured?.ready !== true)) && story.lead !== '' ? <p className="tz-deck">{story.lead}</p> : null}
        {withByline.has(kind) ? <Byline story={story} kind={kind} reading={reading} /> : null}
      </div>
    </article>
  );
}

const withPicture: ReadonlySet<TeaserKind> = new Set(['lead', 'big', 'card', 'row']);
const withLead: ReadonlySet<TeaserKind> = new Set(['lead', 'big', 'row', 'text']);
const withByline: ReadonlySet<TeaserKind> = new Set(['lead', 'big', 'row', 'opinion']);

const sizes: Readonly<Record<TeaserKind, string>> = {
  lead: '(min-width:64rem) 50rem, 100vw',
  big: '(min-width:64rem) 38rem, 100vw',
  card: '(min-width:64rem) 18rem, (min-width:30rem) 46vw, 100vw',
  row: '(min-width:48rem) 15rem, 34vw',
  text: '0', short: '0', line: '0',
  opinion: '5rem',
};

/** What the reader must know before the headline: that it is paid for, opinion, analysis; then the kicker. */
function Kicker({ story, reading }: Pick<TeaserValues, 'story' | 'reading'>): ReactElement | null {
  const label = story.label === null ? null : reading.t(`label-${story.label}`);
  const kicker = story.kicker.toLowerCase() === label?.toLowerCase() ? '' : story.kicker;
  if (label === null && kicker === '') return null;
  return (
    <p className="tz-kicker">
      {label === null ? null : <b lang={reading.language}>{label}</b>}
      {label === null || kicker === '' ? null : ' '}
      {kicker}
    </p>
  );
}

function Byline({ story, kind, reading }: Pick<TeaserValues, 'story' | 'kind' | 'reading'>): ReactElement | null {
  const names = story.authors.map(({ name }) => name).join(', ');
  if (kind === 'opinion') return names === '' ? null : <p className="tz-by">{names}</p>;
  const comments = reading.comments?.get(story.id) ?? 0;
  return (
    <p className="tz-by" lang={reading.language}>
      {names === '' ? null : <span>{names}</span>}
      <time dateTime={story.publishedAt.toISOString()} title={writeInstant(story.publishedAt, reading.writing)}>
        {writeShort(story.publishedAt, reading.now, reading.writing)}
      </time>
      {comments === 0 ? null : <span>{reading.t('teaser-comments', { count: comments, written: writeNumber(comments, reading.writing.language) })}</span>}
    </p>
  );
}

function Sheets({ kind, paid }: { readonly kind: TeaserKind; readonly paid: boolean }): ReactElement {
  const own = kind === 'opinion' ? opinionTeaserSheet : teaserSheets[kind];
  return (
    <>
      <Style of={teaserSheet} />
      {own === undefined ? null : <Style of={own} />}
      {paid ? <Style of={paidTeaserSheet} /> : null}
    </>
  );
}
