/** The pages that say why there is nothing: not found, withdrawn, failed. */
import type { House } from '../../platform/feature.ts';
import { nextDay } from '../../design/type.ts';
import { renderPage } from '../../design/render.ts';
import type { ErrorFacts, ErrorPage, ErrorPages } from '../../platform/http/error-pages.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { listPublic } from '../stories/stories.ts';
import { answer } from './answer.tsx';
import type { Site } from './frame.tsx';
import { readingOf, SitePage } from './frame.tsx';
import { loadGround } from './load-site.ts';
import { GoneView, NotFoundView, TroubleView } from './notices.tsx';

/** How many of the newest stand on a page that has nothing else. */
const newestShown = 6;

export async function notFoundPage(house: House, { now }: Pick<PageRequest, 'now'>, tags: readonly string[] = []): Promise<Page> {
  const { site } = await loadGround(house, null);
  const newest = await listPublic(house.db, { language: site.language, limit: newestShown });
  const reading = readingOf(site, site.language, now);
  return answer({
    site, status: 404, tags: ['latest', ...tags], expires: nextDay(now, site.timeZone),
    view: { language: site.language, now, title: reading.t('not-found-title'), description: '', path: null, robots: 'noindex' },
    content: <NotFoundView newest={newest} reading={reading} />,
  });
}

export interface GoneFacts {
  readonly id: string;
  readonly notice: string | null;
  readonly language: string;
  readonly now: Date;
}

/** Neither headline nor text, and not to be found again. */
export async function gonePage(house: House, { id, notice, language, now }: GoneFacts): Promise<Page> {
  const { site } = await loadGround(house, language);
  const reading = readingOf(site, language, now);
  return answer({
    site, status: 410, tags: [`story:${id}`],
    view: { language, now, title: reading.t('gone-title'), description: '', path: null, robots: 'noindex' },
    content: <GoneView notice={notice} reading={reading} />,
  });
}

/** What the house shows when it cannot show what was asked for. */
export function errorPages(house: House): ErrorPages {
  return {
    async render(error) {
      if (error.status === 404) {
        const { body, headers } = await notFoundPage(house, error);
        return { body, ...(headers === undefined ? {} : { headers }) };
      }
      return troublePage((await loadGround(house, null)).site, error);
    },
    plain: (error) => troublePage(plainSite(house), error),
  };
}

function troublePage(site: Site, { status, requestId, now }: ErrorFacts): ErrorPage {
  const reading = readingOf(site, site.language, now);
  const kind = status === 503 ? 'busy' : status < 500 ? 'refused' : 'trouble';
  const view = { language: site.language, now, title: reading.t(`${kind}-title`), description: '', path: null, robots: 'noindex' };
  const { html, csp } = renderPage(<SitePage site={site} view={view}><TroubleView kind={kind} requestId={requestId} reading={reading} /></SitePage>);
  return { body: html, headers: { 'Content-Security-Policy': csp } };
}

/** What is known of the publication without its database: next to nothing. */
function plainSite(house: House): Site {
  return {
    name: new URL(house.settings.publicUrl).hostname, shortName: '', tagline: '', accent: '#16140f', origin: house.settings.publicUrl, language: 'de', timeZone: 'Europe/Zurich',
    form: 'sie', logo: null, publisher: [], contact: null, navigation: [], pages: [], sample: false, clockMoved: false, indexable: false,
  };
}
