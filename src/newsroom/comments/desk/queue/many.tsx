/** Deciding about several at once: a wave of the same. */
import { Button, Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { refusalReasons } from '../../comment.ts';
import type { Queued, Verdict } from '../types.ts';

interface ManyProps {
  readonly lines: readonly Queued[];
  /** How many there are to choose from. */
  readonly all: number;
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

export function Many({ lines, all, refusing, onRefusing, onDecide, onAll, onClear }: ManyProps): ReactElement {
  const { t } = useWords();
  const allApproved = lines.every(({ state }) => state === 'approved');
  const allRefused = lines.every(({ state }) => state === 'refused');
  return (
    <div className="many" role="region" aria-label={t('comments.many')}>
      <span role="status">{t('comments.many.chosen', { count: lines.length })}</span>
      {!allApproved && <Button size="xs" onClick={() => onDecide({ decision: 'approve' })}>{t('comments.many.approve')} <kbd aria-hidden>A</kbd></Button>}
      {!allRefused && (
        <Menu opened={refusing} onChange={onRefusing}>
          <Menu.Target>
            <Button size="xs" variant="default">{t(allApproved ? 'comments.many.remove' : 'comments.many.refuse')} <kbd aria-hidden>R</kbd></Button>
          </Menu.Target>
          <Menu.Dropdown>
            {refusalReasons.filter((reason) => reason !== 'other').map((reason, place) => (
              <Menu.Item key={reason} leftSection={<kbd aria-hidden>{place + 1}</kbd>} onClick={() => onDecide({ decision: 'refuse', reason, words: '' })}>{t(`comments.reason.${reason}`)}</Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {lines.length < all && <Button size="xs" variant="subtle" onClick={onAll}>{t('comments.many.all', { count: all })}</Button>}
      <Button size="xs" variant="subtle" onClick={onClear}>{t('comments.many.clear')}</Button>
    </div>
  );
}
