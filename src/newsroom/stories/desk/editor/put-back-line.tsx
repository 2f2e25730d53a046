/** Says that text which had never been sent was found in this browser and is in the story again. */
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { PutBack } from './use-working-copy.ts';
import { useCopy } from './use-working-copy.ts';

export function PutBackLine({ putBack }: { readonly putBack: PutBack }): ReactElement | null {
  const { t } = useWords();
  const place = usePlace();
  const copy = useCopy();
  const [open, setOpen] = useState(true);
  if (!open) return null;
  const when = shortWhen(new Date(putBack.at), new Date(), place);
  const without = () => {
    copy.takeAsSaved();
    setOpen(false);
  };
  return (
    <div className="paper-line" role="status">
      <p>{t('stories.put-back', { when })}</p>
      <Button size="compact-sm" variant="default" onClick={without}>
        {t('stories.put-back.without')}
      </Button>
      <CloseButton aria-label={t('desk.close')} onClick={() => setOpen(false)} />
    </div>
  );
}
