/** A story's working copy as readers would see it: by a secret address that ends, and in the desk's frame. */
import { Hono } from 'hono';
import { renderPage } from '../../design/render.ts';
import type { House } from '../../platform/feature.ts';
import { Style } from '../../design/sheet.tsx';
import { hashOf } from '../../platform/text/secret.ts';
import { galleriesById } from '../galleries/galleries.ts';
import { scriptAddress } from '../../platform/http/client-scripts.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { noThings } from '../stories/elements/elements.ts';
import { Body } from '../stories/views/body.tsx';
import { followOn, maySeeStory, previewedStory, previewStory } from '../stories/stories.ts';
import type { View } from './frame.tsx';
import { readingOf, SitePage } from './frame.tsx';
import { loadGround } from './load-site.ts';
import { storyContent, storyView } from './load-story.tsx';
import { notFoundPage } from './notice-pages.tsx';
import { storySheet } from './story.tsx';

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
  routes.get('/desk-preview/galleries/:id', async (context) => {
    const by = await house.whoIs(context.req.raw);
    return by === null ? nothing(house) : previewGallery(house, context.req.param('id'));
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
  const { html, csp } = renderPage(<SitePage site={ground.site} view={view}>{storyContent({ story, next, ground, now })}</SitePage>, { framedBy, scriptAddress });
  return new Response(html, { headers: { ...secret, 'Content-Security-Policy': csp } });
}

async function previewGallery(house: House, id: string): Promise<Response> {
  const gallery = (await galleriesById(house.db, [id])).get(id);
  if (gallery === undefined) return nothing(house);
  const [now, ground, pictures] = [house.clock.now(), await loadGround(house, gallery.language), await pictureSummaries(house.db, gallery.pictures.map((picture) => picture.id))];
  const reading = readingOf(ground.site, gallery.language, now);
  const body = { type: 'doc', content: [{ type: 'gallery', attrs: { id } }] };
  const view: View = { language: gallery.language, now, title: gallery.title, description: '', path: null, robots: 'noindex' };
  const content = <div className="story"><Style of={storySheet} /><Body body={body} pictures={pictures} things={{ ...noThings, gallery: new Map([[id, gallery]]) }} reading={reading} /></div>;
  const { html, csp } = renderPage(<SitePage site={ground.site} view={view}>{content}</SitePage>, { framedBy: 'self', scriptAddress });
  return new Response(html, { headers: { ...secret, 'Content-Security-Policy': csp } });
}

async function nothing(house: House): Promise<Response> {
  const { body, headers } = await notFoundPage(house, { now: house.clock.now() });
  return new Response(body, { status: 404, headers: { ...headers, ...secret } });
}

/** Kept by nobody, found by nobody, and no link on the page tells where it was. */
const secret = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' };
