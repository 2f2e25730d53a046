/** Lines above every view: no connection, signed out. The rest of the desk goes on. */
import { useNetwork } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import { Problem } from '../../../platform/browser/api.ts';
import { meQuery } from '../../staff/desk/lent.ts';

export function Lines(): ReactElement | null {
  const { t } = useWords();
  const { online } = useNetwork();
  const { error } = useQuery({ ...meQuery, refetchInterval: 60_000 });
  if (!online) return <p className="frame-line" role="status">{t('desk.offline')}</p>;
  if (error instanceof Problem && error.facts.status === 401) {
    return (
      <p className="frame-line frame-line-alarm" role="alert">
        {t('desk.signed-out')}{' '}
        <a href="/desk/signin" target="_blank" rel="noreferrer">
          {t('desk.signed-out.link')}
        </a>
      </p>
    );
  }
  return null;
}
