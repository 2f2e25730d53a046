/** A story begins with its section and its headline; everything else is written in the editor. */
import { Button, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Empty } from '../../../../design/desk/states.tsx';
import { tellProblem } from '../../../../design/desk/tell.ts';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useSectionOptions, useSections } from '../../../sections/desk/lent.ts';
import { typeset } from '../body/typography.ts';
import type { StoryWhole } from '../../told.ts';

const lastSection = 'desk-last-section';

export function View(): ReactElement {
  const { t } = useWords();
  const go = useNavigate();
  const options = useSectionOptions();
  const sections = useSections();
  const [chosen, setSection] = useState<string | null>(() => localStorage.getItem(lastSection));
  const [headline, setHeadline] = useState('');
  const [busy, setBusy] = useState(false);
  const section = options.some((one) => one.value === chosen) ? chosen : (options[0]?.value ?? null);
  const language = sections.find((one) => one.id === section)?.language ?? 'de';
  const begin = async () => {
    setBusy(true);
    try {
      const story = await ask<StoryWhole>('POST', '/stories', { body: { section, headline: typeset(headline, language) } });
      localStorage.setItem(lastSection, section ?? '');
      await go({ to: `/stories/${story.id}`, replace: true });
    } catch (error) {
      tellProblem(error, t);
      setBusy(false);
    }
  };
  if (options.length === 0) return <Frame title={t('stories.new')} width="text"><Empty title={t('stories.no-section')} /></Frame>;
  return (
    <Frame title={t('stories.new')} width="text">
      <form
        className="new-story"
        onSubmit={(event) => {
          event.preventDefault();
          if (headline.trim() !== '' && !busy) void begin();
        }}
      >
        <TextInput size="lg" label={t('stories.field.headline')} description={t('stories.new.headline')} value={headline} autoFocus required onChange={(event) => setHeadline(event.currentTarget.value)} />
        <Select mt="md" label={t('stories.field.section')} data={options} value={section} searchable allowDeselect={false} onChange={setSection} />
        <Button mt="lg" type="submit" loading={busy} disabled={headline.trim() === ''}>
          {t('stories.new.begin')}
        </Button>
      </form>
    </Frame>
  );
}
