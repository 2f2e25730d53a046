/** Publish now or at a time. What is public already says whether its sense changed or only its form. */
import { Button, Radio, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useOpen } from '../editor/use-working-copy.ts';
import { InstantField } from './instant-field.tsx';
import { useAct } from './use-act.ts';

export function PublishForm(): ReactElement | null {
  const { t } = useWords();
  const story = useOpen((open) => open.story);
  const { busy, act } = useAct();
  const [when, setWhen] = useState<'now' | 'later'>(story.scheduledAt === null ? 'now' : 'later');
  const [at, setAt] = useState<Date | null>(null);
  const [significant, setSignificant] = useState(false);
  const again = story.firstPublishedAt !== null;
  if (story.may.includes('story.republish')) {
    return (
      <section className="publish-form">
        {again && <Sense value={significant} onChange={setSignificant} />}
        <Button fullWidth loading={busy === 'republish'} onClick={() => void act('republish', { significant })}>
          {t('stories.act.republish')}
        </Button>
      </section>
    );
  }
  if (!story.may.includes('story.publish')) return null;
  const later = when === 'later';
  const same = again && !story.unpublishedChanges && !later && story.phase === 'draft';
  const ready = story.missing.length === 0 && (!later || at !== null) && !same;
  return (
    <section className="publish-form" aria-label={t('stories.side.publish')}>
      <SegmentedControl fullWidth aria-label={t('stories.at')} value={when} onChange={(value) => setWhen(value as typeof when)} data={[{ value: 'now', label: t('stories.at.now') }, { value: 'later', label: t('stories.at.later') }]} />
      {later && <InstantField label={t('stories.at.time')} first={story.scheduledAt === null ? nextHour() : new Date(story.scheduledAt)} onInstant={setAt} />}
      {again && !same && <Sense value={significant} onChange={setSignificant} />}
      <Button fullWidth size="md" disabled={!ready} loading={busy === 'publish'} onClick={() => void act('publish', { significant, ...(later && at !== null && { at: at.toISOString() }) })}>
        {t(later ? 'stories.act.schedule' : again ? 'stories.act.publish-again' : 'stories.act.publish')}
      </Button>
      {same && <p className="publish-hint">{t('stories.publish.same')}</p>}
    </section>
  );
}

function Sense({ value, onChange }: { readonly value: boolean; readonly onChange: (value: boolean) => void }): ReactElement {
  const { t } = useWords();
  return (
    <Radio.Group label={t('stories.sense')} value={value ? 'sense' : 'form'} onChange={(next) => onChange(next === 'sense')}>
      <Radio mt="xs" value="form" label={t('stories.sense.form')} description={t('stories.sense.form.text')} />
      <Radio mt="xs" value="sense" label={t('stories.sense.sense')} description={t('stories.sense.sense.text')} />
    </Radio.Group>
  );
}

function nextHour(): Date {
  const hour = 3_600_000;
  return new Date(Math.ceil((Date.now() + hour / 4) / hour) * hour);
}
