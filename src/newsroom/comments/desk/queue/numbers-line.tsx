/** How many wait, for how long, and how fast they are decided. */
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useNumbers } from './use-queue.ts';
import { useSpan } from './spans.ts';

export function NumbersLine(): ReactElement | null {
  const { t } = useWords();
  const span = useSpan();
  const { data } = useNumbers();
  if (data === undefined) return null;
  const { waiting, oldest, arrivedInHour, decidedInHour, byMeInHour, medianWait } = data;
  return (
    <dl className="queue-numbers">
      <Figure name={t('comments.numbers.waiting')} value={String(waiting)} />
      {oldest !== null && <Figure name={t('comments.numbers.oldest')} value={span((Date.now() - Date.parse(oldest)) / 1_000)} />}
      <Figure name={t('comments.numbers.arrived')} value={String(arrivedInHour)} />
      <Figure name={t('comments.numbers.decided')} value={t('comments.numbers.decided.value', { count: decidedInHour, mine: byMeInHour })} />
      {medianWait !== null && <Figure name={t('comments.numbers.median')} value={span(medianWait)} />}
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
