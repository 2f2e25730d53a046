/** For ten seconds, the way back; and what else may be done with a comment that has just been approved. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Reversible } from './use-verdicts.ts';

interface UndoBarProps {
  readonly last: Reversible;
  readonly onUndo: () => void;
  /** Null where it cannot be set apart. */
  readonly onChoose: (() => void) | null;
}

export function UndoBar({ last, onUndo, onChoose }: UndoBarProps): ReactElement {
  const { t } = useWords();
  const one = t(`comments.done.${last.verdict}`, { name: last.name === '' ? t('comments.no-name') : last.name });
  return (
    <div className="undo-bar" key={last.ids.join()}>
      <span role="status">{last.ids.length === 1 ? one : t(`comments.done-many.${last.verdict}`, { count: last.ids.length })}</span>
      <Button size="xs" variant="white" color="dark" onClick={onUndo} leftSection={<Icon name="undo" size={14} />}>{t('comments.undo')} <kbd aria-hidden>Z</kbd></Button>
      {onChoose !== null && <Button size="xs" variant="white" color="dark" onClick={onChoose}>{t('comments.choose')} <kbd aria-hidden>E</kbd></Button>}
    </div>
  );
}
