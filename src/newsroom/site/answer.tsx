/** From a view to the page that is kept and sent. */
import type { ReactElement } from 'react';
import { renderPage } from '../../design/render.ts';
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
}

export function answer({ site, view, content, tags, status = 200, expires, pictures = [] }: Answer): Page {
  const ends = firstEnd(pictures, view.now);
  const { html, csp } = renderPage(<SitePage site={site} view={view}>{content}</SitePage>);
  return {
    status, type: 'text/html; charset=utf-8', body: html, tags: [...new Set([...frameTags, ...tags])], headers: { 'Content-Security-Policy': csp },
    ...(expires === undefined ? {} : { expires }), ...(ends === undefined ? {} : { ends }),
  };
}

function firstEnd(pictures: Iterable<PictureSummary | null>, now: Date): Date | undefined {
  const ends = Array.from(pictures, (picture) => picture?.ends ?? null).filter((end) => end !== null && end > now) as Date[];
  return ends.length === 0 ? undefined : new Date(Math.min(...ends.map((end) => end.getTime())));
}

/** For ever: an address that was public once leads to the present one. */
export function moved(location: string, tags: readonly string[]): Page {
  return { status: 301, location, type: 'text/html; charset=utf-8', body: '', tags };
}

/** The pictures and stories that a list shows: each may change by itself. */
export function teaserTags(stories: readonly Teaser[]): string[] {
  return stories.flatMap(({ id, picture }) => (picture === null ? [`story:${id}`] : [`story:${id}`, `picture:${picture.id}`]));
}
