/** What reports and objections show alike: when an answer is due, and the comment. */
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { permalink } from '../../discussion.ts';
import type { ReportLine } from './types.ts';

export function Due({ at }: { readonly at: string }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const now = new Date();
  const when = shortWhen(new Date(at), now, place);
  const late = Date.parse(at) < now.getTime();
  return <span className="report-due" data-late={late}>{t(late ? 'reports.overdue' : 'reports.due', { when })}</span>;
}

export function About({ comment }: { readonly comment: ReportLine['comment'] }): ReactElement {
  const { t } = useWords();
  const name = <bdi>{comment.writer === '' ? t('comments.no-name') : comment.writer}</bdi>;
  return (
    <blockquote className="report-comment" aria-label={t('reports.comment')}>
      <p>
        <span className="reading-name">{comment.reader === null ? name : <Link to={`/commenters/${comment.reader}` as never}>{name}</Link>}</span>
        <a className="report-soft" href={permalink(comment.id)} target="_blank" rel="noreferrer">{comment.headline}</a>
      </p>
      <p dir="auto">{comment.text}</p>
      {comment.state !== 'approved' && <p className="report-soft">{t('reports.not-public')}</p>}
    </blockquote>
  );
}
