/** What moderators do with a comment that readers see: set it apart, answer it as the newsroom. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import { longestComment } from '../../rules.ts';
import type { Queued } from '../types.ts';
import type { MarkName } from './use-acts.ts';

interface PublicActsProps {
  readonly line: Queued;
  readonly onAnswer: () => void;
  readonly onMark: (id: string, name: MarkName) => void;
}

export function PublicActs({ line, onAnswer, onMark }: PublicActsProps): ReactElement {
  const { t } = useWords();
  const may = useMay();
  return (
    <>
      <Button variant="default" onClick={() => onMark(line.id, line.chosen ? 'unchoose' : 'choose')}>{t(line.chosen ? 'comments.unchoose' : 'comments.choose')} <kbd aria-hidden>E</kbd></Button>
      {line.parent === null && <Button variant="default" onClick={() => onMark(line.id, line.pinned ? 'unpin' : 'pin')}>{t(line.pinned ? 'comments.unpin' : 'comments.pin')} <kbd aria-hidden>P</kbd></Button>}
      {may('comment.answer') && <Button variant="default" onClick={onAnswer}>{t('comments.answer')} <kbd aria-hidden>N</kbd></Button>}
    </>
  );
}

export function Answer({ line, onClose }: { readonly line: Queued; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const [text, setText] = useState('');
  const act = async () => {
    if (await send(() => ask('POST', `/comments/threads/${line.story.id}/answers`, { body: { answers: line.id, text: text.trim() } }), { said: t('comments.answered'), refresh: ['comments'] })) onClose();
  };
  return (
    <form className="public-answer" onSubmit={(event) => (event.preventDefault(), void act())}>
      <Textarea
        label={t('comments.answer.label')} description={t('comments.answer.text')} value={text} maxLength={longestComment} autosize minRows={3} autoFocus
        onChange={(event) => setText(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Escape' && text === '' && onClose()}
      />
      <Button size="xs" type="submit" loading={busy} disabled={text.trim() === ''}>{t('comments.answer.send')}</Button>
      <Button size="xs" variant="subtle" onClick={onClose}>{t('desk.cancel')}</Button>
    </form>
  );
}
