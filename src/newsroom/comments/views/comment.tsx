/** One comment: who says it and when, what it says as plain text, and what can be done with it without script. */
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { sameDay, writeHour, writeInstant, writeShort } from '../../../design/type.ts';
import type { ShownComment } from '../comment.ts';
import { discussionPath, permalink } from '../discussion.ts';
import { reportPath } from '../reporting/paths.ts';
import { segmentsOf } from '../segments.ts';
import type { Speaking } from './speaking.ts';

export interface CommentValues {
  readonly comment: ShownComment;
  readonly story: string;
  readonly speaking: Speaking;
  /** Whether the discussion is open: only then there is something to press. */
  readonly open: boolean;
}

export function CommentView({ comment, story, speaking, open }: CommentValues): ReactElement {
  const { t, language } = speaking;
  return (
    <article className={comment.chosen ? 'cm cm-chosen' : 'cm'} id={`kommentar-${comment.id}`} lang={comment.language === language ? undefined : comment.language}>
      {comment.gone === null ? (
        <>
          <Head comment={comment} speaking={speaking} />
          <CommentText text={comment.text ?? ''} />
          {open ? <Doing comment={comment} story={story} speaking={speaking} /> : <Recommended comment={comment} speaking={speaking} />}
        </>
      ) : (
        <p className="cm-gone">{t(`gone-${comment.gone}`)}</p>
      )}
    </article>
  );
}

function Head({ comment, speaking: { t, writing, now } }: Pick<CommentValues, 'comment' | 'speaking'>): ReactElement {
  return (
    <p className="cm-by">
      {comment.pinned ? <span className="cm-mark">{t('pinned')}</span> : null}
      {comment.chosen ? <span className="cm-mark">{t('chosen')}</span> : null}
      <bdi className="cm-name">{comment.name === '' ? t('no-account') : comment.name}</bdi>
      {comment.staff ? <b>{t('badge')}</b> : null}
      {comment.answersName === null ? null : <span>{withName(t('answers', { name: '\0' }), comment.answersName)}</span>}
      <a href={permalink(comment.id)} title={writeInstant(comment.at, writing)}>
        <time dateTime={comment.at.toISOString().slice(0, 16) + 'Z'}>{sameDay(comment.at, now, writing.timeZone) ? '' : `${writeShort(comment.at, now, writing)}, `}{writeHour(comment.at, writing)}</time>
      </a>
      {comment.edited ? <span>{t('edited')}</span> : null}
    </p>
  );
}

/** Somebody's name in a sentence, kept apart from its direction. */
export function withName(sentence: string, name: string): ReactNode {
  const [before, after] = sentence.split('\0');
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after}
    </>
  );
}

function Doing({ comment, story, speaking: { t } }: Omit<CommentValues, 'open'>): ReactElement {
  const name = comment.name === '' ? t('no-account') : comment.name;
  return (
    <div className="cm-do screen">
      <a href={`${discussionPath(story)}/schreiben?antwort=${comment.id}`} rel="nofollow" aria-label={t('reply-to', { name })}>
        {t('reply')}
      </a>
      <form method="post" action={`${permalink(comment.id)}/empfehlen`}>
        <button aria-label={`${t('recommend-to', { name })}${comment.recommendations === 0 ? '' : `, ${comment.recommendations}`}`}>
          {t('recommend')}
          {comment.recommendations === 0 ? null : <b> {comment.recommendations}</b>}
        </button>
      </form>
      <Reporting comment={comment} t={t} />
    </div>
  );
}

/** A discussion that has closed can be read, and what stands in it can be reported. */
function Recommended({ comment, speaking: { t } }: Pick<CommentValues, 'comment' | 'speaking'>): ReactElement {
  return (
    <div className="cm-do">
      {comment.recommendations === 0 ? null : <span>{t('recommended', { count: comment.recommendations })}</span>}
      <Reporting comment={comment} t={t} />
    </div>
  );
}

function Reporting({ comment, t }: Pick<CommentValues, 'comment'> & Pick<Speaking, 't'>): ReactElement {
  return (
    <a className="screen" href={reportPath(comment.id)} rel="nofollow" aria-label={t('report-to', { name: comment.name === '' ? t('no-account') : comment.name })}>
      {t('report')}
    </a>
  );
}

/** Plain text: blank lines part paragraphs, lines stay lines, addresses are links that vouch for nothing. */
export function CommentText({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="cm-text">
      {text.split('\n\n').map((paragraph, i) => (
        // Each in its own direction, whatever stands around it.
        <p key={i} dir="auto">
          {paragraph.split('\n').map((line, j) => (
            <Fragment key={j}>
              {j === 0 ? null : <br />}
              {segmentsOf(line).map((segment, k) => (segment.href === null ? segment.text : (
                <a key={k} href={segment.href} rel="nofollow ugc noopener">
                  {segment.text}
                </a>
              )))}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
