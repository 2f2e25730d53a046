/** What the list shows: kept in the address, so that a view of it can be sent to a colleague. */
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import { hear } from '../../../../platform/browser/events.ts';
import type { StoryLine } from '../../told.ts';

export interface ListWish {
  readonly q?: string;
  readonly state?: string;
  readonly section?: string;
  readonly language?: string;
  readonly mine?: '1';
}

const announcements = ['story.created', 'story.saved', 'story.submitted', 'story.returned', 'story.published', 'story.scheduled', 'story.unscheduled', 'story.withdrawn', 'story.republished', 'story.discarded', 'story.entered', 'story.left'];

export function useStoryList(wish: ListWish) {
  const pages = useInfiniteQuery({
    queryKey: ['stories', 'list', wish],
    queryFn: ({ pageParam, signal }) => read<Listed<StoryLine>>(address('/stories', { ...wish, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  useLive();
  return { ...pages, stories: unique(pages.data) };
}

/** A story that moved up while pages were fetched stands on two of them. */
function unique(data: InfiniteData<Listed<StoryLine>> | undefined): readonly StoryLine[] {
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  return [...new Map(all.map((story) => [story.id, story])).values()];
}

/** Changes of others appear without reload; a burst of them is one look. */
function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void refresh(queries);
      }, 300);
    };
    const deaf = announcements.map((event) => hear(event, soon));
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of deaf) stop();
    };
  }, [queries]);
}

const refresh = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: ['stories', 'list'] });
