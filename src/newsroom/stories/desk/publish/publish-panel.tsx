/** The story's way to its readers: what is missing, when it goes out, and the ways back. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useOpen } from '../editor/use-working-copy.ts';
import { StateMark } from '../state-mark.tsx';
import { Corrections } from './corrections.tsx';
import { HandOver } from './hand-over.tsx';
import { MissingList } from './missing-list.tsx';
import './publish.css';
import { PublishForm } from './publish-form.tsx';
import { Reversals } from './reversals.tsx';

interface PublishPanelProps {
  readonly onFacts: () => void;
  readonly onGo: () => void;
}

export function PublishPanel({ onFacts, onGo }: PublishPanelProps): ReactElement {
  const { t } = useWords();
  const story = useOpen((open) => open.story);
  return (
    <div className="publish">
      <Standing />
      <MissingList onFacts={onFacts} onGo={onGo} />
      <PublishForm />
      <HandOver />
      <p className="publish-links">
        <Link to={`/stories/${story.id}/preview`}><Icon name="eye" size={16} /> {t('stories.preview')}</Link>
        <Link to={`/stories/${story.id}/versions`}><Icon name="versions" size={16} /> {t('stories.versions')}</Link>
      </p>
      <Corrections />
      <Reversals />
    </div>
  );
}

function Standing(): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const story = useOpen((open) => open.story);
  const when = (at: string) => shortWhen(new Date(at), new Date(), place);
  return (
    <div className="publish-standing">
      <StateMark story={story} />
      {story.firstPublishedAt !== null && <p>{t('stories.first-published', { when: when(story.firstPublishedAt) })}</p>}
      {story.updatedAt !== null && <p>{t('stories.sense-changed', { when: when(story.updatedAt) })}</p>}
      {story.standing === 'public' && (
        <p>
          <a href={story.url} target="_blank" rel="noreferrer">
            {t('stories.to-public')}
          </a>
        </p>
      )}
      {story.standing === 'withdrawn' && <p>{t('stories.withdrawn.notice', { notice: story.withdrawnNotice ?? t('stories.withdrawn.neutral') })}</p>}
      {story.may.length === 0 && <Button disabled>{t('stories.nothing-possible')}</Button>}
    </div>
  );
}
