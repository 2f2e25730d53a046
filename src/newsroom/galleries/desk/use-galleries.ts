/** Galleries in the desk: look one up, follow what others make of it and of its pictures, make a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { ask, read } from '../../../platform/browser/api.ts';
import { hear } from '../../../platform/browser/events.ts';
import type { Gallery } from './types.ts';

export const galleryQuery = (id: string) => ({ queryKey: ['gallery', id], queryFn: () => read<Gallery>(`/galleries/${id}`), staleTime: 30_000 });

export function useGallery(id: string) {
  const queries = useQueryClient();
  const found = useQuery(galleryQuery(id));
  const pictures = found.data?.pictures.map((one) => one.id).join(' ') ?? '';
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: ['gallery', id] });
    const ofPictures = ['picture.changed', 'picture.ready', 'picture.blocked', 'picture.unblocked', 'picture.ended'];
    const deaf = [
      hear('gallery.changed', ({ facts }) => facts['id'] === id && again()),
      ...ofPictures.map((event) => hear(event, ({ facts }) => pictures.split(' ').includes(String(facts['id'])) && again())),
    ];
    return () => {
      for (const stop of deaf) stop();
    };
  }, [id, pictures, queries]);
  return found;
}

export function useMakeGallery(): (fields: { readonly title: string; readonly language: string }) => Promise<Gallery> {
  const queries = useQueryClient();
  return useCallback(async (fields) => {
    const made = await ask<Gallery>('POST', '/galleries', { body: fields });
    queries.setQueryData(['gallery', made.id], made);
    await queries.invalidateQueries({ queryKey: ['galleries'] });
    return made;
  }, [queries]);
}
