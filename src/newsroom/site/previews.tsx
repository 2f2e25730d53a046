/** A story's working copy as readers would see it: by a secret address that ends, and in the desk's frame. */
import { Hono } from 'hono';
import { renderPage } from '../../design/render.ts';
import type { House } from '../../platform/feature.ts';
import { hashOf } from '../../platform/text/secret.ts';
import { followOn, maySeeStory, previewedStory, previewStory } from '../stories/stories.ts';
import { readingOf, SitePage } from './frame.tsx';
import { loadGround } from './load-site.ts';
import { storyContent, storyView } from './load-story.tsx';
import { notFoundPage } from './notice-pages.tsx';

export function previewRoutes(house: House): Hono {
  const routes = new Hono();
  routes.get('/vorschau/:token', async (context) => {
    const id = await previewedStory(house.db, hashOf(context.req.param('token')), house.clock.now());
    return id === null ? nothing(house) : preview(house, id, 'nobody');
  });
  routes.get('/desk-preview/stories/:id', async (context) => {
    const id = context.req.param('id');
    const by = await house.whoIs(context.req.raw);
    return by === null || !(await maySeeStory(house.db, by, id)) ? nothing(house) : preview(house, id, 'self');
  });
  return routes;
}

async function preview(house: House, id: string, framedBy: 'nobody' | 'self'): Promise<Response> {
  const now = house.clock.now();
  const story = await previewStory(house.db, id, now);
  if (story === null) return nothing(house);
  const [ground, next] = await Promise.all([loadGround(house, story.language), followOn(house.db, story)]);
  const banner = readingOf(ground.site, story.language, now).t('preview');
  const view = { ...storyView({ story, ground, now }), path: null, canonical: null, robots: 'noindex', alternates: [], social: [], facts: [], banners: framedBy === 'self' ? [] : [banner] };
  const { html, csp } = renderPage(<SitePage site={ground.site} view={view}>{storyContent({ story, next, ground, now })}</SitePage>, framedBy);
  return new Response(html, { headers: { ...secret, 'Content-Security-Policy': csp } });
}

async function nothing(house: House): Promise<Response> {
  const { body, headers } = await notFoundPage(house, { now: house.clock.now() });
  return new Response(body, { status: 404, headers: { ...headers, ...secret } });
}

/** Kept by nobody, found by nobody, and no link on the page tells where it was. */
const secret = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' };
