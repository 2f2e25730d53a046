/** How many wait, for how long, how fast they are decided; and until when somebody who reported has an answer to get. */
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Numbers } from '../types.ts';
import { useNumbers } from './use-queue.ts';
import { useSpan } from './spans.ts';

export function NumbersLine(): ReactElement | null {
  const { t, locale } = useWords();
  const span = useSpan();
  const { data } = useNumbers();
  if (data === undefined) return null;
  const { waiting, oldest, arrivedInHour, decidedInHour, byMeInHour, medianWait } = data;
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <dl className="queue-numbers">
      <Figure name={t('comments.numbers.waiting')}>{number(waiting)}</Figure>
      {oldest !== null && <Figure name={t('comments.numbers.oldest')}>{span((Date.now() - Date.parse(oldest)) / 1_000, 2)}</Figure>}
      <Figure name={t('comments.numbers.arrived')}>{number(arrivedInHour)}</Figure>
      <Figure name={t('comments.numbers.decided')}>{t('comments.numbers.decided.value', { count: decidedInHour, mine: byMeInHour })}</Figure>
      {medianWait !== null && <Figure name={t('comments.numbers.median')}>{span(medianWait, 2)}</Figure>}
      <Affected numbers={data} />
    </dl>
  );
}

/** Reports and objections wait elsewhere, but nobody should have to look there to know. */
function Affected({ numbers: { affected, affectedDue } }: { readonly numbers: Numbers }): ReactElement | null {
  const { t } = useWords();
  const place = usePlace();
  if (affectedDue === null) return null;
  const [due, now] = [new Date(affectedDue), new Date()];
  return (
    <Figure name={t('comments.numbers.affected')}>
      <Link to="/comments/reports" data-late={due < now}>{affected}, {t(due < now ? 'reports.overdue' : 'reports.due', { when: shortWhen(due, now, place) })}</Link>
    </Figure>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
