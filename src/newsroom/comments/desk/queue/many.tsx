/** Deciding about several at once: a wave of the same. */
import { Button, Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { refusalReasons } from '../../comment.ts';
import type { Queued, Verdict } from '../types.ts';

interface ManyProps {
  readonly lines: readonly Queued[];
  readonly onDecide: (verdict: Verdict) => void;
  readonly onClear: () => void;
}

export function Many({ lines, onDecide, onClear }: ManyProps): ReactElement {
  const { t } = useWords();
  const allApproved = lines.every(({ state }) => state === 'approved');
  return (
    <div className="many" role="region" aria-label={t('comments.many')}>
      <span>{t('comments.many.chosen', { count: lines.length })}</span>
      {!allApproved && <Button size="xs" onClick={() => onDecide({ decision: 'approve' })}>{t('comments.many.approve')}</Button>}
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default">{t('comments.many.refuse')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {refusalReasons.filter((reason) => reason !== 'other').map((reason) => (
            <Menu.Item key={reason} onClick={() => onDecide({ decision: 'refuse', reason, words: '' })}>{t(`comments.reason.${reason}`)}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="subtle" onClick={onClear}>{t('comments.many.clear')}</Button>
    </div>
  );
}
