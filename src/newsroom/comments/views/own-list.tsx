/** A reader's own comments, each with what became of it. Values in, HTML out. */
import type { ReactElement } from 'react';
import { Style } from '../../../design/sheet.tsx';
import { writeInstant } from '../../../design/type.ts';
import { ownCommentsPath, permalink } from '../discussion.ts';
import type { OwnLine } from '../own-store.ts';
import { CommentText } from './comment.tsx';
import { discussionSheet, ownSheet } from './sheets.ts';
import type { Speaking } from './speaking.ts';

export interface OwnListValues {
  readonly lines: readonly OwnLine[];
  /** The last one of them, where there are more. */
  readonly more: string | null;
  readonly speaking: Speaking;
}

export function OwnListView({ lines, more, speaking: { t, writing } }: OwnListValues): ReactElement {
  return (
    <section className="wrap cms cms-own" aria-labelledby="cms">
      <Style of={discussionSheet} />
      <Style of={ownSheet} />
      <h1 id="cms">{t('own-page')}</h1>
      {lines.length === 0 ? <p className="cms-note">{t('comments-count', { count: 0 })}</p> : null}
      <ol className="cms-list">
        {lines.map(({ id, text, state, createdAt, headline }) => (
          <li key={id}>
            <article className="cm">
              <p className="cm-by"><span className="cm-name">{t(`own-state.${state}`)}</span> <time dateTime={createdAt.toISOString()}>{writeInstant(createdAt, writing)}</time> <span>{headline}</span></p>
              <CommentText text={text} />
              <p className="cm-do"><a href={`${permalink(id)}/mein`} aria-label={t('own-open-of', { headline })}>{t('own-open')}</a></p>
            </article>
          </li>
        ))}
      </ol>
      {more === null ? null : <p className="cms-all"><a className="cms-go" href={`${ownCommentsPath}?vor=${more}`}>{t('more-comments')}</a></p>}
      <p className="cms-all"><a href="/konto">{t('account')}</a></p>
    </section>
  );
}
