/**
 * No page outlives what it shows. Every page of a small newsroom is kept; after each change every one is made anew,
 * and one that came out otherwise must hang on a tag that the change announced: else readers would still see the old.
 */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsroom } from '../src/newsroom.ts';
import type { Page } from '../src/platform/pages/page.ts';
import type { PageRoutes } from '../src/platform/pages/page-routes.ts';
import { pageRoutes } from '../src/platform/pages/page-routes.ts';
import { importPicture } from '../src/newsroom/pictures/pictures.ts';
import { hearAll } from './hearing.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';

let world: TestHouse;
let routes: PageRoutes;
const kept = new Map<string, Page>();
/** Ids by the names that the steps use. */
const is: Record<string, string> = {};

const ask = async (method: string, path: string, body?: unknown, version?: number | '*') => {
  const headers = version === undefined ? {} : { 'if-match': version === '*' ? '*' : `"${version}"` };
  const answer = await world.ask('administrator', { method, path, headers, ...(body !== undefined && { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer.json;
};
const post = (path: string, body: object = {}) => ask('POST', path, body);
const versionOf = async (path: string) => Number(/\d+/u.exec((await world.ask('administrator', { path })).headers.get('etag') ?? '')?.[0]);
const change = async (path: string, body: object) => ask('PATCH', path, body, await versionOf(path));

async function story(name: string, fields: object, publish = true): Promise<void> {
  world.clock.pass(60_000);
  is[name] = (await post('/stories', { section: 'zuerich', headline: `Föhn über ${name}`, lead: `Vorspann zu ${name}.`, body: { html: `<p>Es stürmt in ${name}.</p>` }, ...fields })).id;
  if (publish) await post(`/stories/${is[name]}/publish`);
}

async function picture(name: string, colour: string): Promise<void> {
  const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background: colour } }).png().toBuffer();
  const made = await world.act((tools) => importPicture(tools, { bytes, name, language: 'de', credit: `Foto ${name}`, alt: `Bild ${name}`, caption: `Legende ${name}`, renditions: 'now' }));
  if ('refused' in made) throw new Error(made.refused);
  is[name] = made.id;
}

beforeAll(async () => {
  world = await testHouse(newsroom);
  routes = pageRoutes(newsroom.flatMap((feature) => feature.pages?.(world.house) ?? []));
  for (const [path, name] of [['zuerich', 'Zürich'], ['zuerich/kreis', 'Kreise'], ['kultur', 'Kultur'], ['sport', 'Sport'], ['leer', 'Leer']]) is[`/${path}`] = (await post('/sections', { path, name })).id;
  is['agency'] = (await post('/agencies', { name: 'Agentur Nordföhn', shortName: 'anf', credit: 'ANF' })).id;
  for (const [name, colour] of [['tödi', '#335577'], ['porträt', '#775533'], ['säntis', '#557733']]) await picture(name!, colour!);
  is['author'] = (await post('/authors', { name: 'Ürsula Öztürk', about: 'Schreibt über Wind', portrait: is['porträt'] })).id;
  await story('Altstetten', { section: 'zuerich/kreis', byline: ['Ürsula Öztürk'], credits: ['anf'], topics: ['Föhn'], picture: is['tödi'] });
  await story('Basel', { section: 'sport', continues: is['Altstetten'], label: 'opinion', byline: ['Ürsula Öztürk'] });
  await story('Chur', { section: 'kultur', furtherSections: ['sport'], body: { document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] }, { type: 'picture', attrs: { id: is['säntis'] } }] } } });
  await story('Davos', { section: 'kultur' }, false);
  await story('Einsiedeln', { section: 'sport', continues: is['Davos'] });
  await story('Fribourg', { section: 'zuerich', language: 'fr', translationOf: is['Altstetten'] });
  is['page'] = (await post('/pages', { title: 'Impressum', public: true })).id;
  await ask('PUT', `/fronts/${is['/leer']}`, { slots: [is['Davos'], is['Basel']] }, await versionOf(`/fronts/${is['/leer']}`));
  await hearAll(world);
  await keepAll(known());
}, 60_000);
afterAll(() => world.close());

