/** Where a writer stands, what was done about them, and what can be. */
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayName, shortWhen } from '../../../design/desk/times.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { usePlace } from '../../publication/desk/lent.ts';
import { useMay } from '../../staff/desk/lent.ts';
import { StepDialog } from './step-dialog.tsx';
import type { Step } from './step-dialog.tsx';
import type { Commenter, Mark } from './types.ts';

export function Standing({ writer }: { readonly writer: Commenter }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const { counts, trust, suspendedUntil, bannedAt, since } = writer;
  const suspended = suspendedUntil !== null && Date.parse(suspendedUntil) > Date.now();
  return (
    <div className="standing">
      <p>
        {t('comments.counts', { approved: counts.approved, refused: counts.refused })}
        {since !== null && ` · ${t('comments.since', { when: dayName(new Date(since), place) })}`}
      </p>
      {bannedAt !== null && <p className="standing-bad">{t('comments.banned')}</p>}
      {bannedAt === null && suspended && <p className="standing-bad">{t('comments.suspended-until', { when: shortWhen(new Date(suspendedUntil), new Date(), place) })}</p>}
      {trust !== 'usual' && <p data-trust={trust}>{t(`comments.trust.${trust}`)}</p>}
    </div>
  );
}

export function StandingActs({ writer, comment }: { readonly writer: Commenter; readonly comment: string | null }): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const [step, setStep] = useState<Step | null>(null);
  const stopped = writer.bannedAt !== null || (writer.suspendedUntil !== null && Date.parse(writer.suspendedUntil) > Date.now());
  const offered: Step[] = [
    'note', 'warn',
    ...(writer.trust === 'trusted' ? [] : ['trusted' as const]), ...(writer.trust === 'watched' ? [] : ['watched' as const]), ...(writer.trust === 'usual' ? [] : ['usual' as const]),
    ...(stopped ? ['lift' as const] : ['suspend' as const]), ...(writer.bannedAt === null && may('commenter.ban') ? ['ban' as const] : []),
  ];
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default">{t('comments.about-writer')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => <Menu.Item key={one} {...(one === 'ban' && { color: 'red.9' })} onClick={() => setStep(one)}>{t(`comments.step.${one}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {step !== null && <StepDialog step={step} writer={writer} comment={comment} onClose={() => setStep(null)} />}
    </>
  );
}

export function Marks({ marks }: { readonly marks: readonly Mark[] }): ReactElement | null {
  const { t } = useWords();
  const place = usePlace();
  if (marks.length === 0) return null;
  return (
    <ol className="marks" aria-label={t('comments.marks')}>
      {marks.map((mark) => (
        <li key={`${mark.at}${mark.kind}`} data-kind={mark.kind}>
          <span>
            {t(`comments.mark.${mark.kind}`)}
            {mark.trust !== null && ` ${t(`comments.trust.${mark.trust}`)}`}
            {mark.until !== null && ` ${t('comments.until', { when: dayName(new Date(mark.until), place) })}`}
          </span>
          {mark.words !== '' && <q>{mark.words}</q>}
          <small>{mark.by}, {shortWhen(new Date(mark.at), new Date(), place)}</small>
        </li>
      ))}
    </ol>
  );
}
