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

export function PublicActs({ line }: { readonly line: Queued }): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const { busy, send } = useSending();
  const [answering, setAnswering] = useState(false);
  const mark = (name: string) => void send(() => ask('POST', `/comments/${line.id}/${name}`), { said: t('desk.saved'), refresh: ['comments'] });
  return (
    <div className="public-acts">
      <Button size="xs" variant="default" loading={busy} onClick={() => mark(line.chosen ? 'unchoose' : 'choose')}>{t(line.chosen ? 'comments.unchoose' : 'comments.choose')}</Button>
      {line.parent === null && <Button size="xs" variant="default" loading={busy} onClick={() => mark(line.pinned ? 'unpin' : 'pin')}>{t(line.pinned ? 'comments.unpin' : 'comments.pin')}</Button>}
      {may('comment.answer') && !answering && <Button size="xs" variant="default" onClick={() => setAnswering(true)}>{t('comments.answer')}</Button>}
      {answering && <Answer line={line} onClose={() => setAnswering(false)} />}
    </div>
  );
}

function Answer({ line, onClose }: { readonly line: Queued; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const [text, setText] = useState('');
  const act = async () => {
    if (await send(() => ask('POST', `/comments/threads/${line.story.id}/answers`, { body: { answers: line.id, text: text.trim() } }), { said: t('comments.answered'), refresh: ['comments'] })) onClose();
  };
  return (
    <form className="public-answer" onSubmit={(event) => (event.preventDefault(), void act())}>
      <Textarea label={t('comments.answer.label')} description={t('comments.answer.text')} value={text} maxLength={longestComment} autosize minRows={3} autoFocus onChange={(event) => setText(event.currentTarget.value)} />
      <Button size="xs" type="submit" loading={busy} disabled={text.trim() === ''}>{t('comments.answer.send')}</Button>
      <Button size="xs" variant="subtle" onClick={onClose}>{t('desk.cancel')}</Button>
    </form>
  );
}