async function render(target: string): Promise<Page> {
  const address = routes.any(target);
  if (address === null || address === 'malformed') throw new Error(`nothing answers ${target}`);
  return address.route.render({ ...address.request, now: world.clock.now() });
}

/** Addresses at which something stands, or may stand one day. */
const known = () => ['/', '/feed.xml', '/sitemap.xml', '/sitemap-0.xml', '/sitemap-1.xml', '/news-sitemap.xml', '/robots.txt', '/korrekturen', '/suche?q=F%C3%B6hn', '/suche',
  '/nirgends', '/autor/neu-hier', '/thema/regen', '/quelle/neue-quelle', '/seite/ueber-uns', '/wetter', '/wetter/feed.xml', '/sport/kultur', '/seite/impressum',
  `/kultur/foehn-ueber-davos-${is['Davos']}`, `/egal-${is['Chur']}`];

/** Keeps these pages and all that any kept page leads to. */
async function keepAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) kept.set(path, await render(path));
  for (const { body } of kept.values()) {
    for (const [, link = ''] of body.matchAll(/href="(\/[^"#]*)"/gu)) {
      const path = link.replaceAll('&amp;', '&');
      // The map grows while it is walked: what comes in is walked too.
      if (!kept.has(path) && !/^\/(?:bilder|assets|logo|desk|icon|favicon|manifest)/u.test(path)) kept.set(path, await render(path));
    }
  }
}

const shows = ({ status, location, body }: Page) => JSON.stringify([status, location ?? '', body]);

const changes: Record<string, () => Promise<unknown>> = {
  'a picture’s caption': () => change(`/pictures/${is['tödi']}`, { caption: 'Der Tödi im Föhn' }),
  'the caption of a picture in the text': () => change(`/pictures/${is['säntis']}`, { caption: 'Der Säntis im Föhn' }),
  'a portrait’s alternative text': () => change(`/pictures/${is['porträt']}`, { alt: 'Eine Frau am See' }),
  'a picture that is blocked': () => post(`/pictures/${is['tödi']}/block`, { reason: 'x' }),
  'a picture that is let again': () => ask('DELETE', `/pictures/${is['tödi']}/block`),
  'an agency’s name': () => change(`/agencies/${is['agency']}`, { name: 'Agentur Südföhn', credit: 'ASF' }),
  'a new agency': () => post('/agencies', { name: 'Neue Quelle' }),
  'an author’s name': () => change(`/authors/${is['author']}`, { name: 'Ürsula Öztürk-Müller', about: 'Schreibt über Böen' }),
  'an author’s portrait': () => change(`/authors/${is['author']}`, { portrait: is['säntis'] }),
  'a new author': () => post('/authors', { name: 'Neu Hier' }),
  'a topic’s name': async () => ask('PATCH', `/topics/${(await ask('GET', '/topics')).items[0].id}`, { name: 'Föhnsturm' }),
  'a new topic': () => post('/topics', { name: 'Regen', language: 'de' }),
  'a section’s name': () => change(`/sections/${is['/zuerich']}`, { names: { de: 'Stadt und Region' } }),
  'a section’s place in the order': () => change(`/sections/${is['/sport']}`, { position: 1 }),
  'a new section': async () => { is['/wetter'] = (await post('/sections', { path: 'wetter', name: 'Wetter' })).id; },
  'a section that is removed': () => ask('DELETE', `/sections/${is['/wetter']}`),
  'a section that moves to the root': () => change(`/sections/${is['/zuerich/kreis']}`, { path: 'kreise' }),
  'a section that moves below another': () => change(`/sections/${is['/sport']}`, { path: 'kultur/sport' }),
  'a correction': async () => { is['correction'] = (await post(`/stories/${is['Altstetten']}/corrections`, { text: 'Es waren 12 Böen.' })).id; },
  'a correction taken back': () => ask('DELETE', `/stories/${is['Altstetten']}/corrections/${is['correction']}`),
  'the publication’s name': () => change('/publication', { name: 'Der Höhenweg', tagline: 'Von oben' }),
  'the publication’s languages': () => change('/publication', { languages: ['de', 'fr'] }),
  'a page of the footer': () => change(`/pages/${is['page']}`, { title: 'Impressum und Kontakt' }),
  'a page’s address': () => change(`/pages/${is['page']}`, { slug: 'ueber-uns' }),
  'a page taken back': () => change(`/pages/${is['page']}`, { public: false }),
  'the front': async () => ask('PUT', '/fronts/front', { slots: [is['Chur'], is['Davos']] }, await versionOf('/fronts/front')),
  'the front of a section': async () => ask('PUT', `/fronts/${is['/kultur']}`, { slots: [is['Basel']], fill: false }, await versionOf(`/fronts/${is['/kultur']}`)),
  'the publication of a story that others continue and fronts name': () => post(`/stories/${is['Davos']}/publish`),
  'an autosave': () => change(`/stories/${is['Davos']}`, { lead: 'Noch nicht öffentlich.' }),
  'another headline, slug and section': async () => {
    await change(`/stories/${is['Davos']}`, { headline: 'Davos im Schnee', slug: 'davos', section: 'zuerich', topics: ['Regen'], byline: ['Neu Hier'] });
    await post(`/stories/${is['Davos']}/publish`, { significant: true });
  },
  'the withdrawal of a story that others continue and fronts name': () => post(`/stories/${is['Davos']}/withdraw`, { reason: 'x', notice: 'Zurückgezogen.' }),
  'its return': () => post(`/stories/${is['Davos']}/republish`),
  'the withdrawal of a translation': () => post(`/stories/${is['Fribourg']}/withdraw`, { reason: 'x' }),
  'the return of a translation': () => post(`/stories/${is['Fribourg']}/republish`),
  'a story that continues another no more': async () => {
    await change(`/stories/${is['Basel']}`, { continues: null });
    await post(`/stories/${is['Basel']}/publish`);
  },
  'a first translation': () => story('Genève', { section: 'kultur', language: 'fr', translationOf: is['Chur'] }),
  'a newer story': () => story('Herisau', { section: 'kultur', picture: is['säntis'] }),
  'what is due': async () => {
    await story('Ilanz', { section: 'zuerich' }, false);
    await post(`/stories/${is['Ilanz']}/publish`, { at: new Date(world.clock.now().getTime() + 60_000).toISOString() });
    world.clock.pass(60_000);
    await newsroom.find(({ name }) => name === 'stories')!.due!(world.house);
  },
  'a sealed picture': () => post(`/pictures/${is['säntis']}/seal`, { reason: 'Urteil', confirm: true }),
};

