/** One comment with its story, the thread above it and its writer: everything that a decision needs. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Queued, Verdict, Whole } from '../types.ts';
import { History } from './history.tsx';
import { Answer, PublicActs } from './public-acts.tsx';
import { Reasons } from './reasons.tsx';
import type { MarkName, Mode } from './use-acts.ts';
import { useHold } from './use-hold.ts';
import { wholeQuery } from './use-queue.ts';
import { WriterCard } from './writer-card.tsx';

interface ReadingProps {
  readonly line: Queued;
  /** Somebody else has decided about it meanwhile, or its writer took it back. */
  readonly gone: boolean;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onSkip: () => void;
  readonly onMark: (id: string, name: MarkName) => void;
}

export function Reading({ line, gone, mode, onMode, onDecide, onSkip, onMark }: ReadingProps): ReactElement {
  const { t } = useWords();
  const { data } = useQuery(wholeQuery(line.id));
  const { heldBy } = useHold(line.id, line.state === 'pending' && !gone);
  return (
    <>
      <article className="reading" aria-label={t('comments.comment')} tabIndex={-1}>
        <Story line={line} whole={data} />
        {data !== undefined && data.above.length > 0 && <Above comments={data.above} />}
        {heldBy !== null && <p className="reading-held" role="status"><Icon name="eye" size={16} /> {heldBy}</p>}
        <Comment line={line} />
        <Below line={line} gone={gone} mode={mode} onMode={onMode} onDecide={onDecide} onSkip={onSkip} onMark={onMark} whole={data} />
        {data !== undefined && data.decisions.length > 0 && <History decisions={data.decisions} />}
      </article>
      {data?.writer != null && <WriterCard writer={data.writer} comment={line.id} />}
    </>
  );
}

/** What can be done, or what is being done. */
function Below({ line, gone, mode, onMode, onDecide, onSkip, onMark, whole }: ReadingProps & { readonly whole: Whole | undefined }): ReactElement {
  const { t } = useWords();
  const { state } = line;
  const close = () => onMode('reading');
  if (gone) return <Gone whole={whole} onSkip={onSkip} />;
  if (mode === 'refusing') return <Reasons public={state === 'approved'} onRefuse={(reason, words) => onDecide({ decision: 'refuse', reason, words })} onClose={close} />;
  if (mode === 'answering' && state === 'approved') return <Answer line={line} onClose={close} />;
  return (
    <div className="reading-acts">
      {state !== 'approved' && <Button onClick={() => onDecide({ decision: 'approve' })} leftSection={<Icon name="check" size={16} />}>{t('comments.approve')} <kbd aria-hidden>A</kbd></Button>}
      {state !== 'refused' && <Button variant="default" onClick={() => onMode('refusing')} leftSection={<Icon name="close" size={16} />}>{t(state === 'approved' ? 'comments.remove' : 'comments.refuse')} <kbd aria-hidden>R</kbd></Button>}
      {state === 'pending' && <Button variant="subtle" onClick={onSkip}>{t('comments.later')} <kbd aria-hidden>S</kbd></Button>}
      {state === 'approved' && <PublicActs line={line} onAnswer={() => onMode('answering')} onMark={onMark} />}
    </div>
  );
}

/** It stays before the eyes of whoever was reading it, with what became of it. */
function Gone({ whole, onSkip }: { readonly whole: Whole | undefined; readonly onSkip: () => void }): ReactElement {
  const { t } = useWords();
  const last = whole?.decisions[0];
  return (
    <div className="reading-acts">
      <p className="reading-held" role="status">
        <Icon name="check" size={16} /> {last === undefined ? t('comments.gone') : t('comments.gone.by', { name: last.by === '' ? t('comments.writer') : last.by, what: t(`comments.decision.${last.decision}`) })}
      </p>
      <Button onClick={onSkip}>{t('comments.next')} <kbd aria-hidden>S</kbd></Button>
    </div>
  );
}

function Story({ line, whole }: { readonly line: Queued; readonly whole: Whole | undefined }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const story = whole?.story;
  return (
    <header className="reading-story">
      <p>
        {story?.url == null ? <span>{line.story.headline}</span> : <a href={story.url} target="_blank" rel="noreferrer">{line.story.headline}</a>}
        {!line.story.public && <strong> {t('comments.story-gone')}</strong>}
      </p>
      {story?.publishedAt != null && (
        <p className="reading-story-facts">
          {t('comments.published', { when: shortWhen(new Date(story.publishedAt), new Date(), place) })} · {story.open ? (story.closesAt === null ? t('comments.open') : t('comments.open-until', { when: shortWhen(new Date(story.closesAt), new Date(), place) })) : t('comments.closed')} · <Link to={`/comments/threads/${line.story.id}` as never}>{t('comments.thread')}</Link> · <Link to="/comments" search={{ story: line.story.id, ...(line.state !== 'pending' && { state: line.state }) } as never}>{t('comments.only-story')}</Link>
        </p>
      )}
    </header>
  );
}

function Above({ comments }: { readonly comments: readonly Queued[] }): ReactElement {
  const { t } = useWords();
  return (
    <ol className="reading-above" aria-label={t('comments.above')}>
      {comments.map((comment) => (
        <li key={comment.id} data-answer={comment.parent !== null}>
          <bdi className="reading-name">{comment.writer.name === '' ? t('comments.no-name') : comment.writer.name}</bdi>
          {comment.state !== 'approved' && <span className="reading-story-facts">{t(`comments.one.${comment.state}`)} </span>}
          <span dir="auto">{comment.text}</span>
        </li>
      ))}
    </ol>
  );
}

function Comment({ line }: { readonly line: Queued }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  return (
    <section className="reading-comment">
      <p className="reading-by">
        <bdi className="reading-name">{line.writer.name === '' ? t('comments.no-name') : line.writer.name}</bdi>
        {line.writer.staff && <span className="badge">{t('comments.staff')}</span>}
        <time dateTime={line.createdAt}>{shortWhen(new Date(line.createdAt), new Date(), place)}</time>
        {line.pinned && <span className="reading-mark">{t('comments.pinned')}</span>}
        {line.chosen && <span className="reading-mark">{t('comments.chosen')}</span>}
        {line.answers !== null && <span>{t('comments.answers', { name: line.answers === '' ? t('comments.no-name') : line.answers })}</span>}
      </p>
      <p className="reading-text" dir="auto" lang={line.language}>{line.text}</p>
      {(line.recommendations > 0 || line.replies > 0) && <p className="reading-echo">{t('comments.echo', { recommendations: line.recommendations, replies: line.replies })}</p>}
      {line.findings.length > 0 && (
        <ul className="findings" aria-label={t('comments.findings')}>
          {line.findings.map((finding) => <li key={finding}>{t(`comments.finding.${finding}`)}</li>)}
        </ul>
      )}
    </section>
  );
}
