/** What stands on the front page or on a section's front, and in which order. */
import { Button, Select, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { tellDone, tellProblem } from '../../../design/desk/tell.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask, Problem, read } from '../../../platform/browser/api.ts';
import { hear } from '../../../platform/browser/events.ts';
import { useSections } from '../../sections/desk/lent.ts';
import { sectionName } from '../../sections/section.ts';
import { StoryPicker } from '../../stories/desk/lent.ts';
import type { StoryLine } from '../../stories/desk/lent.ts';
import type { Arrangement } from './arrangement.ts';
import { addStory, sameArrangement } from './arrangement.ts';
import './fronts.css';
import { SlotList } from './slot-list.tsx';

interface Front extends Arrangement {
  readonly id: string;
  readonly version: number;
  readonly filled: readonly StoryLine[];
}

export function View(): ReactElement {
  const { t } = useWords();
  const { id = 'front' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery({ queryKey: ['front', id], queryFn: () => read<Front>(`/fronts/${id}`), refetchOnWindowFocus: false });
  return (
    <Frame title={t('fronts.title')} about={t('fronts.about')} actions={<Which id={id} />}>
      {error !== null && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Arrange key={id} saved={data} />}
    </Frame>
  );
}

function Which({ id }: { readonly id: string }): ReactElement {
  const { t, language } = useWords();
  const go = useNavigate();
  const options = [{ value: 'front', label: t('fronts.front') }, ...useSections().map((one) => ({ value: one.id, label: sectionName(one, language) }))];
  return <Select aria-label={t('fronts.which')} data={options} value={id} searchable allowDeselect={false} onChange={(next) => next !== null && void go({ to: `/fronts/${next}` })} />;
}

function Arrange({ saved }: { readonly saved: Front }): ReactElement {
  const { t } = useWords();
  const [now, setNow] = useState<Arrangement>(saved);
  const [said, setSaid] = useState('');
  const { busy, save, theirs } = useSaving(saved, now, setNow);
  const free = saved.filled.filter((story) => !now.slots.some((slot) => slot.id === story.id));
  const unsaved = !sameArrangement(now, theirs);
  const add = (story: StoryLine, at?: number) => {
    setNow(addStory(now, story, at));
    setSaid(t('fronts.added', { headline: story.headline }));
  };
  return (
    <div className="front">
      <section aria-label={t('fronts.slots')}>
        <SlotList arrangement={now} onChange={(next, words) => (setNow(next), setSaid(words))} onDropStory={add} filled={saved.filled} />
        {now.fill && free.length > 0 && (
          <>
            <h2>{t('fronts.filled')}</h2>
            <ol className="front-filled">
              {free.map((story) => (
                <li key={story.id} draggable onDragStart={(event) => event.dataTransfer.setData('text/story', story.id)}>
                  <span lang={story.language}>{story.headline}</span>
                  <Button size="compact-xs" variant="default" onClick={() => add(story)}>{t('fronts.pin')}</Button>
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      <aside className="front-tools">
        <StoryPicker label={t('fronts.add')} except={now.slots.map((slot) => slot.id)} onPick={(story) => add(story)} />
        <Switch label={t('fronts.fill')} description={t('fronts.fill.text')} checked={now.fill} onChange={(event) => setNow({ ...now, fill: event.currentTarget.checked })} />
        <Button disabled={!unsaved} loading={busy} onClick={() => void save()}>{t('fronts.save')}</Button>
        {unsaved && <Button variant="subtle" onClick={() => setNow(theirs)}>{t('fronts.back')}</Button>}
        <a href="/" target="_blank" rel="noreferrer">{t('fronts.open')}</a>
        <p className="unseen" role="status">{said}</p>
      </aside>
    </div>
  );
}

/** Whoever saves second sees what the first one did, and keeps the own arrangement in hand. */
function useSaving(saved: Front, now: Arrangement, setNow: (next: Arrangement) => void) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [theirs, setTheirs] = useState<Front>(saved);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (saved.version === theirs.version) return;
    if (sameArrangement(now, theirs)) setNow(saved);
    else tellDone(t('fronts.changed'));
    setTheirs(saved);
  }, [saved.version]);
  useEffect(() => hear('front.changed', ({ facts }) => facts['id'] === saved.id && void queries.invalidateQueries({ queryKey: ['front', saved.id] })), [saved.id, queries]);
  const save = async () => {
    setBusy(true);
    try {
      const front = await ask<Front>('PUT', `/fronts/${saved.id}`, { body: { slots: now.slots.map((slot) => slot.id), fill: now.fill }, version: theirs.version });
      setTheirs(front);
      setNow(front);
      queries.setQueryData(['front', saved.id], front);
      tellDone(t('fronts.saved'));
    } catch (error) {
      const current = error instanceof Problem && error.facts.status === 412 ? (error.facts.current as Front | undefined) : undefined;
      if (current !== undefined) setTheirs(current);
      if (current === undefined) tellProblem(error, t);
      else tellDone(t('fronts.changed'));
    } finally {
      setBusy(false);
    }
  };
  return { busy, save, theirs };
}
