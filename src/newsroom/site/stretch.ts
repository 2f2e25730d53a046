/** A list in pages: each begins where the one before ended, however many stories came meanwhile. */
import type { House } from '../../platform/feature.ts';
import type { PageRequest } from '../../platform/pages/page.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import type { ListWish, Teaser } from '../stories/stories.ts';
import { listPublic } from '../stories/stories.ts';
import type { Stretch } from './list.tsx';

/** The query names of a list's further pages. */
export const stretchQuery = ['seite', 'vor'] as const;
/** A page of this length loads fast and still rewards its reading. */
export const stretchLength = 24;

type Before = NonNullable<ListWish['before']>;

export interface AskedStretch {
  readonly page: number;
  readonly before: Before | null;
}

/** Which stretch is asked for; null: an address that names none. */
export function askedStretch({ query }: Pick<PageRequest, 'query'>): AskedStretch | null {
  const { seite, vor } = query;
  if (seite === undefined && vor === undefined) return { page: 1, before: null };
  const [at = '', id = ''] = (vor ?? '').split('.');
  const instant = /^[0-9a-z]{1,9}$/u.test(at) ? Number.parseInt(at, 36) : Number.NaN;
  if (!/^[1-9]\d{0,4}$/u.test(seite ?? '') || Number(seite) < 2 || Number.isNaN(instant) || !idPattern.test(id)) return null;
  return { page: Number(seite), before: { publishedAt: new Date(instant), id } };
}

export interface StretchWish extends AskedStretch {
  readonly place: NonNullable<ListWish['place']>;
  /** The list's own path. */
  readonly path: string;
}

export async function loadStretch({ db }: House, { place, path, page, before }: StretchWish): Promise<Stretch> {
  return stretchOf(await listPublic(db, { place, limit: stretchLength + 1, ...(before === null ? {} : { before }) }), { path, page });
}

/** Of a list that is one longer than a stretch where there is more. */
export function stretchOf(found: readonly Teaser[], { path, page }: Pick<StretchWish, 'path' | 'page'>): Stretch {
  const stories = found.slice(0, stretchLength);
  const last = found.length > stretchLength ? stories.at(-1) : undefined;
  return { stories, page, newest: page === 1 ? null : path, older: last === undefined ? null : `${path}?seite=${page + 1}&vor=${cursor(last)}` };
}

function cursor({ publishedAt, id }: Teaser): string {
  return `${publishedAt.getTime().toString(36)}.${id}`;
}
