/** RSS 2.0 with the authors of Dublin Core and the pictures of Media RSS. Pure. */
import type { Teaser } from '../stories/public.ts';
import { sharedRendition } from './picture-facts.ts';
import type { Publisher } from './publisher.ts';
import type { Xml } from './xml.ts';
import { document, element } from './xml.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Paths of the page that the feed follows, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  /** Newest first. */
  readonly stories: readonly Teaser[];
}

/** The newest that a feed holds; readers' programs keep what they have seen. */
export const feedLength = 40;

export function rss(feed: Feed, publisher: Publisher): string {
  const { origin } = publisher;
  const newest = feed.stories[0]?.publishedAt;
  const namespaces = { 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:media': 'http://search.yahoo.com/mrss/' };
  return document(
    element('rss', { version: '2.0', ...namespaces },
      element('channel', {},
        element('title', {}, feed.title),
        element('link', {}, origin + feed.page),
        element('description', {}, feed.description === '' ? feed.title : feed.description),
        element('language', {}, feed.language.toLowerCase()),
        newest === undefined ? null : element('lastBuildDate', {}, rfc822(newest)),
        element('atom:link', { href: origin + feed.self, rel: 'self', type: 'application/rss+xml' }),
        image(feed, publisher),
        ...feed.stories.map((story) => item(story, origin)),
      ),
    ),
  );
}

/** RSS wants the channel's own title and link here. */
function image(feed: Feed, { origin, logo }: Publisher): Xml {
  return element('image', {}, element('url', {}, logo.url), element('title', {}, feed.title), element('link', {}, origin + feed.page));
}

function item(story: Teaser, origin: string): Xml {
  return element('item', {},
    element('title', {}, story.kicker === '' ? story.headline : `${story.kicker}: ${story.headline}`),
    element('link', {}, origin + story.url),
    // The address moves with the section; the id never does.
    element('guid', { isPermaLink: 'false' }, `${origin}/${story.id}`),
    element('pubDate', {}, rfc822(story.publishedAt)),
    story.lead === '' ? null : element('description', {}, story.lead),
    ...story.authors.map(({ name }) => element('dc:creator', {}, name)),
    element('category', {}, story.section.name),
    element('dc:language', {}, story.language),
    picture(story, origin),
  );
}

function picture({ picture: shown }: Teaser, origin: string): Xml | null {
  const rendition = sharedRendition(shown);
  if (shown === null || rendition === null) return null;
  return element('media:content', { url: origin + rendition.url, medium: 'image', type: 'image/jpeg', width: rendition.width, height: rendition.height },
    shown.caption === '' ? null : element('media:description', { type: 'plain' }, shown.caption),
    shown.credit === '' ? null : element('media:credit', {}, shown.credit),
  );
}

/** RFC 822 with a year of four digits: `Mon, 23 Nov 2026 13:05:00 +0000`. */
function rfc822(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
