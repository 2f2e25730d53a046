/** The collection that the list shows: renamed or dissolved here. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import { useCollections } from './picture-query.ts';

export function CollectionHead({ id, onGone }: { readonly id: string; readonly onGone: () => void }): ReactElement | null {
  const { t } = useWords();
  const may = useMay();
  const collection = useCollections().find((one) => one.id === id);
  const { send, busy } = useSending();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const [name, setName] = useState('');
  if (collection === undefined) return null;
  const rename = async () => (await send(() => ask('PATCH', `/collections/${id}`, { body: { name: name.trim() } }), { refresh: ['pictures'] })) && setAsking(null);
  const remove = async () => (await send(() => ask('DELETE', `/collections/${id}`), { refresh: ['pictures'] })) && onGone();
  return (
    <div className="library-collection">
      <h2>{collection.name}</h2>
      <span>{t('pictures.count', { count: collection.count })}</span>
      {may('picture.collect') && (
        <>
          <Button variant="subtle" size="compact-sm" onClick={() => (setName(collection.name), setAsking('rename'))}>{t('pictures.collection.rename')}</Button>
          <Button variant="subtle" size="compact-sm" onClick={() => setAsking('remove')}>{t('pictures.collection.remove')}</Button>
        </>
      )}
      <AskFirst open={asking === 'rename'} title={t('pictures.collection.rename')} act={t('pictures.collection.rename')} busy={busy} ready={name.trim() !== ''} onAct={() => void rename()} onClose={() => setAsking(null)}>
        <TextInput label={t('pictures.collection.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      </AskFirst>
      <AskFirst open={asking === 'remove'} title={t('pictures.collection.remove')} act={t('pictures.collection.remove')} danger busy={busy} onAct={() => void remove()} onClose={() => setAsking(null)}>
        <p>{t('pictures.collection.stay')}</p>
      </AskFirst>
    </div>
  );
}
