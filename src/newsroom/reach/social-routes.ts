/** Drawn pictures on their way to other sites: `/teilen/<made of>.png`. An address names one content for ever. */
import { Hono } from 'hono';
import type { House } from '../../platform/feature.ts';
import { drawnAt } from './social-store.ts';

const forAYear = 'public, max-age=31536000, immutable';

export function socialRoutes(house: House): Hono {
  const app = new Hono();
  app.get('/teilen/:file{[0-9a-f]{16}\\.png}', async (c) => {
    const drawn = await drawnAt(house.db, c.req.param('file').slice(0, 16));
    if (drawn === null) return c.notFound();
    const headers = { 'Cache-Control': forAYear, ETag: `"${drawn.made}"`, 'Cross-Origin-Resource-Policy': 'cross-origin' };
    if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
    const bytes = await house.objects.get(drawn.address);
    return bytes === null ? c.notFound() : c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': 'image/png' });
  });
  return app;
}

export function drawnPath({ made }: { readonly made: string }): string {
  return `/teilen/${made}.png`;
}
