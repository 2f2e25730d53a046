import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayName, clockTime } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useDirectChange } from '../editor/use-direct-change.ts';
import { useOpen } from '../editor/use-working-copy.ts';
import { InstantField } from '../publish/instant-field.tsx';

/** Before this instant nobody can publish the story. */
export function EmbargoField(): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const change = useDirectChange();
  const embargo = useOpen((open) => open.story.embargoUntil);
  const [at, setAt] = useState<Date | null>(null);
  if (embargo !== null) {
    const until = new Date(embargo);
    return (
      <div className="facts-link" id="field-embargo">
        <b>{t('stories.field.embargo')}</b>
        <span>{t('stories.embargo.until', { when: `${dayName(until, place)}, ${clockTime(until, place)}` })}</span>
        <CloseButton aria-label={t('stories.embargo.remove')} onClick={() => void change({ embargoUntil: null })} />
      </div>
    );
  }
  return (
    <div className="facts-instant" id="field-embargo">
      <InstantField label={t('stories.field.embargo')} onInstant={setAt} />
      <Button variant="default" disabled={at === null} onClick={() => void change({ embargoUntil: at!.toISOString() })}>
        {t('stories.embargo.set')}
      </Button>
    </div>
  );
}
