/** Beside a field that two people changed: the other's words, with the choice. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useCopy, useOpen } from './use-working-copy.ts';

export function FieldConflicts({ field }: { readonly field: string }): ReactElement | null {
  const { t } = useWords();
  const copy = useCopy();
  const conflict = useOpen((open) => open.conflicts.find((one) => one.field === field));
  if (conflict === undefined) return null;
  const { mine, theirs } = conflict;
  const texts = typeof mine === 'string' && typeof theirs === 'string';
  return (
    <section className="field-conflict" aria-label={t('stories.conflict.title')}>
      <p>{t('stories.conflict.title')}</p>
      {texts && <q>{theirs === '' ? t('stories.conflict.empty') : theirs}</q>}
      <div>
        <Button size="xs" variant="default" onClick={() => copy.settle(conflict, copy.snapshot().content[conflict.field])}>
          {t('stories.conflict.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => copy.settle(conflict, theirs)}>
          {t('stories.conflict.theirs')}
        </Button>
        {texts && theirs !== '' && (
          <Button size="xs" variant="default" onClick={() => copy.settle(conflict, `${String(copy.snapshot().content[conflict.field])} ${theirs}`)}>
            {t('stories.conflict.both')}
          </Button>
        )}
      </div>
    </section>
  );
}
