/** What somebody must know of a picture before using it, in a word each: what forbids it, what soon will, what binds it. */
import type { ReactElement } from 'react';
import { dayName } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Picture } from '../types.ts';

export function Marks({ picture }: { readonly picture: Picture }): ReactElement | null {
  const { t } = useWords();
  const place = usePlace();
  const { rights, origin, missing, days, onlyWith, usableBy, usableUntil } = picture;
  // A right that ends with a day ends at the first instant of the next.
  const day = usableUntil === null ? '' : dayName(new Date(new Date(usableUntil).getTime() - 1), place);
  const marks: readonly Mark[] = [
    ...(rights === 'blocked' || rights === 'sealed' ? [{ kind: 'alarm', words: t(`pictures.rights.${rights}`) } as const] : []),
    ...(rights === 'ended' ? [{ kind: 'alarm', words: t('pictures.mark.ended', { day }) } as const] : []),
    ...missing.filter(({ name }) => name !== 'rights').map(({ name }) => ({ kind: 'alarm', words: t(`pictures.missing.${name}`) }) as const),
    ...(rights === 'ending' ? [{ kind: 'soon', words: t('pictures.mark.ending', { day }) } as const] : []),
    ...(rights === 'free' && usableUntil !== null ? [{ kind: 'note', words: t('pictures.mark.until', { day }) } as const] : []),
    ...(days === null ? [] : [{ kind: 'note', words: t('pictures.mark.days', { days }) } as const]),
    ...(onlyWith === null ? [] : [{ kind: 'note', words: t('pictures.mark.only-with') } as const]),
    ...(usableBy.length === 0 ? [] : [{ kind: 'note', words: t('pictures.mark.usable-by') } as const]),
    ...(origin === null ? [] : [{ kind: 'note', words: t(`pictures.origin.${origin}`) } as const]),
  ];
  if (marks.length === 0) return null;
  return (
    <span className="library-marks">
      {marks.map(({ kind, words }) => <span key={words} className={`mark-${kind}`}>{words}</span>)}
    </span>
  );
}

interface Mark {
  readonly kind: 'alarm' | 'soon' | 'note';
  readonly words: string;
}
