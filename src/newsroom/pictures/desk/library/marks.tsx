/** What somebody must know of a picture before using it, in a word each. */
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Picture } from '../types.ts';

export function Marks({ picture }: { readonly picture: Picture }): ReactElement | null {
  const { t } = useWords();
  const { rights, origin, missing, days, onlyWith, usableBy } = picture;
  const alarms = [
    ...(rights === 'free' || rights === 'ending' ? [] : [t(`pictures.rights.${rights}`)]),
    ...missing.filter(({ name }) => name !== 'rights').map(({ name }) => t(`pictures.missing.${name}`)),
  ];
  const notes = [
    ...(rights === 'ending' ? [t('pictures.rights.ending')] : []),
    ...(days !== null || onlyWith !== null || usableBy.length > 0 ? [t('pictures.restricted')] : []),
    ...(origin === null ? [] : [t(`pictures.origin.${origin}`)]),
  ];
  if (alarms.length + notes.length === 0) return null;
  return (
    <span className="library-marks">
      {alarms.map((words) => <span key={words} className="mark-alarm">{words}</span>)}
      {notes.map((words) => <span key={words} className="mark-note">{words}</span>)}
    </span>
  );
}
