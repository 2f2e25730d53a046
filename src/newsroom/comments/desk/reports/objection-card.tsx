/** One objection: what its writer says, why the comment was refused; a second person answers. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useMe } from '../../../staff/desk/lent.ts';
import { longestReport, mayAnswerObjection } from '../../reporting/rules.ts';
import { About, Due } from './parts.tsx';
import type { ObjectionLine } from './types.ts';

export function ObjectionCard({ objection }: { readonly objection: ObjectionLine }): ReactElement {
  const { t } = useWords();
  const me = useMe();
  const [asked, setAsked] = useState<'restore' | 'uphold' | null>(null);
  const mine = mayAnswerObjection({ kind: 'staff', id: me.id }, objection.refusedBy) !== null;
  return (
    <article className="report" aria-label={objection.reference}>
      <p className="report-head"><strong>{objection.reference}</strong> {objection.outcome === null && <Due at={objection.dueAt} />}</p>
      <p className="report-words" dir="auto">{objection.words}</p>
      <About comment={objection.comment} />
      {objection.reason !== '' && <p className="report-soft">{t('reports.refused-by', { reason: t(`comments.reason.${objection.reason}`) })} {objection.reasonWords !== '' && <q>{objection.reasonWords}</q>}</p>}
      {objection.answer !== '' && <p className="report-answer"><q>{objection.answer}</q></p>}
      {objection.outcome === null && (mine ? <p className="report-soft">{t('reports.own-decision')}</p> : (
        <div className="report-acts">
          <Button size="xs" onClick={() => setAsked('restore')}>{t('reports.restore')}</Button>
          <Button size="xs" variant="default" onClick={() => setAsked('uphold')}>{t('reports.uphold')}</Button>
        </div>
      ))}
      {asked !== null && <Answer objection={objection} restore={asked === 'restore'} onClose={() => setAsked(null)} />}
    </article>
  );
}

function Answer({ objection, restore, onClose }: { readonly objection: ObjectionLine; readonly restore: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const [answer, setAnswer] = useState('');
  const act = async () => {
    if (await send(() => ask('POST', `/comment-objections/${objection.id}/decide`, { body: { restore, answer: answer.trim() } }), { said: t('reports.decided'), refresh: ['reports', 'comments'] })) onClose();
  };
  return (
    <AskFirst open title={objection.reference} act={t(restore ? 'reports.restore.act' : 'reports.uphold.act')} busy={busy} ready={answer.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <Textarea label={t('reports.objection-answer')} value={answer} maxLength={longestReport} autosize minRows={3} onChange={(event) => setAnswer(event.currentTarget.value)} data-autofocus />
    </AskFirst>
  );
}