it('keeps the pages of a newsroom that is worth the name', () => {
  expect(kept.size).toBeGreaterThan(30);
  expect([...kept.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(20);
});

it('lists the stories of a section that moved below what is above it now, and no longer below what was', async () => {
  const lists = async (path: string, name: string) => (await render(path)).body.includes(`foehn-ueber-${name}-`);
  await story('Moutier', { section: 'zuerich/kreis' });
  expect(await lists('/zuerich', 'moutier')).toBe(true);
  await change(`/sections/${is['/zuerich/kreis']}`, { path: 'kultur/kreis' });
  await hearAll(world);
  expect([await lists('/zuerich', 'moutier'), await lists('/kultur', 'moutier'), await lists('/kultur/kreis', 'moutier')]).toEqual([false, true, true]);
  await change(`/sections/${is['/zuerich/kreis']}`, { path: 'zuerich/kreis' });
  await hearAll(world);
  expect([await lists('/zuerich', 'moutier'), await lists('/kultur', 'moutier')]).toEqual([true, false]);
  await keepAll([...kept.keys()]);
}, 60_000);

it.each(Object.entries(changes))('%s', async (_, make) => {
  world.announced.length = 0;
  await make();
  await hearAll(world);
  const announced = new Set(world.announced.flatMap(({ tags = [] }) => tags));
  const stale: string[] = [];
  for (const [path, before] of kept) {
    const now = await render(path);
    if (shows(now) !== shows(before) && !before.tags.some((tag) => announced.has(tag))) stale.push(path);
    kept.set(path, now);
  }
  expect(stale).toEqual([]);
  await keepAll([]);
}, 60_000);
