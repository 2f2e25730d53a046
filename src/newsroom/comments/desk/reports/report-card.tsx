/** One report: what was said, about what, until when an answer is due; and the decision. */
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { refusalReasons } from '../../comment.ts';
import { longestReason } from '../../rules.ts';
import { longestReport } from '../../reporting/rules.ts';
import { About, Due } from './parts.tsx';
import type { ReportLine } from './types.ts';

export function ReportCard({ report }: { readonly report: ReportLine }): ReactElement {
  const { t } = useWords();
  const [asked, setAsked] = useState<'keep' | 'remove' | null>(null);
  const there = report.comment.state === 'approved';
  return (
    <article className="report" aria-label={report.reference}>
      <p className="report-head">
        <strong>{report.reference}</strong> <span data-grounds={report.grounds}>{t(`reports.grounds.${report.grounds}`)}</span>
        {report.outcome === null ? <Due at={report.dueAt} /> : <span>{t(`reports.outcome.${report.outcome}`)}{report.decidedBy !== null && `, ${report.decidedBy}`}</span>}
      </p>
      {report.law !== '' && <p className="report-law">{t('reports.law', { law: report.law })}</p>}
      <p className="report-words" dir="auto">{report.words}</p>
      {report.name !== '' && <p className="report-soft">{t('reports.from', { name: report.name })}</p>}
      {report.outcome === null && !report.mailed && <p className="report-soft">{t('reports.no-mail')}</p>}
      <About comment={report.comment} />
      {report.answer !== '' && <p className="report-answer"><q>{report.answer}</q></p>}
      {report.outcome === null && (
        <div className="report-acts">
          {report.together > 1 && <span>{t('reports.together', { count: report.together })}</span>}
          {there && <Button size="xs" variant="default" onClick={() => setAsked('remove')}>{t('reports.remove')}</Button>}
          <Button size="xs" variant="default" onClick={() => setAsked('keep')}>{t(there ? 'reports.keep' : 'reports.close')}</Button>
        </div>
      )}
      {asked !== null && <Verdict report={report} remove={asked === 'remove'} onClose={() => setAsked(null)} />}
    </article>
  );
}

function Verdict({ report, remove, onClose }: { readonly report: ReportLine; readonly remove: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const [reason, setReason] = useState<string | null>(report.grounds === 'law' ? 'unlawful' : null);
  const [words, setWords] = useState('');
  const [answer, setAnswer] = useState('');
  const act = async () => {
    const body = { remove, answer: answer.trim(), ...(remove && { reason, words: words.trim() }) };
    if (await send(() => ask('POST', `/comment-reports/${report.id}/decide`, { body }), { said: t('reports.decided'), refresh: ['reports', 'comments'] })) onClose();
  };
  const name = remove ? 'reports.remove.act' : 'reports.keep.act';
  const ready = !remove || (reason !== null && (reason !== 'other' || words.trim() !== ''));
  return (
    <AskFirst open title={report.reference} act={t(name)} busy={busy} ready={ready} onAct={() => void act()} onClose={onClose} {...(remove ? { danger: true as const } : {})}>
      {remove && <Select mb="sm" label={t('reports.reason')} data={refusalReasons.map((value) => ({ value, label: t(`comments.reason.${value}`) }))} value={reason} onChange={setReason} data-autofocus />}
      {remove && <Textarea mb="sm" label={t('reports.words')} value={words} maxLength={longestReason} autosize minRows={2} onChange={(event) => setWords(event.currentTarget.value)} />}
      {report.mailed && <Textarea label={t('reports.answer')} value={answer} maxLength={longestReport} autosize minRows={2} onChange={(event) => setAnswer(event.currentTarget.value)} />}
    </AskFirst>
  );
}
