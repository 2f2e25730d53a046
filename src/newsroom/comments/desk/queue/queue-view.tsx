/** The moderators' desk: what waits at the side, the one that is read in the middle, its writer beside it. */
import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { Connection } from './connection.tsx';
import { Filters } from './filters.tsx';
import { KeysHelp } from './help.tsx';
import { NumbersLine } from './numbers-line.tsx';
import { Queue } from './queue.tsx';
import './queue.css';
import type { QueueWish } from './use-queue.ts';

const states = ['pending', 'approved', 'refused'] as const;

export function View(): ReactElement {
  const { t } = useWords();
  const go = useNavigate();
  const wish = useSearch({ strict: false }) as QueueWish;
  const [helped, help] = useDisclosure(false);
  const onWish = (next: QueueWish) => void go({ to: '/comments', search: next as never, replace: true });
  const actions = (
    <>
      <Button className="queue-help" variant="subtle" size="xs" onClick={help.open}>{t('comments.keys')} <kbd aria-hidden>?</kbd></Button>
      <Link to="/comments/words">{t('comments.words.title')}</Link>
    </>
  );
  return (
    <Frame title={t('comments.title')} actions={actions} width="whole">
      <NumbersLine />
      <Connection />
      <div className="queue-bar">
        <SegmentedControl value={wish.state ?? 'pending'} onChange={(state) => onWish({ ...wish, state })} data={states.map((value) => ({ value, label: t(`comments.state.${value}`) }))} aria-label={t('comments.filter.state')} />
        <Filters wish={wish} onWish={onWish} />
      </div>
      <Queue wish={wish} onHelp={help.open} />
      <KeysHelp open={helped} onClose={help.close} />
    </Frame>
  );
}
