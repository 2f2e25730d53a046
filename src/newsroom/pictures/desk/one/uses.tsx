/** Where a picture is used. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { read } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { PictureUse } from '../types.ts';

export const usesQuery = (id: string) => ({ queryKey: ['pictures', 'uses', id], queryFn: async () => (await read<{ items: readonly PictureUse[] }>(`/pictures/${id}/uses`)).items });

export function Uses({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const uses = useQuery(usesQuery(id)).data;
  if (uses?.length === 0) return <p className="pictures-hint">{t('pictures.uses.none')}</p>;
  return (
    <ul className="picture-uses">
      {uses?.map((use) => (
        <li key={use.usedBy}>
          <Link to={use.path}>{use.title === '' ? use.usedBy : use.title}</Link> <Standing use={use} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ use: { public: isPublic, ended, endsAt } }: { readonly use: PictureUse }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const until = endsAt === null ? '' : shortWhen(new Date(endsAt), new Date(), place);
  return <span className="pictures-hint">{ended ? t('pictures.uses.ended') : endsAt !== null && isPublic ? t('pictures.uses.until', { at: until }) : t(isPublic ? 'pictures.uses.public' : 'pictures.uses.draft')}</span>;
}
