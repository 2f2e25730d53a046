/**
 * The journalists' app at /desk: one page with a nonce per answer, never kept by anybody; its files for ever.
 * Until the app is built for the first time, a page says so and comes back by itself.
 */
import { Hono } from 'hono';
import type { Feature, House } from '../../platform/feature.ts';
import { deskPolicy, newNonce } from '../../platform/http/security-headers.ts';
import { acceptedLanguage, interfaceLanguage, translator } from '../../platform/words/translate.ts';
import { buildDesk } from './build.ts';
import { assetResponse, entryFiles } from './files.ts';
import type { DeskEntryFiles } from './page.ts';
import { deskPage, preparingPage } from './page.ts';
import { deskWords } from './words.ts';

export const feature: Feature = { name: 'desk', routes: deskRoutes };

interface Built {
  folder: string | null;
  entry: DeskEntryFiles | null;
  failure: string | null;
}

function deskRoutes(house: House): Hono {
  const built = startBuild(house);
  const routes = new Hono();
  routes.get('/desk/assets/:name', async (context) => {
    if (built.folder === null) return context.notFound();
    return (await assetResponse(built.folder, context.req.param('name'), context.req.header('accept-encoding') ?? '')) ?? context.notFound();
  });
  const page = async (request: Request) => {
    const by = await house.whoIs(request);
    const address = new URL(request.url);
    if (by === null || by.kind !== 'staff') {
      return new Response(null, { status: 303, headers: { location: `/desk/signin?next=${encodeURIComponent(address.pathname + address.search)}`, 'cache-control': 'no-store' } });
    }
    return answer(built, interfaceLanguage(by.language, acceptedLanguage(request.headers.get('accept-language'))));
  };
  routes.get('/desk', (context) => page(context.req.raw));
  routes.get('/desk/*', (context) => page(context.req.raw));
  return routes;
}

/** Begins at once and beside everything else: the site does not wait for the desk. */
function startBuild(house: House): Built {
  const built: Built = { folder: null, entry: null, failure: null };
  const began = performance.now();
  const work = async () => {
    const folder = await buildDesk({ dataDir: house.settings.dataDir });
    built.entry = await entryFiles(folder);
    built.folder = folder;
    house.log.info({ ms: Math.round(performance.now() - began) }, 'desk ready');
  };
  work().catch((error: unknown) => {
    built.failure = error instanceof Error ? error.message : String(error);
    house.log.error({ error: built.failure }, 'desk not built');
  });
  return built;
}

function answer(built: Built, language: ReturnType<typeof interfaceLanguage>): Response {
  const nonce = newNonce();
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': deskPolicy(nonce), 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
  if (built.entry !== null) return new Response(deskPage({ nonce, language, entry: built.entry }), { headers });
  const t = translator(deskWords, language);
  const failed = built.failure !== null;
  const waiting = { nonce, language, title: t(failed ? 'desk.build.failed' : 'desk.build.preparing'), text: t(failed ? 'desk.build.failed-text' : 'desk.build.preparing-text') };
  return new Response(preparingPage(failed ? { ...waiting, failure: built.failure! } : waiting), { status: failed ? 500 : 503, headers: failed ? headers : { ...headers, 'retry-after': '2' } });
}
