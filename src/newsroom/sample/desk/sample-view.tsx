/** Removes the sample newsroom in one act; what somebody changed or used stays. */
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask, read } from '../../../platform/browser/api.ts';

interface Removal {
  readonly removed: number;
  readonly kept: readonly { readonly kind: string; readonly id: string; readonly name: string }[];
}

export function View(): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const { busy, send } = useSending();
  const { data, error } = useQuery({ queryKey: ['sample'], queryFn: () => read<{ present: boolean; things: number }>('/sample') });
  const remove = async () => {
    const done = await send(async () => setRemoval(await ask<Removal>('DELETE', '/sample')), { said: t('sample.done') });
    if (done) setOpen(false);
    await queries.invalidateQueries();
  };
  return (
    <Frame title={t('sample.title')} width="text">
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.present === false && removal === null && <Empty title={t('sample.none')} />}
      {data?.present === true && (
        <>
          <p>{t('sample.text', { count: data.things })}</p>
          <Button color="red.9" onClick={() => setOpen(true)}>{t('sample.remove')}</Button>
        </>
      )}
      {removal !== null && <p role="status">{t('sample.removed', { removed: removal.removed, kept: removal.kept.length })}</p>}
      {removal !== null && removal.kept.length > 0 && <ul>{removal.kept.map((one) => <li key={`${one.kind} ${one.id}`}>{one.name}</li>)}</ul>}
      <AskFirst open={open} title={t('sample.remove')} act={t('sample.remove')} danger busy={busy} onAct={() => void remove()} onClose={() => setOpen(false)}>
        <p>{t('sample.sure')}</p>
      </AskFirst>
    </Frame>
  );
}
