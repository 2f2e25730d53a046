/** The list and the comment that is read, with what keys and buttons do to them. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { Many } from './many.tsx';
import { QueueList } from './queue-list.tsx';
import { Reading } from './reading.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useActs } from './use-acts.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useQueue } from './use-queue.ts';
import type { QueueWish } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';

export function Queue({ wish, onHelp }: { readonly wish: QueueWish; readonly onHelp: () => void }): ReactElement {
  const { t } = useWords();
  const queue = useQueue(wish);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const acts = useActs(queue, { marked, onMarked: setMarked });
  const { lines, current: { line, gone, choose, step } } = queue;
  useQueueKeys({ ...acts.keys, onHelp });
  useKeptFocus(`${line?.id} ${acts.mode}`);
  if (queue.error !== null && lines.length === 0) return <Trouble error={queue.error} again={() => void queue.refetch()} />;
  if (queue.isPending) return <Waiting />;
  return (
    <>
      {queue.arrived > 0 && <Button className="queue-arrived" variant="light" fullWidth size="xs" onClick={queue.showArrived}>{t('comments.arrived', { count: queue.arrived })}</Button>}
      {lines.length === 0 && line === null ? <Nothing wish={wish} /> : (
        <div className="queue">
          <QueueList lines={lines} current={line?.id ?? null} marked={marked} onChoose={(id) => (acts.setMode('reading'), choose(id))} onMark={acts.toggle} more={queue.hasNextPage ? () => void queue.fetchNextPage() : null} loading={queue.isFetchingNextPage} />
          {line !== null && <Reading key={line.id} line={line} gone={gone} mode={acts.mode} onMode={acts.setMode} onDecide={(verdict) => acts.decideOn(line, verdict)} onSkip={() => step(1)} onMark={acts.mark} />}
        </div>
      )}
      {acts.chosen.length > 0 && (
        <Many
          lines={acts.chosen} all={lines.length} refusing={acts.mode === 'refusing-many'} onRefusing={(refusing) => acts.setMode(refusing ? 'refusing-many' : 'reading')}
          onDecide={acts.decideMany} onAll={() => setMarked(new Set(lines.map(({ id }) => id)))} onClear={() => setMarked(new Set())}
        />
      )}
      {acts.last !== null && <UndoBar last={acts.last} onUndo={acts.keys.onUndo} onChoose={acts.chooseLast} />}
      <p className="unseen" role="status">{t('comments.count', { count: lines.length })}</p>
    </>
  );
}

function Nothing({ wish }: { readonly wish: QueueWish }): ReactElement {
  const { t } = useWords();
  const filtered = Object.keys(wish).some((name) => name !== 'state');
  const state = wish.state ?? 'pending';
  return <Empty title={t(filtered ? 'comments.none-found' : `comments.none.${state}`)}>{!filtered && state === 'pending' && <p>{t('comments.none.text')}</p>}</Empty>;
}
