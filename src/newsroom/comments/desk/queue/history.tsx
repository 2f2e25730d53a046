/** What was decided about a comment: who, when, why, after what. */
import type { ReactElement } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Whole } from '../types.ts';

export function History({ decisions }: { readonly decisions: Whole['decisions'] }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title">{t('comments.history')}</h2>
      <ol>
        {decisions.map(({ id, at, by, decision, reason, words, undone }) => (
          <li key={id} data-undone={undone}>
            <time dateTime={at}>{shortWhen(new Date(at), new Date(), place)}</time> {by === '' ? t('comments.writer') : by}: {t(`comments.decision.${decision}`)}
            {reason !== '' && ` (${t(`comments.reason.${reason}`)})`}
            {undone && ` – ${t('comments.taken-back')}`}
            {words !== '' && <q>{words}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
