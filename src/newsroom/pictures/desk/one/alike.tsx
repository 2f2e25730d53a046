/** Pictures that look like this one. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { read } from '../../../../platform/browser/api.ts';
import type { Picture } from '../types.ts';
import { nameOf } from '../types.ts';

interface AlikeAnswer {
  readonly items: readonly { readonly picture: Picture; readonly distance: number }[];
}

export const alikeQuery = (id: string) => ({ queryKey: ['pictures', 'alike', id], queryFn: async () => (await read<AlikeAnswer>(`/pictures/${id}/alike`)).items });

export function Alike({ id }: { readonly id: string }): ReactElement | null {
  const { t } = useWords();
  const alike = useQuery(alikeQuery(id)).data ?? [];
  if (alike.length === 0) return null;
  return (
    <section className="picture-alike" aria-label={t('pictures.alike')}>
      <h2>{t('pictures.alike')}</h2>
      <ul>
        {alike.map(({ picture }) => (
          <li key={picture.id}>
            <Link to={`/pictures/${picture.id}`}>
              {picture.thumb !== null && <img src={picture.thumb} alt="" loading="lazy" />}
              <span>{nameOf(picture)}</span>
              <span className="library-credit">{picture.credit}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
