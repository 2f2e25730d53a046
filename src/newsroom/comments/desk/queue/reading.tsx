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
import { PublicActs } from './public-acts.tsx';
import { Reasons } from './reasons.tsx';
import { useHold } from './use-hold.ts';
import { wholeQuery } from './use-queue.ts';
import { WriterCard } from './writer-card.tsx';

interface ReadingProps {
  readonly line: Queued;
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onSkip: () => void;
}

export function Reading({ line, refusing, onRefusing, onDecide, onSkip }: ReadingProps): ReactElement {
  const { t } = useWords();
  const { data } = useQuery(wholeQuery(line.id));
  const { heldBy } = useHold(line.id, line.state === 'pending');
  return (
    <>
      <article className="reading" aria-label={t('comments.comment')}>
        <Story line={line} whole={data} />
        {data !== undefined && data.above.length > 0 && <Above comments={data.above} />}
        {heldBy !== null && <p className="reading-held" role="status"><Icon name="eye" size={16} /> {heldBy}</p>}
        <Comment line={line} />
        {refusing ? <Reasons onRefuse={(reason, words) => onDecide({ decision: 'refuse', reason, words })} onClose={() => onRefusing(false)} /> : (
          <div className="reading-acts">
            {line.state !== 'approved' && <Button onClick={() => onDecide({ decision: 'approve' })} leftSection={<Icon name="check" size={16} />}>{t('comments.approve')} <kbd aria-hidden>A</kbd></Button>}
            {line.state !== 'refused' && <Button variant="default" onClick={() => onRefusing(true)} leftSection={<Icon name="close" size={16} />}>{t('comments.refuse')} <kbd aria-hidden>R</kbd></Button>}
            {line.state === 'pending' && <Button variant="subtle" onClick={onSkip}>{t('comments.later')} <kbd aria-hidden>S</kbd></Button>}
          </div>
        )}
        {line.state === 'approved' && !refusing && <PublicActs line={line} />}
        {data !== undefined && data.decisions.length > 0 && <History decisions={data.decisions} />}
      </article>
      {data?.writer != null && <WriterCard writer={data.writer} comment={line.id} />}
    </>
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
          {shortWhen(new Date(story.publishedAt), new Date(), place)} · {story.open ? (story.closesAt === null ? t('comments.open') : t('comments.open-until', { when: shortWhen(new Date(story.closesAt), new Date(), place) })) : t('comments.closed')} · <Link to={`/comments/threads/${line.story.id}` as never}>{t('comments.thread')}</Link>
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
        {line.answers !== null && <span>{t('comments.answers', { name: line.answers === '' ? t('comments.no-name') : line.answers })}</span>}
      </p>
      <p className="reading-text" dir="auto" lang={line.language}>{line.text}</p>
      {line.findings.length > 0 && (
        <ul className="findings" aria-label={t('comments.findings')}>
          {line.findings.map((finding) => <li key={finding}>{t(`comments.finding.${finding}`)}</li>)}
        </ul>
      )}
    </section>
  );
}
