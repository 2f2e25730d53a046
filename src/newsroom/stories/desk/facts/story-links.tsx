/** Other stories that belong to this one: what it continues, its translations. */
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { read } from '../../../../platform/browser/api.ts';
import { useDirectChange } from '../editor/use-direct-change.ts';
import { useCopy, useOpen } from '../editor/use-working-copy.ts';
import type { StoryWhole } from '../../told.ts';
import { StoryPicker } from './story-picker.tsx';

export function ContinuesField(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const id = useOpen((open) => open.story.id);
  const continues = useOpen((open) => open.content.continues);
  const known = useOpen((open) => open.story.continues);
  const { data } = useQuery({ queryKey: ['story', continues, 'headline'], queryFn: () => read<StoryWhole>(`/stories/${continues}`), enabled: continues !== null && known?.id !== continues });
  if (continues === null) return <StoryPicker label={t('stories.field.continues')} except={[id]} onPick={(story) => copy.change({ continues: story.id })} />;
  return (
    <div className="facts-link">
      <b>{t('stories.field.continues')}</b>
      <Link to={`/stories/${continues}`}>{(known?.id === continues ? known.headline : data?.headline) || t('stories.untitled')}</Link>
      <CloseButton aria-label={t('stories.continues.remove')} onClick={() => copy.change({ continues: null })} />
    </div>
  );
}

export function TranslationsField(): ReactElement {
  const { t, locale } = useWords();
  const change = useDirectChange();
  const id = useOpen((open) => open.story.id);
  const translations = useOpen((open) => open.story.translations);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <div>
      {translations.length === 0 ? (
        <StoryPicker label={t('stories.field.translations')} description={t('stories.hint.translations')} except={[id]} onPick={(story) => void change({ translationOf: story.id })} />
      ) : (
        <div className="facts-link">
          <b>{t('stories.field.translations')}</b>
          <ul>
            {translations.map((one) => (
              <li key={one.id}>
                {names.of(one.language)}: <Link to={`/stories/${one.id}`}>{one.headline || t('stories.untitled')}</Link>
              </li>
            ))}
          </ul>
          <CloseButton aria-label={t('stories.translations.remove')} onClick={() => void change({ translationOf: null })} />
        </div>
      )}
    </div>
  );
}
