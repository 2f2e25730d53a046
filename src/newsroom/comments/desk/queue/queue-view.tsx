/** The moderators' desk: what waits at the side, the one that is read in the middle, its writer beside it. */
import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Queued } from '../types.ts';
import { Filters } from './filters.tsx';
import { Many } from './many.tsx';
import { NumbersLine } from './numbers-line.tsx';
import { QueueList } from './queue-list.tsx';
import './queue.css';
import { Reading } from './reading.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useQueue } from './use-queue.ts';
import type { QueueWish } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useVerdicts } from './use-verdicts.ts';

const states = ['pending', 'approved', 'refused'] as const;

export function View(): ReactElement {
  const { t } = useWords();
  const go = useNavigate();
  const wish = useSearch({ strict: false }) as QueueWish;
  const onWish = (next: QueueWish) => void go({ to: '/comments', search: next as never, replace: true });
  const actions = <Link to="/comments/words">{t('comments.words.title')}</Link>;
  return (
    <Frame title={t('comments.title')} actions={actions} width="whole">
      <NumbersLine />
      <div className="queue-bar">
        <SegmentedControl value={wish.state ?? 'pending'} onChange={(state) => onWish({ ...wish, state })} data={states.map((value) => ({ value, label: t(`comments.state.${value}`) }))} aria-label={t('comments.filter.state')} />
        <Filters wish={wish} onWish={onWish} />
      </div>
      <Queue wish={wish} />
    </Frame>
  );
}

function Queue({ wish }: { readonly wish: QueueWish }): ReactElement {
  const { t } = useWords();
  const queue = useQueue(wish);
  const { lines, current, choose, takeOut } = queue;
  const { last, decide, decideMany, undo } = useVerdicts(takeOut);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [refusing, setRefusing] = useState(false);
  const line = lines.find(({ id }) => id === current) ?? null;
  const chosen = useMemo(() => lines.filter(({ id }) => marked.has(id)), [lines, marked]);
  const toggle = (id: string) => setMarked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const go = (id: string | null) => {
    setRefusing(false);
    choose(id);
  };
  const decideOn = (on: Queued, verdict: Parameters<typeof decide>[1]) => {
    setRefusing(false);
    decide(on, verdict);
  };
  useQueueKeys({ lines, line, refusing, onGo: go, onDecide: decideOn, onRefuse: () => setRefusing(true), onUndo: () => void undo(), onMark: toggle, onLeave: () => setRefusing(false) });
  if (queue.error !== null && lines.length === 0) return <Trouble error={queue.error} again={() => void queue.refetch()} />;
  if (queue.isPending) return <Waiting />;
  return (
    <>
      {lines.length === 0 ? <Nothing wish={wish} /> : (
        <div className="queue">
          <QueueList lines={lines} current={current} marked={marked} onChoose={go} onMark={toggle} more={queue.hasNextPage ? () => void queue.fetchNextPage() : null} loading={queue.isFetchingNextPage} />
          {line !== null && <Reading key={line.id} line={line} refusing={refusing} onRefusing={setRefusing} onDecide={(verdict) => decideOn(line, verdict)} onSkip={() => go(skipped(lines, line.id))} />}
        </div>
      )}
      {chosen.length > 0 && <Many lines={chosen} onDecide={(verdict) => (setMarked(new Set()), void decideMany(chosen, verdict))} onClear={() => setMarked(new Set())} />}
      {last !== null && <UndoBar last={last} onUndo={() => void undo()} />}
      <p className="unseen" role="status">{t('comments.count', { count: lines.length })}</p>
    </>
  );
}

function skipped(lines: readonly Queued[], id: string): string {
  const at = lines.findIndex((line) => line.id === id);
  return (lines[at + 1] ?? lines[0])!.id;
}

function Nothing({ wish }: { readonly wish: QueueWish }): ReactElement {
  const { t } = useWords();
  const filtered = Object.keys(wish).some((name) => name !== 'state');
  const state = wish.state ?? 'pending';
  return <Empty title={t(filtered ? 'comments.none-found' : `comments.none.${state}`)}>{!filtered && state === 'pending' && <p>{t('comments.none.text')}</p>}</Empty>;
}
