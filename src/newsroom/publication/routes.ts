/** Logo, icons, manifest: small files at fixed addresses. */
import { Hono, type Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { iconsOf } from './drawing.ts';
import { logoPath } from './paper.ts';
import { iconSizes } from './rules.ts';
import { readPublication } from './store.ts';

/** A changed icon may be seen an hour late; browsers ask for it on every page otherwise. */
const anHour = 'public, max-age=3600';
/** The address is that of the content: it never changes. */
const forEver = 'public, max-age=31536000, immutable';

export function publicationRoutes(house: House): Hono {
  const app = new Hono();
  for (const size of iconSizes) app.get(`/icon-${size}.png`, (c) => icon(c, house, size));
  app.get('/favicon.ico', (c) => icon(c, house, 32));
  app.get('/logo/:file{[0-9a-f]{16}\\.png}', (c) => logo(c, house));
  app.get('/manifest.webmanifest', (c) => manifest(c, house));
  return app;
}

async function icon(c: Context, house: House, size: number) {
  const address = (await iconsOf(house))[String(size)];
  return address === undefined ? c.notFound() : picture(c, house, { address, cacheControl: anHour });
}

async function logo(c: Context, house: House) {
  const { logo: current } = await readPublication(house.db);
  if (current === null || logoPath(current) !== c.req.path) return c.notFound();
  return picture(c, house, { address: current.address, cacheControl: forEver });
}

async function picture(c: Context, house: House, { address, cacheControl }: { address: string; cacheControl: string }) {
  const headers = { 'Cache-Control': cacheControl, ETag: `"${address.slice(0, 16)}"` };
  if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
  const bytes = await house.objects.get(address);
  return bytes === null ? c.notFound() : c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': 'image/png' });
}

async function manifest(c: Context, house: House) {
  const { name, shortName, languages } = await readPublication(house.db);
  const body = {
    name, short_name: shortName, lang: languages[0], start_url: '/', scope: '/', display: 'minimal-ui', background_color: '#ffffff', theme_color: '#ffffff',
    icons: [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
  };
  return c.body(JSON.stringify(body), 200, { 'Content-Type': 'application/manifest+json', 'Cache-Control': anHour });
}
