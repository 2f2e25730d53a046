/** The live queue: what waits, what I read, what arrived. A decision is drawn at once and sent behind it. */
import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import { hear, reconnected } from '../../../../platform/browser/events.ts';
import { useMe } from '../../../staff/desk/lent.ts';
import type { Numbers, Queued, Whole } from '../types.ts';
import { ahead } from './order.ts';
import { useArrivals } from './use-arrivals.ts';
import { useCurrent } from './use-current.ts';

export interface QueueWish {
  readonly state?: string;
  readonly q?: string;
  readonly section?: string;
  readonly story?: string;
  readonly reader?: string;
  readonly finding?: string;
  readonly language?: string;
}

const announcements = [
  'comment.posted', 'comment.edited', 'comment.approved', 'comment.refused', 'comment.undone', 'comment.deleted', 'comment.held', 'comment.freed', 'comment.chosen', 'comment.unchosen', 'comment.pinned', 'comment.unpinned',
  'commenter.changed', 'report.made', 'report.decided', reconnected,
];
/** A burst of announcements is one look. In milliseconds. */
const settles = 250;
const fetchedAhead = 2;

export const wholeQuery = (id: string) => ({ queryKey: ['comments', 'whole', id], queryFn: ({ signal }: { signal: AbortSignal }) => read<Whole>(`/comments/${id}/whole`, signal), staleTime: 15_000 });

export function useQueue(wish: QueueWish) {
  const me = useMe();
  const queries = useQueryClient();
  const key = useMemo(() => ['comments', 'queue', wish], [wish]);
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read<Listed<Queued>>(address('/comments/queue', { ...wish, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const all = useMemo(() => unique(pages.data), [pages.data]);
  const view = JSON.stringify(wish);
  // What waits longest stands first: what arrives there moves nothing.
  const { lines, arrived, showArrived } = useArrivals(all, { view, moves: (wish.state ?? 'pending') !== 'pending' });
  const current = useCurrent(lines, view);
  useLive();
  useEffect(() => {
    for (const id of ahead(lines, current.line?.id ?? null, { me: me.id, count: fetchedAhead })) void queries.prefetchQuery(wholeQuery(id));
  }, [queries, lines, current.line?.id, me.id]);
  /** Takes comments out of the list at once and goes on to the next; answers how to put them back. */
  const takeOut = useCallback((ids: readonly string[]) => {
    const before = queries.getQueryData<InfiniteData<Listed<Queued>>>(key);
    void queries.cancelQueries({ queryKey: key });
    queries.setQueryData<InfiniteData<Listed<Queued>>>(key, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) })) });
    const goBack = current.leave(ids);
    return () => {
      queries.setQueryData(key, before);
      goBack();
    };
  }, [queries, key, current]);
  return { ...pages, lines, arrived: arrived.length, showArrived, current, takeOut };
}

export function useNumbers() {
  return useQuery({ queryKey: ['comments', 'numbers'], queryFn: ({ signal }) => read<Numbers>('/comments/numbers', signal), refetchInterval: 30_000 });
}

function unique(data: InfiniteData<Listed<Queued>> | undefined): readonly Queued[] {
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: ['comments'] });
      }, settles);
    };
    const deaf = announcements.map((event) => hear(event, soon));
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of deaf) stop();
    };
  }, [queries]);
}
