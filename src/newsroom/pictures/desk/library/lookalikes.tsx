/** Pictures that just came in and look like some that are there: the older ones may have their credit and rights already. */
import { CloseButton } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { alikeQuery } from '../one/alike.tsx';
import type { Picture } from '../types.ts';
import { nameOf } from '../types.ts';

interface LookalikesProps {
  readonly pictures: readonly Picture[];
  readonly onClose: () => void;
  /** In place of leading to the older one. */
  readonly onTake?: (id: string) => void;
}

export function Lookalikes({ pictures, onClose, onTake }: LookalikesProps): ReactElement | null {
  const { t } = useWords();
  const answers = useQueries({ queries: pictures.map(({ id }) => alikeQuery(id)) });
  const found = pictures.flatMap((picture, i) => {
    const older = answers[i]?.data?.[0]?.picture;
    return older === undefined ? [] : [{ picture, older }];
  });
  if (found.length === 0) return null;
  return (
    <section className="lookalikes" aria-label={t('pictures.lookalikes')}>
      <div className="lookalikes-head">
        <h2>{t('pictures.lookalikes')}</h2>
        <CloseButton aria-label={t('desk.close')} onClick={onClose} />
      </div>
      <ul>
        {found.map(({ picture, older }) => (
          <li key={picture.id}>
            {picture.thumb !== null && <img src={picture.thumb} alt="" />}
            <span aria-hidden="true">≈</span>
            {older.thumb !== null && <img src={older.thumb} alt="" />}
            {onTake === undefined
              ? <Link to={`/pictures/${older.id}`}>{nameOf(older)}</Link>
              : <button type="button" className="lookalikes-take" onClick={() => onTake(older.id)}>{t('pictures.lookalikes.take', { name: nameOf(older) })}</button>}
            <span className="library-credit">{older.credit}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
