/** In which collections a picture is: a new name begins one. */
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask, read } from '../../../../platform/browser/api.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import { useCollections } from '../library/picture-query.ts';
import { collect } from '../library/several.tsx';
import type { Collection } from '../types.ts';

export function Collections({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const all = useCollections();
  const { send } = useSending();
  const { data: own = [] } = useQuery({ queryKey: ['pictures', 'collections', id], queryFn: async () => (await read<{ items: readonly Collection[] }>(`/pictures/${id}/collections`)).items });
  const set = (names: readonly string[]) => void send(async () => {
    for (const name of names.filter((one) => !own.some((collection) => collection.name === one))) await collect(all, name, [id]);
    for (const gone of own.filter(({ name }) => !names.includes(name))) await ask('POST', `/collections/${gone.id}/pictures`, { body: { remove: [id] } });
  }, { refresh: ['pictures'] });
  return <TagsInput label={t('pictures.collections')} description={t('pictures.collection.hint')} data={all.map(({ name }) => name)} value={own.map(({ name }) => name)} readOnly={!may('picture.collect')} onChange={set} />;
}
