/** What was wrong and has been put right, said in public, dated. */
import { Button, CloseButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayName } from '../../../../design/desk/times.ts';
import { tellDone, tellProblem } from '../../../../design/desk/tell.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask, read } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useCopy, useOpen } from '../editor/use-working-copy.ts';
import type { StoryWhole } from '../../told.ts';

export function Corrections(): ReactElement | null {
  const { t } = useWords();
  const place = usePlace();
  const story = useOpen((open) => open.story);
  const change = useCorrect();
  const [text, setText] = useState('');
  const may = story.may.includes('story.correct') && story.firstPublishedAt !== null;
  if (!may && story.corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('stories.corrections')}</h2>
      <ul className="publish-corrections">
        {story.corrections.map((one) => (
          <li key={one.id}>
            <p>
              <b>{dayName(new Date(one.at), place)}</b> {one.text}
            </p>
            {may && <CloseButton aria-label={t('stories.correction.remove')} onClick={() => void change('DELETE', `/corrections/${one.id}`)} />}
          </li>
        ))}
      </ul>
      {may && (
        <div className="publish-form">
          <Textarea label={t('stories.correction')} description={t('stories.correction.text')} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button variant="default" disabled={text.trim() === ''} onClick={() => void change('POST', '/corrections', { text }).then((done) => done && setText(''))}>
            {t('stories.correction.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function useCorrect(): (method: 'POST' | 'DELETE', path: string, body?: { readonly text: string }) => Promise<boolean> {
  const { t } = useWords();
  const copy = useCopy();
  return async (method, path, body) => {
    const { id } = copy.snapshot().story;
    try {
      await ask(method, `/stories/${id}${path}`, body === undefined ? {} : { body });
      copy.absorb(await read<StoryWhole>(`/stories/${id}`));
      tellDone(t('stories.done.correction'));
      return true;
    } catch (error) {
      tellProblem(error, t);
      return false;
    }
  };
}
