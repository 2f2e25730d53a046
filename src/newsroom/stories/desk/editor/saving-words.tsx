/** Whether the text is safe, always in words. Spoken only when something is wrong: 'saved' every second is noise. */
import type { ReactElement } from 'react';
import { sayProblem } from '../../../../design/desk/states.tsx';
import { clockTime } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Saving } from './working-copy.ts';
import { useOpen } from './use-working-copy.ts';

export function SavingWords(): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const saving = useOpen((open) => open.saving);
  const changedAt = useOpen((open) => open.story.changedAt);
  const bad = saving.state === 'offline' || saving.state === 'signed-out' || saving.state === 'refused';
  const words = say(saving);
  return (
    <span className="saving" data-bad={bad || undefined} data-state={saving.state}>
      <span aria-hidden={bad}>{words}</span>
      <span className="unseen" role="alert">
        {bad ? words : ''}
      </span>
    </span>
  );

  function say(now: Saving): string {
    if (now.state === 'saved') return t('stories.saving.saved', { time: clockTime(now.at ?? new Date(changedAt), place) });
    if (now.state === 'offline') return t(now.kept ? 'stories.saving.offline' : 'stories.saving.offline-not-kept');
    if (now.state === 'refused') return t('stories.saving.refused', { reason: sayProblem(now.error, t) });
    return t(`stories.saving.${now.state}`);
  }
}
