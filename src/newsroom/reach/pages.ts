/** The addresses that machines read: feeds, sitemaps, robots. */
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest, PageRoute } from '../../platform/pages/page.ts';
import { publicPages } from '../pages/pages.ts';
import { readPublication } from '../publication/publication.ts';
import { sectionByPath, sectionName, sectionTree } from '../sections/sections.ts';
import type { Section } from '../sections/sections.ts';
import type { SitemapLine, Teaser } from '../stories/stories.ts';
import { countPublicStories, keyBefore, listPublic, selectForSitemap, storyPath } from '../stories/stories.ts';
import { publisherOf } from './publisher.ts';
import { feedLength, rss } from './rss.ts';
import { greatestNewsSitemap, isNews, newsLast, newsSitemap, robots, sitemap, sitemapIndex, storiesPerSitemap } from './sitemap.ts';

export function reachPages(house: House): readonly PageRoute[] {
  return [
    { path: '/feed.xml', render: () => siteFeed(house) },
    { path: '/sitemap.xml', render: () => indexPage(house) },
    { path: '/news-sitemap.xml', render: ({ now }) => newsPage(house, now) },
    { path: '/robots.txt', render: () => robotsPage(house) },
  ];
}

/** `/<section path>/feed.xml` and `/sitemap-<number>.xml`, which no route's pattern can name; null for any other path. */
export async function reachPageAt(house: House, { path }: Pick<PageRequest, 'path'>): Promise<Page | null> {
  const numbered = /^\/sitemap-(0|[1-9]\d{0,4})\.xml$/u.exec(path)?.[1];
  if (numbered !== undefined) return numbered === '0' ? standingPages(house) : storyPages(house, Number(numbered));
  const section = /^\/(.+)\/feed\.xml$/u.exec(path)?.[1];
  return section === undefined ? null : sectionFeed(house, section);
}

async function siteFeed(house: House): Promise<Page> {
  const [publication, stories] = await Promise.all([readPublication(house.db), listPublic(house.db, { limit: feedLength })]);
  const publisher = publisherOf(publication, house.settings.publicUrl);
  const feed = { title: publication.name, description: publication.tagline, language: publisher.language, page: '/', self: '/feed.xml', stories };
  return { status: 200, type: rssType, body: rss(feed, publisher), tags: ['publication', 'sections', 'latest', ...pictureTags(stories)], ...endOf(stories) };
}

async function sectionFeed(house: House, path: string): Promise<Page | null> {
  const section = await sectionByPath(house.db, path);
  if (section === null) return null;
  const [publication, stories] = await Promise.all([
    readPublication(house.db), listPublic(house.db, { place: { kind: 'section', id: section.id }, limit: feedLength }),
  ]);
  const feed = {
    title: `${publication.name} – ${sectionName(section)}`, description: '', language: section.language, page: `/${path}`, self: `/${path}/feed.xml`, stories,
  };
  const body = rss(feed, publisherOf(publication, house.settings.publicUrl));
  return { status: 200, type: rssType, body, tags: ['publication', 'sections', `section:${section.id}`, ...pictureTags(stories)], ...endOf(stories) };
}

async function indexPage(house: House): Promise<Page> {
  const count = Math.ceil((await countPublicStories(house.db)) / storiesPerSitemap);
  const urls = Array.from({ length: count + 1 }, (_, number) => `${house.settings.publicUrl}/sitemap-${number}.xml`);
  return { status: 200, type: xmlType, body: sitemapIndex(urls), tags: ['latest'] };
}

/** What is no story: the front, the sections, the pages written in the desk. */
async function standingPages({ db, settings }: House): Promise<Page> {
  const [sections, pages] = await Promise.all([sectionTree(db), publicPages(db)]);
  const entries = [
    { url: `${settings.publicUrl}/`, changedAt: null },
    ...sections.map(({ path }) => ({ url: `${settings.publicUrl}/${path}`, changedAt: null })),
    ...pages.map(({ slug, changedAt }) => ({ url: `${settings.publicUrl}/seite/${slug}`, changedAt })),
  ];
  return { status: 200, type: xmlType, body: sitemap(entries), tags: ['sections', 'pages'] };
}

/** Stories in order of first publication: what stands in a full sitemap stays there. */
async function storyPages(house: House, number: number): Promise<Page | null> {
  const before = (number - 1) * storiesPerSitemap;
  const after = before === 0 ? null : await keyBefore(house.db, before);
  if (before > 0 && after === null) return null;
  const lines = await selectForSitemap(house.db, { after, limit: storiesPerSitemap });
  if (lines.length === 0) return null;
  const urlOf = await addresses(house);
  const entries = lines.flatMap((line) => urlOf(line).map((url) => ({ url, changedAt: line.changedAt })));
  return { status: 200, type: xmlType, body: sitemap(entries), tags: ['latest', 'sections'] };
}

async function newsPage(house: House, now: Date): Promise<Page> {
  const [publication, urlOf, lines] = await Promise.all([readPublication(house.db), addresses(house), newsLines(house, now)]);
  const entries = lines.slice(-greatestNewsSitemap).toReversed()
    .flatMap((line) => urlOf(line).map((url) => ({ url, headline: line.headline, language: line.language, publishedAt: line.publishedAt })));
  const oldest = lines[0]?.publishedAt;
  return {
    status: 200, type: xmlType, body: newsSitemap(entries, publication.name), tags: ['latest', 'sections', 'publication'],
    ...(oldest === undefined ? {} : { expires: new Date(oldest.getTime() + newsLast) }),
  };
}

/** Everything first published within the last two days, oldest first. */
async function newsLines({ db }: House, now: Date): Promise<SitemapLine[]> {
  const found: SitemapLine[] = [];
  let after = { publishedAt: new Date(now.getTime() - newsLast), id: '' };
  for (;;) {
    const lines = await selectForSitemap(db, { after, limit: greatestNewsSitemap });
    found.push(...lines.filter(({ publishedAt }) => isNews(publishedAt, now)));
    const last = lines.at(-1);
    if (last === undefined || lines.length < greatestNewsSitemap) return found;
    after = last;
  }
}

async function robotsPage({ settings }: House): Promise<Page> {
  return { status: 200, type: 'text/plain; charset=utf-8', body: robots(settings.publicUrl), tags: [] };
}

/** The absolute address of a line; none where its section has just gone. */
async function addresses({ db, settings }: House): Promise<(line: SitemapLine) => string[]> {
  const paths = new Map((await sectionTree(db)).map((section: Section) => [section.id, section.path]));
  return ({ sectionId, slug, id }) => {
    const path = paths.get(sectionId);
    return path === undefined ? [] : [settings.publicUrl + storyPath(path, slug, id)];
  };
}

function pictureTags(stories: readonly Teaser[]): string[] {
  return stories.flatMap(({ picture }) => (picture === null ? [] : [`picture:${picture.id}`]));
}

/** The right to a picture takes the feed that shows it along, to the instant. */
function endOf(stories: readonly Teaser[]): { ends?: Date } {
  const ends = stories.flatMap(({ picture }) => picture?.ends ?? []);
  return ends.length === 0 ? {} : { ends: new Date(Math.min(...ends.map((end) => end.getTime()))) };
}

const rssType = 'application/rss+xml; charset=utf-8';
const xmlType = 'application/xml; charset=utf-8';
