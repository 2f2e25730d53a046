import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageBudget } from '../../design/budget.ts';
import { renderPage } from '../../design/render.ts';
import { newsArticle, storySocial } from '../reach/reach.ts';
import { SitePage } from './frame.tsx';
import { clientScripts, scriptAddress } from '../../platform/http/client-scripts.ts';
import { foehn, ground, illustratedStory, reading, referenceStory, teaserOf } from './testing.ts';
import { storyView } from './load-story.tsx';
import { StoryView } from './story.tsx';
import type { StoryPage } from './story.tsx';

const now = new Date('2026-11-23T16:00:00Z');
function html(page: Partial<StoryPage> = {}): string {
  const story = page.story ?? foehn();
  const view = storyView({ story, ground, now });
  return renderPage(
    <SitePage site={ground.site} view={view}>
      <StoryView story={story} followOn={null} reading={reading} origin="https://blatt.example" {...page} />
    </SitePage>,
    { scriptAddress },
  ).html;
}
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

describe('the page of a story', () => {
  it('says where it stands, each step a page of its own', () => {
    expect(html()).toContain('<li><a href="/international">International</a></li><li><a href="/international/usa">USA</a></li>');
  });
  it('shows kicker, headline and lead, and names everybody who wrote it', () => {
    const page = html();
    expect(page).toContain('<p class="kicker">Wetter</p><h1>Zürichs «Föhn» dreht: 12’345 Böen</h1>');
    expect(page).toMatch(/<a href="\/autor\/anna-celik" rel="author">Anna Çelik<\/a>, <a href="\/autor\/jean-noel-o-neill" rel="author">Jean-Noël O’Neill<\/a>/u);
  });
  it('has two clocks, readable for people and machines', () => {
    const page = plain(html());
    expect(page).toContain('Publiziert <time dateTime="2026-11-23T13:05:00.000Z">23. November 2026, 14.05 Uhr</time>');
    expect(page).toContain('Aktualisiert <time dateTime="2026-11-23T14:30:00.000Z">15.30 Uhr</time>');
    expect(plain(html({ story: { ...foehn(), updatedAt: null } }))).not.toContain('Aktualisiert');
  });
  it('shows the lead picture at once, with size, caption and credit', () => {
    const page = html();
    expect(page).toMatch(/<img class="gabc" src="\/bilder\/bridge22\/[^"]*" alt="Die Quaibrücke im Föhn" width="1200" height="800" fetchPriority="high"/u);
    expect(page).toContain('<small>Bild: Agentur Nordföhn / Lea Öztürk</small>');
  });
  it('credits agencies in brackets, in their order, each linked to its page', () => {
    expect(html().replaceAll(/<span[^>]*>|<\/span>/gu, '')).toMatch(/\(<a href="\/quelle\/anf" title="Agentur Nordföhn">ANF<\/a>\/<a href="\/quelle\/bise"[^>]*>Bise<\/a>\)/u);
  });
  it('says what was wrong, and when', () => {
    expect(plain(html())).toMatch(/Korrektur<\/h2>.*23\. November 2026<\/time> Es waren 12’345 Böen, nicht 54’321\./u);
  });
  it('leads on to another story with its first lines', () => {
    const page = html({ followOn: teaserOf(foehn()) });
    expect(page).toContain('Weiterlesen');
    expect(page).toContain('Zum Artikel');
  });
  it('leaves out parts that have nothing to show', () => {
    const bare = { ...foehn(), authors: [], credits: [], corrections: [], topics: [], content: { ...foehn().content, kicker: '', lead: '', picture: null } };
    const page = html({ story: bare });
    for (const name of ['credits', 'corrected', 'topics', 'story-picture', 'follow', 'translations', 'kicker', 'authors']) expect(page).not.toContain(`class="${name}`);
  });
  it('marks what was paid for before anything else', () => {
    const page = html({ story: { ...foehn(), label: 'sponsored' } });
    expect(page.indexOf('Bezahlter Inhalt')).toBeLessThan(page.indexOf('<h1>'));
    expect(page.indexOf('Bezahlter Inhalt')).toBeGreaterThan(0);
  });
  it('lets no text out of its place, wherever it stands', () => {
    const hostile = '"><script>alert(1)</script><b style="x">';
    const story = foehn();
    const page = html({
      story: {
        ...story, headline: hostile, credits: story.credits.map((credit) => ({ ...credit, credit: hostile, name: hostile })), authors: story.authors.map((author) => ({ ...author, name: hostile })),
        corrections: story.corrections.map((correction) => ({ ...correction, text: hostile })), topics: [{ id: 't', slug: 't', name: hostile }], sections: [{ id: 's', path: 's', name: hostile }],
        content: { ...story.content, headline: hostile, kicker: hostile, lead: hostile },
      },
      followOn: { ...teaserOf(story), headline: hostile, kicker: hostile, lead: hostile },
    });
    expect(page).not.toContain('<script>');
    expect(page).not.toMatch(/\sstyle="/u);
  });
});

describe('what machines are told of a story', () => {
  const article = newsArticle(foehn(), ground.publisher);
  it('is complete: all authors, both clocks, publisher with logo, picture with credit', () => {
    expect(article).toMatchObject({
      '@type': 'NewsArticle', headline: 'Zürichs «Föhn» dreht: 12’345 Böen', datePublished: '2026-11-23T13:05:00.000Z', dateModified: '2026-11-23T14:30:00.000Z',
      author: [{ '@type': 'Person', name: 'Anna Çelik', url: 'https://blatt.example/autor/anna-celik' }, { name: 'Jean-Noël O’Neill' }],
      publisher: { '@type': 'NewsMediaOrganization', name: 'Tagblatt Zürich', logo: { url: 'https://blatt.example/icon-512.png', width: 512 } },
      image: [{ url: 'https://blatt.example/bilder/bridge22/0123456789abcdef-1200.jpg', width: 1200, height: 800, creditText: 'Agentur Nordföhn / Lea Öztürk', caption: 'Am Montag auf der Quaibrücke' }],
      isAccessibleForFree: true, articleSection: ['International', 'USA'], inLanguage: 'de',
    });
  });
  it('calls opinion opinion, and an advertisement an advertisement', () => {
    expect(newsArticle({ ...foehn(), label: 'opinion' }, ground.publisher)['@type']).toEqual(['NewsArticle', 'OpinionNewsArticle']);
    expect(newsArticle({ ...foehn(), label: 'sponsored' }, ground.publisher)['@type']).toEqual(['NewsArticle', 'AdvertiserContentArticle']);
  });
  it('tells other sites what to show', () => {
    const properties = Object.fromEntries(storySocial(foehn(), ground.publisher));
    expect(properties).toMatchObject({ 'og:type': 'article', 'og:locale': 'de_CH', 'og:image:alt': 'Die Quaibrücke im Föhn', 'article:published_time': '2026-11-23T13:05:00.000Z' });
  });
});

/** The scripts that a story's page may load before the reader acts. */
const onStories = ['gallery'];

describe('the weight of the reference story', () => {
  const weigh = (page: string) => brotliCompressSync(page).length;
  it('stays in its budget, with its body and without', () => {
    const story = referenceStory();
    const page = html({ story, followOn: teaserOf(foehn()) });
    const without = html({ story: { ...story, content: { ...story.content, body: { type: 'doc', content: [] } } }, followOn: teaserOf(foehn()) });
    expect(page.length).toBeGreaterThan(20_000);
    expect(weigh(page)).toBeLessThanOrEqual(pageBudget.story);
    expect(weigh(without)).toBeLessThanOrEqual(pageBudget.storyWithoutBody);
  });
  it('stays in its budget with every further part, a gallery of fourteen among them', () => {
    const page = html({ story: illustratedStory(), followOn: teaserOf(foehn()) });
    expect(page.match(/<figure id="bild-/gu)).toHaveLength(14);
    expect(weigh(page)).toBeLessThanOrEqual(pageBudget.storyWhole);
  });
  it('stays in its budget of scripts, all of them together', () => {
    const scripts = [...clientScripts.values()].filter(({ name }) => onStories.includes(name)).map(({ code }) => weigh(code));
    expect(scripts).toHaveLength(onStories.length);
    expect(scripts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(pageBudget.scripts);
  });
});
