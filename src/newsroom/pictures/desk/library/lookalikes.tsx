/** Pictures that just came in and look like some that are there, side by side: the older ones may have their credit and rights already. */
import { Button, CloseButton } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { alikeQuery } from '../one/alike.tsx';
import type { Picture } from '../types.ts';
import { nameOf } from '../types.ts';
import { Marks } from './marks.tsx';

interface LookalikesProps {
  readonly pictures: readonly Picture[];
  readonly onClose: () => void;
  /** One of the two is wanted: offered in place of leading to the older one. */
  readonly onTake?: (id: string) => void;
}

export function Lookalikes({ pictures, onClose, onTake }: LookalikesProps): ReactElement | null {
  const { t } = useWords();
  const [settled, setSettled] = useState<readonly string[]>([]);
  const answers = useQueries({ queries: pictures.map(({ id }) => alikeQuery(id)) });
  const found = pictures.flatMap((picture, i) => {
    const older = answers[i]?.data?.[0]?.picture;
    return older === undefined || settled.includes(picture.id) ? [] : [{ picture, older }];
  });
  if (found.length === 0) return null;
  return (
    <section className="lookalikes" aria-label={t('pictures.lookalikes')}>
      <div className="lookalikes-head">
        <h2>{t('pictures.lookalikes')}</h2>
        {onTake === undefined && <CloseButton aria-label={t('desk.close')} onClick={onClose} />}
      </div>
      <ul>
        {found.map(({ picture, older }) => (
          <li key={picture.id}>
            <Side picture={older} said={t('pictures.lookalikes.older')}>
              {onTake === undefined
                ? <Button size="xs" component={Link} to={`/pictures/${older.id}`}>{t('pictures.lookalikes.look')}</Button>
                : <Button size="xs" onClick={() => onTake(older.id)}>{t('pictures.lookalikes.take')}</Button>}
            </Side>
            <Side picture={picture} said={t('pictures.lookalikes.fresh')}>
              {onTake === undefined
                ? <Button size="xs" variant="default" onClick={() => setSettled([...settled, picture.id])}>{t('pictures.lookalikes.both')}</Button>
                : <Button size="xs" variant="default" onClick={() => onTake(picture.id)}>{t('pictures.lookalikes.take-fresh')}</Button>}
            </Side>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SideProps {
  readonly picture: Picture;
  readonly said: string;
  /** What may be done with it. */
  readonly children: ReactNode;
}

function Side({ picture, said, children }: SideProps): ReactElement {
  return (
    <div className="lookalikes-side">
      <span className="lookalikes-frame">{picture.thumb !== null && <img src={picture.thumb} alt="" />}</span>
      <div>
        <b>{said}</b>
        <span className="library-name">{nameOf(picture)}</span>
        <span className="library-credit">{picture.credit}</span>
        <Marks picture={picture} />
        <p>{children}</p>
      </div>
    </div>
  );
}
