/** For ten seconds, the way back. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Reversible } from './use-verdicts.ts';

export function UndoBar({ last, onUndo }: { readonly last: Reversible; readonly onUndo: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="undo-bar" role="status" key={last.id}>
      <span>{t(`comments.done.${last.verdict}`, { name: last.name === '' ? t('comments.no-name') : last.name })}</span>
      <Button size="xs" variant="white" color="dark" onClick={onUndo} leftSection={<Icon name="undo" size={14} />}>{t('comments.undo')} <kbd aria-hidden>Z</kbd></Button>
    </div>
  );
}
