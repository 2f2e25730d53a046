/** Above the story: the way back, how it stands, whether it is saved, who else is here, the way to readers. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { PersonMarks } from '../../../../design/desk/person.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { StateMark } from '../state-mark.tsx';
import { usePresence } from './presence.ts';
import { SavingWords } from './saving-words.tsx';
import { useCopy, useOpen } from './use-working-copy.ts';

interface TopBarProps {
  readonly onPublish: () => void;
  readonly onSide: () => void;
  readonly sideShown: boolean;
}

export function TopBar({ onPublish, onSide, sideShown }: TopBarProps): ReactElement {
  const { t } = useWords();
  const story = useOpen((open) => open.story);
  const others = usePresence(story.id);
  const copy = useCopy();
  const go = useNavigate();
  const preview = () => void copy.saveNow('autosave').then(() => go({ to: `/stories/${story.id}/preview` }));
  return (
    <header className="topbar">
      <Tooltip label={t('stories.back')}>
        <ActionIcon component={Link} to="/" variant="subtle" color="gray" className="tool" size={36} aria-label={t('stories.back')}>
          <Icon name="left" />
        </ActionIcon>
      </Tooltip>
      <span className="topbar-where">{story.section.name}</span>
      <span className="topbar-status">
        <StateMark story={story} />
        <SavingWords />
      </span>
      <PersonMarks people={others} label={(name) => t('stories.present', { name })} />
      <Tooltip label={t('stories.preview')}>
        <ActionIcon variant="subtle" color="gray" className="tool topbar-preview" size={36} aria-label={t('stories.preview')} onClick={preview}>
          <Icon name="eye" />
        </ActionIcon>
      </Tooltip>
      <Button className="topbar-go" variant={story.standing === 'public' && !story.unpublishedChanges ? 'default' : 'filled'} onClick={onPublish}>{t(`stories.go.${nextStep(story.may)}`)}</Button>
      <Tooltip label={t('stories.side')}>
        <ActionIcon variant="subtle" color="gray" className="tool" size={36} aria-label={t('stories.side')} aria-expanded={sideShown} onClick={onSide}>
          <Icon name="panel" />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

/** What the one button in sight says: the furthest that this person can do with the story. */
function nextStep(may: readonly string[]): 'publish' | 'republish' | 'submit' | 'state' {
  if (may.includes('story.publish')) return 'publish';
  if (may.includes('story.republish')) return 'republish';
  return may.includes('story.submit') ? 'submit' : 'state';
}
