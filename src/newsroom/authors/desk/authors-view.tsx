/** Those whose names stand over stories. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';
import { AuthorDialog } from './author-dialog.tsx';
import type { AuthorFacts } from './types.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const [edited, setEdited] = useState<AuthorFacts | 'new' | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['authors', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<AuthorFacts>>(address('/authors', { q: asked, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const authors = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Frame title={t('authors.title')} actions={<Button onClick={() => setEdited('new')}>{t('authors.new')}</Button>}>
      <TextInput mb="md" maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} aria-label={t('authors.search')} placeholder={t('authors.search')} leftSection={<Icon name="search" size={16} />} />
      {pages.error !== null && <Trouble error={pages.error} />}
      {pages.isPending && <Waiting />}
      {!pages.isPending && authors.length === 0 && <Empty title={t('authors.none')} />}
      <Rows label={t('authors.title')}>
        {authors.map((author) => (
          <Row key={author.id} title={author.name} about={author.about}>
            <Button size="xs" variant="subtle" component="a" href={`/autor/${author.slug}`} target="_blank">{t('desk.page')}</Button>
            <Button size="xs" variant="default" onClick={() => setEdited(author)}>{t('desk.edit')}</Button>
          </Row>
        ))}
      </Rows>
      {pages.hasNextPage && <Button mt="md" variant="default" onClick={() => void pages.fetchNextPage()}>{t('desk.more')}</Button>}
      {edited !== null && <AuthorDialog author={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Frame>
  );
}
