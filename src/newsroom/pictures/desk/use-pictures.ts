/** Pictures for other parts of the desk: look one up, follow it, put new ones in. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ask, Problem, read } from '../../../platform/browser/api.ts';
import { hear } from '../../../platform/browser/events.ts';
import { send } from '../../uploads/desk/lent.ts';
import type { Picture, PictureChange } from './types.ts';
import { ForAllPictures } from './for-all.tsx';
import { pictureQuery } from './picture-query.ts';
import { renditionNear } from './types.ts';

export function usePicture(id: string | null): Picture | undefined {
  return useQuery({ ...pictureQuery(id ?? ''), enabled: id !== null }).data;
}

interface Shown {
  readonly url: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

/** For elements outside of React: tells what a picture is, and again whenever it changes. */
export function useFollowPicture(): (id: string, tell: (shown: Shown) => void) => () => void {
  const queries = useQueryClient();
  return useCallback((id, tell) => followPicture(queries, id, tell), [queries]);
}

function followPicture(queries: QueryClient, id: string, tell: (shown: Shown) => void): () => void {
  const show = (picture: Picture | undefined) => {
    if (picture !== undefined) tell({ ...picture, url: renditionNear(picture, 900) });
  };
  const refresh = () => void queries.invalidateQueries({ queryKey: ['picture', id] }).then(() => queries.fetchQuery(pictureQuery(id))).then(show, () => undefined);
  void queries.fetchQuery(pictureQuery(id)).then(show, () => undefined);
  const unwatch = queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.query.queryKey[0] === 'picture' && event.query.queryKey[1] === id) show(event.query.state.data as Picture | undefined);
  });
  const deaf = ['picture.ready', 'picture.changed'].map((event) => hear(event, ({ facts }) => facts['id'] === id && refresh()));
  return () => {
    unwatch();
    for (const stop of deaf) stop();
  };
}

/** Puts files in, several at once, through lines that break; their words are in the language told, else in one of the publication. Those that are refused are told in the list of uploads and left out. */
export function useUpload(): (files: readonly File[], facts: { readonly language?: string; readonly credit?: string }) => Promise<Picture[]> {
  const queries = useQueryClient();
  return async (files, facts) => {
    const subjects = await send(files, { kind: 'picture', ...facts }, ForAllPictures);
    const made = await Promise.all(subjects.flatMap((subject) => (subject === null ? [] : [queries.fetchQuery(pictureQuery(subject.slice('picture:'.length)))])));
    await queries.invalidateQueries({ queryKey: ['pictures'] });
    return made;
  };
}

/** Saves what is said of a picture and answers with the picture as it is now. */
export function useChangePicture(): (picture: Picture, change: PictureChange) => Promise<Picture> {
  const queries = useQueryClient();
  return async (picture, change) => {
    const changed = await changePicture(picture, change);
    queries.setQueryData(['picture', picture.id], changed);
    await queries.invalidateQueries({ queryKey: ['pictures'] });
    return changed;
  };
}

/** These fields alone are changed: what somebody else said meanwhile of others stays. */
async function changePicture(picture: Picture, change: PictureChange): Promise<Picture> {
  const send = (version: number) => ask<Picture>('PATCH', `/pictures/${picture.id}`, { body: change, version });
  return send(picture.version).catch(async (error: unknown) => {
    if (!(error instanceof Problem) || error.facts.status !== 412) throw error;
    return send((await read<Picture>(`/pictures/${picture.id}`)).version);
  });
}
