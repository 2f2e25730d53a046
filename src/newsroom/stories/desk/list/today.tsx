/** The list of stories: what needs me, what goes out, what others are doing. */
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { Empty, Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { longDay } from '../../../../design/desk/times.ts';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useMay, useMe } from '../../../staff/desk/lent.ts';
import { Filters } from './filters.tsx';
import { groupStories } from './groups.ts';
import { StoryRow } from './story-row.tsx';
import type { ListWish } from './story-query.ts';
import { useStoryList } from './story-query.ts';
import './today.css';
import { useListKeys } from './use-list-keys.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const place = usePlace();
  const go = useNavigate();
  const wish = useSearch({ strict: false }) as ListWish;
  const begin = may('story.create') && (
    <Button component={Link} to="/new" leftSection={<Icon name="plus" size={16} />}>
      {t('stories.new')}
    </Button>
  );
  return (
    <Frame title={t('stories.today')} about={longDay(new Date(), place)} actions={begin}>
      <Filters wish={wish} onWish={(next) => void go({ to: '/', search: next as never, replace: true })} />
      <Stories wish={wish} />
    </Frame>
  );
}

function Stories({ wish }: { readonly wish: ListWish }): ReactElement {
  const { t } = useWords();
  const me = useMe();
  const may = useMay();
  const { zone } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const { stories, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useStoryList(wish);
  const groups = useMemo(() => groupStories(stories, { id: me.id, decides: may('story.publish'), now: new Date(), zone }), [stories, me.id, zone]);
  useListKeys(list);
  if (error !== null && stories.length === 0) return <Trouble error={error} again={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (stories.length === 0) return <Empty title={t(Object.keys(wish).length === 0 ? 'stories.none' : 'stories.none-found')} />;
  return (
    <div ref={list}>
      {groups.map(({ name, stories: found }) => (
        <section key={name} className="today-group" aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`}>
            {t(`stories.group.${name}`)} <span>{found.length}</span>
          </h2>
          <ul>
            {found.map((story) => <StoryRow key={story.id} story={story} />)}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button variant="default" fullWidth mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('desk.more')}
        </Button>
      )}
    </div>
  );
}
