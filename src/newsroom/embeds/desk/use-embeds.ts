/** Embeds in the desk: make one of an address, ask its house, follow what others make of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Listed } from '../../../platform/browser/api.ts';
import { ask, read } from '../../../platform/browser/api.ts';
import { hear } from '../../../platform/browser/events.ts';
import type { Provider } from '../embed.ts';
import type { Embed } from './types.ts';

export function useEmbed(id: string) {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ['embed', id], queryFn: () => read<Embed>(`/embeds/${id}`), staleTime: 30_000 });
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: ['embed', id] });
    const deaf = [hear('embed.changed', ({ facts }) => facts['id'] === id && again()), hear('providers.changed', again)];
    return () => {
      for (const stop of deaf) stop();
    };
  }, [id, queries]);
  return found;
}

export function useProviders(): readonly Provider[] {
  return useQuery({ queryKey: ['embed-providers'], queryFn: async () => (await read<Listed<Provider>>('/embed-providers')).items }).data ?? [];
}

/** Makes an embed of an address and has its house asked, without waiting for it. Throws the reason where it stays a link. */
export async function makeEmbed(url: string, language: string): Promise<string> {
  const { id } = await ask<Embed>('POST', '/embeds', { body: { url, language } });
  // Whoever does not answer is told of where the embed stands: its title is typed there.
  void ask('POST', `/embeds/${id}/look-up`).catch(() => undefined);
  return id;
}

export interface EmbedChange {
  readonly title?: string;
  readonly author?: string;
  readonly poster?: string | null;
}

/** Saves with the version that the embed has now. */
export function useChangeEmbed(id: string): (change: EmbedChange) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async (change) => {
    const { version } = await read<Embed>(`/embeds/${id}`);
    queries.setQueryData(['embed', id], await ask<Embed>('PATCH', `/embeds/${id}`, { body: change, version }));
  }, [id, queries]);
}
