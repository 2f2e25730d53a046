/** From the one who writes to the one who decides, and back with a note. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useOpen } from '../editor/use-working-copy.ts';
import { useAct } from './use-act.ts';

export function HandOver(): ReactElement | null {
  const { t } = useWords();
  const may = useOpen((open) => open.story.may);
  const written = useOpen((open) => open.story.note);
  const { busy, act } = useAct();
  const [note, setNote] = useState('');
  const way = may.includes('story.return') ? 'return' : may.includes('story.submit') ? 'submit' : null;
  const send = async (name: 'submit' | 'return') => {
    if (await act(name, note.trim() === '' ? {} : { note })) setNote('');
  };
  return (
    <>
      {written !== '' && (
        <p className="facts-note">
          <b>{t('stories.note')}</b> {written}
        </p>
      )}
      {may.includes('story.unschedule') && (
        <Button variant="default" fullWidth loading={busy === 'unschedule'} onClick={() => void act('unschedule')}>
          {t('stories.act.unschedule')}
        </Button>
      )}
      {way !== null && (
        <section className="publish-form">
          <Textarea label={t(way === 'return' ? 'stories.note.return' : 'stories.note.submit')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button variant={may.includes('story.publish') ? 'default' : 'filled'} fullWidth disabled={way === 'return' && note.trim() === ''} loading={busy === way} onClick={() => void send(way)}>
            {t(`stories.act.${way}`)}
          </Button>
        </section>
      )}
    </>
  );
}
