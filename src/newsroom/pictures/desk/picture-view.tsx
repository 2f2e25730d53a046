import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import './library/library.css';
import { PictureFacts } from './one/picture-facts.tsx';
import { pictureQuery } from './picture-query.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(pictureQuery(id));
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <Frame title={t('pictures.one')} width="text" actions={<Link to="/pictures">{t('pictures.all')}</Link>}>
      <PictureFacts id={id} />
    </Frame>
  );
}
