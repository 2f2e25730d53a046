/** What the library shows: kept in the address, so that a view of it can be sent to a colleague. */
import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import { hear, reconnected } from '../../../../platform/browser/events.ts';
import type { Collection, Picture } from '../types.ts';

const filters = ['q', 'credit', 'from', 'to', 'rights', 'missing', 'origin', 'used', 'by', 'collection'] as const;
export type Filter = (typeof filters)[number];
export type PictureWish = Readonly<Partial<Record<Filter, string>>>;

/** The filters that an address holds, as texts, whatever they look like. */
export function wishIn(search: Readonly<Record<string, unknown>>): PictureWish {
  return Object.fromEntries(filters.flatMap((name) => (search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]])));
}

export function usePictureList(wish: PictureWish) {
  const pages = useInfiniteQuery({
    queryKey: ['pictures', 'list', wish],
    queryFn: ({ pageParam, signal }) => read<Listed<Picture>>(address('/pictures', { ...wish, cursor: pageParam, limit: 60 }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  useLive();
  return { ...pages, pictures: unique(pages.data) };
}

export const collectionsQuery = { queryKey: ['pictures', 'collections'], queryFn: async () => (await read<{ items: readonly Collection[] }>('/collections')).items, staleTime: 60_000 };

export function useCollections(): readonly Collection[] {
  return useQuery(collectionsQuery).data ?? [];
}

/** A picture that came in while pages were fetched stands on two of them. */
function unique(data: InfiniteData<Listed<Picture>> | undefined): readonly Picture[] {
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  return [...new Map(all.map((picture) => [picture.id, picture])).values()];
}

const announcements = ['picture.uploaded', 'picture.changed', 'picture.ready', 'picture.blocked', 'picture.unblocked', 'picture.ended', 'picture.sealed', 'collection.changed', reconnected];

/** What others do appears without reload; a burst of it is one look. */
function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const changed = new Set<string>();
    const look = () => {
      timer = null;
      for (const id of changed) void queries.invalidateQueries({ queryKey: ['picture', id] });
      changed.clear();
      void queries.invalidateQueries({ queryKey: ['pictures'] });
    };
    const deaf = announcements.map((event) => hear(event, ({ facts }) => {
      if (event.startsWith('picture.') && typeof facts['id'] === 'string') changed.add(facts['id']);
      timer ??= setTimeout(look, 300);
    }));
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of deaf) stop();
    };
  }, [queries]);
}
