/** One step about a writer, asked for its words before it is taken. */
import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { longestSuspension } from '../moderating/rules.ts';
import { longestReason } from '../rules.ts';
import type { Commenter } from './types.ts';

export type Step = 'note' | 'warn' | 'suspend' | 'ban' | 'lift' | 'trusted' | 'watched' | 'usual';

/** What is offered first; long enough that a quarrel is over. */
const usualDays = 7;
const needWords: ReadonlySet<Step> = new Set(['note', 'warn', 'ban']);

interface StepDialogProps {
  readonly step: Step;
  readonly writer: Commenter;
  readonly comment: string | null;
  readonly onClose: () => void;
}

export function StepDialog({ step, writer, comment, onClose }: StepDialogProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [days, setDays] = useState(usualDays);
  const { busy, send } = useSending();
  const act = async () => {
    const path = step === 'trusted' || step === 'watched' || step === 'usual' ? 'trust' : step;
    const body = { words: words.trim(), comment, ...(path === 'trust' && { trust: step }), ...(step === 'suspend' && { days }) };
    if (await send(() => ask('POST', `/commenters/${writer.id}/${path}`, { body }), { said: t(`comments.stepped.${step}`, { name: writer.name }), refresh: ['comments', 'commenters'] })) onClose();
  };
  return (
    <AskFirst
      open title={t(`comments.step.${step}`)} act={t(`comments.step.${step}`)} busy={busy} ready={!needWords.has(step) || words.trim() !== ''} onAct={() => void act()} onClose={onClose}
      {...(step === 'ban' || step === 'suspend' ? { danger: true as const } : {})}
    >
      <p className="step-text">{t(`comments.step.${step}.text`, { name: writer.name })}</p>
      {step === 'suspend' && <NumberInput label={t('comments.days')} value={days} min={1} max={longestSuspension} mb="sm" onChange={(value) => setDays(Number(value) || usualDays)} />}
      <Textarea label={t(step === 'note' ? 'comments.note' : 'comments.because')} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize minRows={3} maxLength={longestReason} data-autofocus />
    </AskFirst>
  );
}
