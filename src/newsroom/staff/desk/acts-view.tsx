/** The log of acts: who did what, when, about what. It can only be read. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';

interface ActFacts {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export function View(): ReactElement {
  const { t, locale } = useWords();
  const [wish, setWish] = useState({ act: '', subject: '' });
  const [asked] = useDebouncedValue(wish, 300);
  const pages = useInfiniteQuery({
    queryKey: ['acts', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<ActFacts>>(address('/acts', { ...asked, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const acts = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Frame title={t('staff.acts')} about={t('staff.acts.about')}>
      <div className="form-row">
        <TextInput label={t('staff.act')} placeholder="story.publish" value={wish.act} onChange={(event) => setWish({ ...wish, act: event.currentTarget.value })} />
        <TextInput label={t('staff.subject')} placeholder="story:…" value={wish.subject} onChange={(event) => setWish({ ...wish, subject: event.currentTarget.value })} />
      </div>
      {pages.error !== null && <Trouble error={pages.error} />}
      {pages.isPending && <Waiting />}
      {!pages.isPending && acts.length === 0 && <Empty title={t('staff.acts.none')} />}
      {acts.length > 0 && (
        <div className="table-scroll" role="region" tabIndex={0} aria-label={t('staff.acts')}>
          <table className="facts-table">
            <thead>
              <tr>{['when', 'who', 'act', 'subject', 'detail'].map((name) => <th key={name} scope="col">{t(`staff.${name}`)}</th>)}</tr>
            </thead>
            <tbody>
              {acts.map((one) => (
                <tr key={one.id}>
                  <td>{new Date(one.at).toLocaleString(locale)}</td>
                  <td>{one.by.name === '' ? one.by.id : one.by.name}</td>
                  <td>{one.act}</td>
                  <td>{one.subject}</td>
                  <td>{Object.entries(one.detail).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages.hasNextPage && <Button mt="md" variant="default" onClick={() => void pages.fetchNextPage()}>{t('desk.more')}</Button>}
    </Frame>
  );
}
