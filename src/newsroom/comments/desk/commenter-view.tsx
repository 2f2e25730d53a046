/** Everything about somebody who writes. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { shortWhen } from '../../../design/desk/times.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { read } from '../../../platform/browser/api.ts';
import { usePlace } from '../../publication/desk/lent.ts';
import './queue/queue.css';
import { Marks, Standing, StandingActs } from './standing.tsx';
import type { Commenter } from './types.ts';

const states = ['pending', 'approved', 'refused'] as const;

export function View(): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery({ queryKey: ['commenters', id], queryFn: ({ signal }) => read<Commenter>(`/commenters/${id}`, signal) });
  if (error !== null) return <Frame title={t('comments.writer')}><Trouble error={error} again={() => void refetch()} /></Frame>;
  if (data === undefined) return <Frame title={t('comments.writer')}><Waiting /></Frame>;
  return (
    <Frame title={data.name} width="text" actions={<StandingActs writer={data} comment={null} />}>
      <Standing writer={data} />
      <Marks marks={data.marks} />
      <h2 className="commenter-title">{t('comments.written')}</h2>
      {data.written.length === 0 && <p>{t('comments.written.none')}</p>}
      <ol className="writer-written writer-written-whole">
        {data.written.map((line) => (
          <li key={line.id} data-state={line.state}>
            <span className="writer-state">{t(`comments.one.${line.state}`)}{line.reason !== null && line.reason !== '' && `: ${t(`comments.reason.${line.reason}`)}`} · {shortWhen(new Date(line.at), new Date(), place)}</span>
            <span className="report-soft">{line.headline}</span>
            <span dir="auto">{line.text}</span>
          </li>
        ))}
      </ol>
      <p className="commenter-all">
        {states.filter((state) => data.counts[state] > 0).map((state) => (
          <Link key={state} to="/comments" search={{ reader: id, state } as never}>{t(`comments.all.${state}`, { count: data.counts[state] })}</Link>
        ))}
      </p>
    </Frame>
  );
}
