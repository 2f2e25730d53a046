/** From a view to the page that is kept and sent. */
import type { ReactElement } from 'react';
import { renderPage } from '../../design/render.ts';
import { scriptAddress } from '../../platform/http/client-scripts.ts';
import type { Page } from '../../platform/pages/page.ts';
import type { PictureSummary } from '../pictures/pictures.ts';
import type { Teaser } from '../stories/stories.ts';
import type { Site, View } from './frame.tsx';
import { SitePage } from './frame.tsx';
import { frameTags } from './load-site.ts';

export interface Answer {
  readonly site: Site;
  readonly view: View;
  readonly content: ReactElement;
  /** Beside those of the frame. */
  readonly tags: readonly string[];
  readonly status?: 200 | 404 | 410;
  readonly expires?: Date;
  /** What it shows: a right that ends takes the page with it, to the instant. */
  readonly pictures?: Iterable<PictureSummary | null>;
  /** Instants at which something else on it may no longer be shown. */
  readonly ends?: readonly Date[];
}

export function answer({ site, view, content, tags, status = 200, expires, pictures = [], ends: others = [] }: Answer): Page {
  const ends = firstEnd([...Array.from(pictures, (picture) => picture?.ends ?? null), ...others], view.now);
  const { html, csp } = renderPage(<SitePage site={site} view={view}>{content}</SitePage>, { scriptAddress });
  return {
    status, type: 'text/html; charset=utf-8', body: html, tags: [...new Set([...frameTags, ...tags])], headers: { 'Content-Security-Policy': csp },
    ...(expires === undefined ? {} : { expires }), ...(ends === undefined ? {} : { ends }),
  };
}

function firstEnd(instants: readonly (Date | null)[], now: Date): Date | undefined {
  const ends = instants.flatMap((end) => (end !== null && end > now ? [end.getTime()] : []));
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}

/** For ever: an address that was public once leads to the present one. */
export function moved(location: string, tags: readonly string[]): Page {
  return { status: 301, location, type: 'text/html; charset=utf-8', body: '', tags };
}

/** The pictures and stories that a list shows: each may change by itself. */
export function teaserTags(stories: readonly Teaser[]): string[] {
  return stories.flatMap(({ id, picture }) => (picture === null ? [`story:${id}`] : [`story:${id}`, `picture:${picture.id}`]));
}
