import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Teaser } from '../stories/public.ts';
import { publisherOf } from './publisher.ts';
import { rss } from './rss.ts';
import { isNews, newsLast, newsSitemap, robots, sitemap, sitemapIndex } from './sitemap.ts';
import { document, element } from './xml.ts';

const publisher = publisherOf({ name: 'Tagblatt «Zürich» & Umgebung', tagline: 'Für <alle>', languages: ['de'], logo: null }, 'https://blatt.example');
const hostile = 'Föhn & «Bise» <script>]]>\u0000\u0008\uffff\ud800 "12’345"';
const rendition = (width: number) => ({ width, height: (width * 2) / 3, url: `/bilder/bridge22/0123456789abcdef-${width}.jpg` });
const story: Teaser = {
  id: 'k3f9hbcd', url: '/kultur/foehn-k3f9hbcd', headline: hostile, kicker: 'Wetter', lead: hostile, label: null, language: 'de', publishedAt: new Date('2026-11-23T13:05:00Z'), updatedAt: null,
  authors: [{ name: 'Anna Çelik', slug: 'anna-celik' }, { name: 'Jean-Noël O’Neill', slug: 'jean-noel-o-neill' }], section: { id: 's', path: 'kultur', name: 'Kultur & Bühne' },
  picture: {
    id: 'bridge22', width: 1800, height: 1200, colour: '#aabbcc', alt: 'Brücke', caption: 'Am «See»', credit: 'Nordföhn / Öztürk', language: 'de', fallback: rendition(800).url,
    sources: [{ format: 'jpeg', type: 'image/jpeg', widths: [480, 1200, 1800].map(rendition) }], crops: {}, animated: false, ready: true, usable: true, ends: null, decorative: false, origin: null, terms: { days: null, onlyWith: null, usableBy: [] },
  },
};
const feed = () => rss({ title: publisher.name, description: '', language: 'de', page: '/', self: '/feed.xml', stories: [story] }, publisher);

/** Every element's path with its text; throws where the document is not well formed. */
function read(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => path.push(name));
  parser.on('text', (text) => void found.set(path.join('/'), [...(found.get(path.join('/')) ?? []), text]));
  parser.on('closetag', () => path.pop());
  parser.on('error', (error) => { throw error; });
  parser.write(xml).close();
  return found;
}

describe('writing XML', () => {
  it('escapes texts and attributes, and leaves out what XML does not know', () => {
    expect(document(element('a', { b: '"<&>' }, hostile, null, element('c')))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;&amp;&gt;">Föhn &amp; «Bise» &lt;script&gt;]]&gt; &quot;12’345&quot;<c/></a>\n',
    );
  });
  it('keeps characters beyond the first plane whole', () => {
    expect(element('a', {}, 'Gewitter ⛈️ 🌩').xml).toBe('<a>Gewitter ⛈️ 🌩</a>');
  });
});

describe('a feed', () => {
  it('is well formed, whatever a headline says', () => {
    const items = read(feed());
    expect(items.get('rss/channel/item/title')).toEqual(['Wetter: Föhn & «Bise» <script>]]> "12’345"']);
    expect(items.get('rss/channel/title')).toEqual(['Tagblatt «Zürich» & Umgebung']);
  });
  it('names a story by what never changes, and dates it as RSS does', () => {
    const items = read(feed());
    expect(items.get('rss/channel/item/guid')).toEqual(['https://blatt.example/k3f9hbcd']);
    expect(feed()).toContain('<guid isPermaLink="false">');
    expect(items.get('rss/channel/item/link')).toEqual(['https://blatt.example/kultur/foehn-k3f9hbcd']);
    expect(items.get('rss/channel/item/pubDate')).toEqual(['Mon, 23 Nov 2026 13:05:00 +0000']);
  });
  it('names all authors, and passes no picture on without its credit', () => {
    const items = read(feed());
    expect(items.get('rss/channel/item/dc:creator')).toEqual(['Anna Çelik', 'Jean-Noël O’Neill']);
    expect(items.get('rss/channel/item/media:content/media:credit')).toEqual(['Nordföhn / Öztürk']);
    expect(feed()).toContain('url="https://blatt.example/bilder/bridge22/0123456789abcdef-1200.jpg" medium="image" type="image/jpeg" width="1200" height="800"');
  });
});

describe('sitemaps', () => {
  const at = new Date('2026-11-23T13:05:00Z');
  it('name addresses with the instant of their last change', () => {
    expect(read(sitemap([{ url: 'https://blatt.example/a?b&c', changedAt: at }])).get('urlset/url/lastmod')).toEqual(['2026-11-23T13:05:00.000Z']);
    expect(read(sitemapIndex(['https://blatt.example/sitemap-0.xml'])).get('sitemapindex/sitemap/loc')).toEqual(['https://blatt.example/sitemap-0.xml']);
  });
  it('tell news with the publication’s name, the story’s own language, and no author', () => {
    const news = newsSitemap([{ url: 'https://blatt.example/a', headline: hostile, language: 'fr-CH', publishedAt: at }], publisher.name);
    const items = read(news);
    expect(items.get('urlset/url/news:news/news:publication/news:name')).toEqual(['Tagblatt «Zürich» & Umgebung']);
    expect(items.get('urlset/url/news:news/news:publication/news:language')).toEqual(['fr']);
    expect(items.get('urlset/url/news:news/news:publication_date')).toEqual(['2026-11-23T13:05:00.000Z']);
    expect(news).not.toContain('author');
  });
  it('hold a story as news for two days, to the instant', () => {
    expect(isNews(at, new Date(at.getTime() + newsLast - 1))).toBe(true);
    expect(isNews(at, new Date(at.getTime() + newsLast))).toBe(false);
  });
  it('are named in robots.txt, which closes the desk', () => {
    expect(robots('https://blatt.example')).toMatch(/Disallow: \/desk\n[\s\S]*Sitemap: https:\/\/blatt\.example\/news-sitemap\.xml\n/u);
  });
});
