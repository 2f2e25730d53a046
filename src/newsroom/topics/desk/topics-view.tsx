/** Topics: made by stories, renamed here. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Icon } from '../../../design/desk/icons.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, ask, read } from '../../../platform/browser/api.ts';

interface TopicFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly language: string;
}

export function View(): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const [edited, setEdited] = useState<TopicFacts | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['topics', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<TopicFacts>>(address('/topics', { q: asked, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const topics = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Frame title={t('topics.title')} about={t('topics.about')}>
      <TextInput mb="md" maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} aria-label={t('topics.search')} placeholder={t('topics.search')} leftSection={<Icon name="search" size={16} />} />
      {pages.error !== null && <Trouble error={pages.error} />}
      {pages.isPending && <Waiting />}
      {!pages.isPending && topics.length === 0 && <Empty title={t('topics.none')} />}
      <Rows label={t('topics.title')}>
        {topics.map((topic) => (
          <Row key={topic.id} title={topic.name} about={`/thema/${topic.slug} · ${topic.language}`}>
            <Button size="xs" variant="subtle" component="a" href={`/thema/${topic.slug}`} target="_blank">{t('desk.page')}</Button>
            <Button size="xs" variant="default" onClick={() => setEdited(topic)}>{t('topics.rename')}</Button>
          </Row>
        ))}
      </Rows>
      {pages.hasNextPage && <Button mt="md" variant="default" onClick={() => void pages.fetchNextPage()}>{t('desk.more')}</Button>}
      {edited !== null && <Rename topic={edited} onClose={() => setEdited(null)} />}
    </Frame>
  );
}

function Rename({ topic, onClose }: { readonly topic: TopicFacts; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const [name, setName] = useState(topic.name);
  const { busy, send } = useSending();
  const act = async () => {
    if (await send(() => ask('PATCH', `/topics/${topic.id}`, { body: { name } }), { said: t('desk.saved'), refresh: ['topics', 'names'] })) onClose();
  };
  return (
    <AskFirst open title={t('topics.rename')} act={t('desk.save')} busy={busy} ready={name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <TextInput label={t('topics.name')} description={t('topics.name.text')} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </AskFirst>
  );
}
