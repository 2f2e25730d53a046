/** The live queue: what waits, what I read, what I decide. A decision is drawn at once and sent behind it. */
import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import { hear, reconnected } from '../../../../platform/browser/events.ts';
import { useMe } from '../../../staff/desk/lent.ts';
import type { Numbers, Queued, Whole } from '../types.ts';
import { ahead, nextAfter } from './order.ts';

export interface QueueWish {
  readonly state?: string;
  readonly q?: string;
  readonly section?: string;
  readonly story?: string;
  readonly finding?: string;
  readonly language?: string;
}

const announcements = ['comment.posted', 'comment.approved', 'comment.refused', 'comment.undone', 'comment.deleted', 'comment.held', 'comment.freed', 'commenter.changed', reconnected];
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
  const lines = useMemo(() => unique(pages.data), [pages.data]);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = lines.some(({ id }) => id === chosen) ? chosen : nextAfter(lines, null, me.id);
  useLive();
  useEffect(() => {
    for (const id of ahead(lines, current, { me: me.id, count: fetchedAhead })) void queries.prefetchQuery(wholeQuery(id));
  }, [queries, lines, current, me.id]);
  /** Takes comments out of the list at once and goes on to the next; answers how to put them back. */
  const takeOut = useCallback((ids: readonly string[]) => {
    const before = queries.getQueryData<InfiniteData<Listed<Queued>>>(key);
    const next = nextAfter(lines.filter(({ id }) => id === current || !ids.includes(id)), current, me.id);
    void queries.cancelQueries({ queryKey: key });
    queries.setQueryData<InfiniteData<Listed<Queued>>>(key, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) })) });
    if (current !== null && ids.includes(current)) setChosen(next);
    return () => {
      queries.setQueryData(key, before);
      setChosen(ids[0] ?? null);
    };
  }, [queries, key, lines, current, me.id]);
  return { ...pages, lines, current, choose: setChosen, takeOut };
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
