/** How a story stands, in a word and a colour. */
import type { ReactElement } from 'react';
import { shortWhen } from '../../../design/desk/times.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { usePlace } from '../../publication/desk/lent.ts';
import './state-mark.css';
import type { StoryLine } from '../told.ts';

export function StateMark({ story }: { readonly story: StoryLine }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const changed = story.unpublishedChanges && story.standing === 'public' && story.phase === 'draft';
  const when = story.scheduledAt === null ? '' : shortWhen(new Date(story.scheduledAt), new Date(), place);
  const words = story.state === 'scheduled' ? t('stories.state.scheduled-at', { when }) : t(changed ? 'stories.state.changed' : `stories.state.${story.state}`);
  return (
    <span className="state" data-state={story.state} data-changed={changed || undefined}>
      {words}
    </span>
  );
}
