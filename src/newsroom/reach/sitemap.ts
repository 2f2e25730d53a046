/** Sitemaps (sitemaps.org 0.9) and Google's news sitemap. Pure. */
import { document, element } from './xml.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Small enough to be made in a moment; the protocol allows 50,000. */
export const storiesPerSitemap = 10_000;
/** What Google reads of a news sitemap. */
export const greatestNewsSitemap = 1_000;
/** A news sitemap holds what was first published within the last two days. */
export const newsLast = 2 * 24 * 3_600_000;

export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  readonly changedAt: Date | null;
}

export function sitemapIndex(urls: readonly string[]): string {
  return document(element('sitemapindex', { xmlns: namespace }, ...urls.map((url) => element('sitemap', {}, element('loc', {}, url)))));
}

export function sitemap(entries: readonly SitemapEntry[]): string {
  return document(
    element('urlset', { xmlns: namespace },
      ...entries.map(({ url, changedAt }) =>
        element('url', {}, element('loc', {}, url), changedAt === null ? null : element('lastmod', {}, changedAt.toISOString())),
      ),
    ),
  );
}

export interface NewsEntry {
  readonly url: string;
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
  readonly publishedAt: Date;
}

/** Of one story: publication name and its own language, first publication, headline. No authors: the format has none. */
export function newsSitemap(entries: readonly NewsEntry[], publicationName: string): string {
  return document(
    element('urlset', { xmlns: namespace, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ...entries.map(({ url, headline, language, publishedAt }) =>
        element('url', {},
          element('loc', {}, url),
          element('news:news', {},
            element('news:publication', {},
              element('news:name', {}, publicationName),
              element('news:language', {}, language.split('-')[0]?.toLowerCase() ?? language),
            ),
            element('news:publication_date', {}, publishedAt.toISOString()),
            element('news:title', {}, headline),
          ),
        ),
      ),
    ),
  );
}

/** Whether a story stands in the news sitemap at this instant. */
export function isNews(publishedAt: Date, now: Date): boolean {
  return publishedAt.getTime() > now.getTime() - newsLast;
}

/** What search engines need not see: the desk, the API, searches, previews. */
export function robots(origin: string): string {
  const closed = ['/desk', '/api/', '/suche', '/vorschau/'];
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, `Sitemap: ${origin}/news-sitemap.xml`, ''].join('\n');
}
