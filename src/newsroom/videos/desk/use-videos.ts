/** Films in the desk: look one up, follow what becomes of it, put new ones in, say what they show. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { ask, read } from '../../../platform/browser/api.ts';
import { hear } from '../../../platform/browser/events.ts';
import { send } from '../../uploads/desk/lent.ts';
import type { Video } from './types.ts';

export const videoQuery = (id: string) => ({ queryKey: ['video', id], queryFn: () => read<Video>(`/videos/${id}`), staleTime: 30_000 });

const heard = ['video.changed', 'video.ready', 'video.converting', 'video.blocked', 'video.unblocked', 'video.sealed'];

export function useVideo(id: string) {
  const queries = useQueryClient();
  const found = useQuery(videoQuery(id));
  useEffect(() => {
    const deaf = heard.map((event) => hear(event, ({ facts }) => facts['id'] === id && void queries.invalidateQueries({ queryKey: ['video', id] })));
    return () => {
      for (const stop of deaf) stop();
    };
  }, [id, queries]);
  return found;
}

/** Sends films, as uploads that go on after a cut line; answers with the ids of those that were taken. */
export function useSendVideos(): (files: readonly File[], language: string) => Promise<string[]> {
  const queries = useQueryClient();
  return useCallback(async (files, language) => {
    const subjects = await send(files, { kind: 'video', language });
    await queries.invalidateQueries({ queryKey: ['videos'] });
    return subjects.flatMap((subject) => (subject === null ? [] : [subject.replace(/^video:/u, '')]));
  }, [queries]);
}

export interface VideoChange {
  readonly title?: string;
  readonly description?: string;
  readonly credit?: string;
  readonly language?: string;
  readonly poster?: string | null;
  readonly posterAt?: { readonly x: number; readonly y: number };
}

/** Saves with the version that the film has now; answers with the film as it is then. */
export function useChangeVideo(id: string): (change: VideoChange) => Promise<Video> {
  const queries = useQueryClient();
  return useCallback(async (change) => {
    const { version } = await read<Video>(`/videos/${id}`);
    const changed = await ask<Video>('PATCH', `/videos/${id}`, { body: change, version });
    queries.setQueryData(['video', id], changed);
    await queries.invalidateQueries({ queryKey: ['videos'] });
    return changed;
  }, [id, queries]);
}

/** Captions are a file of text: sent as it is. Throws with the program's own words. */
export function captionsAddress(id: string, language: string): string {
  return `/videos/${id}/captions/${language}`;
}
