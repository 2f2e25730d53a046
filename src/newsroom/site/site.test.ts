import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import type { Page } from '../../platform/pages/page.ts';
import type { PageRoutes } from '../../platform/pages/page-routes.ts';
import { pageRoutes } from '../../platform/pages/page-routes.ts';

let world: TestHouse;
let routes: PageRoutes;
const made = { foehn: '', bise: '' };

beforeAll(async () => {
  const features = await newsroomUpTo('site');
  world = await testHouse(features);
  routes = pageRoutes(features.flatMap((feature) => feature.pages?.(world.house) ?? []));
});
afterAll(() => world.close());

async function get(target: string): Promise<Page> {
  const address = routes.any(target);
  if (address === null || address === 'malformed') throw new Error(`nothing answers ${target}`);
  return address.route.render({ ...address.request, now: world.house.clock.now() });
}
const post = async (path: string, body: object) => {
  const answer = await world.ask('publisher', { method: 'POST', path, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer.json;
};
async function published(fields: object): Promise<{ id: string; url: string }> {
  const story = await post('/stories', { section: 'international/usa', body: { html: '<p>Es <b>stürmt</b> am See.</p>' }, ...fields });
  await post(`/stories/${story.id}/publish`, {});
  return story;
}

describe('an empty newsroom', () => {
  it('says on its front what to do first', async () => {
    const front = await get('/');
    expect([front.status, front.tags]).toEqual([200, expect.arrayContaining(['front', 'latest', 'publication'])]);
    expect(front.body).toContain('Noch steht hier nichts');
  });
});

describe('a newsroom with two stories', () => {
  beforeAll(async () => {
    await post('/sections', { path: 'international', name: 'International' });
    await post('/sections', { path: 'international/usa', name: 'USA' });
    await post('/agencies', { name: 'Agentur Nordföhn', shortName: 'anf', credit: 'ANF' });
    made.bise = (await published({ headline: 'Die Bise bleibt', kicker: 'Wetter' })).id;
    world.clock.pass(60_000);
    const foehn = await published({ headline: 'Zürichs «Föhn» dreht', lead: 'Am Montag & am Dienstag.', byline: ['Anna Çelik'], credits: ['anf'], topics: ['Wetter'], slug: 'foehn' });
    made.foehn = foehn.id;
  });

  it('stands on the front, in its sections, on the pages of its author, its topic and its source', async () => {
    for (const path of ['/', '/international', '/international/usa', '/autor/anna-celik', '/thema/wetter', '/quelle/agentur-nordfoehn', '/suche?q=F%C3%B6hn']) {
      const page = await get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.body, path).toContain(`/international/usa/foehn-${made.foehn}`);
      expect(page.headers?.['Content-Security-Policy'], path).toMatch(/style-src 'sha256-/u);
    }
  });
  it('is found at its address; every other spelling leads there', async () => {
    expect((await get(`/international/usa/foehn-${made.foehn}`)).status).toBe(200);
    for (const other of [`/${made.foehn}`, `/sport/ganz-anders-${made.foehn}`, `/international/usa/foehn-${made.foehn}/`]) {
      expect(await get(other), other).toMatchObject({ status: 301, location: `/international/usa/foehn-${made.foehn}` });
    }
    expect(await get('/International/')).toMatchObject({ status: 301, location: '/international' });
  });
  it('names what its page hangs on, so that a change takes it out of memory', async () => {
    const { tags } = await get(`/international/usa/foehn-${made.foehn}`);
    expect(tags).toEqual(expect.arrayContaining([`story:${made.foehn}`, `story:${made.bise}`, 'publication', 'sections', 'pages']));
    expect(tags.filter((tag) => /^(?:author|topic|agency|section|translations):/u.test(tag))).toHaveLength(5);
  });
  it('leads on to the newest of its section that is another one', async () => {
    expect((await get(`/international/usa/foehn-${made.foehn}`)).body).toContain(`-${made.bise}"`);
  });
  it('changes at midnight where it says «today», and only there', async () => {
    expect((await get('/')).expires).toBeInstanceOf(Date);
    const { expires } = await get(`/international/usa/foehn-${made.foehn}`);
    expect(expires?.getTime()).toBeGreaterThan((await get('/')).expires!.getTime());
  });
  it('changes at the second in which its discussion closes', async () => {
    const { expires, tags } = await get(`/international/usa/foehn-${made.foehn}`);
    expect(expires).toEqual(new Date((await world.house.db.selectFrom('public_stories').select('published_at').where('story_id', '=', made.foehn).executeTakeFirstOrThrow()).published_at.getTime() + 86_400_000));
    expect(tags).toEqual(expect.arrayContaining([`comments:${made.foehn}`, 'comment-settings']));
  });
  it('is told to machines: feeds, sitemaps, news', async () => {
    for (const path of ['/feed.xml', '/international/feed.xml', '/sitemap-1.xml', '/news-sitemap.xml']) expect((await get(path)).body, path).toContain(`/international/usa/foehn-${made.foehn}<`);
    expect((await get('/sitemap.xml')).body).toMatch(/sitemap-0\.xml.*sitemap-1\.xml/su);
    expect((await get('/sitemap-0.xml')).body).toContain('/international/usa</loc>');
    expect((await get('/sitemap-2.xml')).status).toBe(404);
    const news = await get('/news-sitemap.xml');
    expect(news.expires?.getTime()).toBeGreaterThan(world.house.clock.now().getTime());
  });
  it('is not there while it is a draft', async () => {
    const draft = await post('/stories', { section: 'international', headline: 'Noch geheim' });
    const page = await get(draft.url);
    expect([page.status, page.body.includes('Noch geheim'), page.tags.includes(`story:${draft.id}`)]).toEqual([404, false, true]);
  });
  it('is not found where nothing is', async () => {
    for (const path of ['/autor/niemand', '/thema/nichts', '/quelle/keine', '/seite/keine', '/nirgends', '/nirgends/feed.xml']) expect((await get(path)).status, path).toBe(404);
  });
  it('turns no page that the list does not have', async () => {
    expect(await get('/international?seite=2')).toMatchObject({ status: 301, location: '/international' });
    expect(await get('/international?seite=2&vor=<x>')).toMatchObject({ status: 301, location: '/international' });
  });
  it('shows what was searched for as text', async () => {
    const page = await get('/suche?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).toContain('Nichts gefunden');
  });

  describe('of which one is withdrawn', () => {
    beforeEach(() => world.clock.pass(1_000));
    it('leaves neither headline nor text, and is gone everywhere', async () => {
      const gone = await published({ headline: 'Ein Irrtum', lead: 'Er stand hier.', topics: ['Wetter'] });
      await post(`/stories/${gone.id}/withdraw`, { reason: 'falsche Person', notice: 'Der Bericht beruhte auf einer Verwechslung.' });
      const page = await get(`/international/usa/ein-irrtum-${gone.id}`);
      expect(page.status).toBe(410);
      expect(page.body).toContain('Der Bericht beruhte auf einer Verwechslung.');
      expect(page.body).toContain('<meta name="robots" content="noindex"/>');
      expect(page.body).not.toMatch(/Irrtum|Er stand hier|falsche Person/u);
      for (const path of ['/', '/international', '/thema/wetter', '/feed.xml', '/suche?q=Irrtum', '/news-sitemap.xml']) expect((await get(path)).body, path).not.toContain(gone.id);
    });
  });

  describe('whose section moves', () => {
    it('keeps every former address', async () => {
      const { json } = await world.ask('publisher', { path: '/sections' });
      const usa = json.items.find((section: { path: string }) => section.path === 'international/usa');
      const moved = await world.ask('publisher', { method: 'PATCH', path: `/sections/${usa.id}`, body: { path: 'international/staaten' }, headers: { 'if-match': `"${usa.version}"` } });
      expect(moved.status).toBe(200);
      expect(await get('/international/usa')).toMatchObject({ status: 301, location: '/international/staaten' });
      expect(await get('/international/usa/feed.xml')).toMatchObject({ status: 301, location: '/international/staaten/feed.xml' });
      expect(await get(`/international/usa/foehn-${made.foehn}`)).toMatchObject({ status: 301, location: `/international/staaten/foehn-${made.foehn}` });
    });
  });
});
