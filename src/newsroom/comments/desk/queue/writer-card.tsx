/** Who wrote it, as the moderators know them; and what can be done about it. */
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { Marks, Standing, StandingActs } from '../standing.tsx';
import type { Commenter } from '../types.ts';

/** A glance: the rest is a click away. */
const shown = 5;

export function WriterCard({ writer, comment }: { readonly writer: Commenter; readonly comment: string }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  return (
    <aside className="writer" aria-label={t('comments.writer')}>
      <h2><Link to={`/commenters/${writer.id}` as never}><bdi>{writer.name}</bdi></Link></h2>
      <Standing writer={writer} />
      <StandingActs writer={writer} comment={comment} />
      <Marks marks={writer.marks.slice(0, shown)} />
      {writer.written.length > 0 && (
        <>
          <h3>{t('comments.written')}</h3>
          <ol className="writer-written">
            {writer.written.slice(0, shown).map((line) => (
              <li key={line.id} data-state={line.state}>
                <span className="writer-state">{t(`comments.one.${line.state}`)}{line.reason !== null && line.reason !== '' && `: ${t(`comments.reason.${line.reason}`)}`} · {shortWhen(new Date(line.at), new Date(), place)}</span>
                <span dir="auto">{line.text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  );
}
