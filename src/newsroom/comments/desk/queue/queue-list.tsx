/** What waits, one line each: who, where, the first words, and who is reading it. */
import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { PersonMark } from '../../../../design/desk/person.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useMe } from '../../../staff/desk/lent.ts';
import type { Queued } from '../types.ts';
import { useSpan } from './spans.ts';

interface QueueListProps {
  readonly lines: readonly Queued[];
  readonly current: string | null;
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onMark: (id: string) => void;
  readonly more: (() => void) | null;
  readonly loading: boolean;
}

export function QueueList({ lines, current, marked, onChoose, onMark, more, loading }: QueueListProps): ReactElement {
  const { t } = useWords();
  return (
    <nav className="queue-list" aria-label={t('comments.list')}>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} current={line.id === current} marked={marked.has(line.id)} onChoose={() => onChoose(line.id)} onMark={() => onMark(line.id)} />
        ))}
      </ul>
      {more !== null && <Button variant="default" size="xs" fullWidth mt="sm" loading={loading} onClick={more}>{t('desk.more')}</Button>}
    </nav>
  );
}

interface LineProps {
  readonly line: Queued;
  readonly current: boolean;
  readonly marked: boolean;
  readonly onChoose: () => void;
  readonly onMark: () => void;
}

function Line({ line, current, marked, onChoose, onMark }: LineProps): ReactElement {
  const { t } = useWords();
  const me = useMe();
  const span = useSpan();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const name = line.writer.name === '' ? t('comments.no-name') : line.writer.name;
  const waits = span((Date.now() - Date.parse(line.createdAt)) / 1_000);
  return (
    <li ref={row} className="queue-line" data-current={current} data-held={line.heldBy !== null && line.heldBy.id !== me.id}>
      <Checkbox size="xs" checked={marked} onChange={onMark} aria-label={t('comments.mark', { name })} />
      <button type="button" onClick={onChoose} aria-current={current ? 'true' : undefined}>
        <span className="queue-line-who"><bdi>{name}</bdi><span>{waits}</span></span>
        <span className="queue-line-words" dir="auto">{line.text}</span>
        <span className="queue-line-where">
          {line.pinned && <b>{t('comments.pinned')} · </b>}
          {line.chosen && <b>{t('comments.chosen')} · </b>}
          {line.story.headline}
        </span>
      </button>
      {line.heldBy !== null && line.heldBy.id !== me.id && <PersonMark person={line.heldBy} label={t('comments.held', { name: line.heldBy.name })} />}
    </li>
  );
}
