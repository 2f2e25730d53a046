import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newsroom } from '../../../sample/newsroom.ts';
import { program, testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { insertReader } from '../../../test/readers.ts';
import type { Feature } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { feature as agencies } from '../agencies/agencies.ts';
import { feature as authors } from '../authors/authors.ts';
import { postComments } from '../comments/comments.ts';
import { feature as fronts, frontSlots } from '../fronts/fronts.ts';
import { feature as pages } from '../pages/pages.ts';
import { feature as pictures } from '../pictures/pictures.ts';
import { feature as publication, readPublication } from '../publication/publication.ts';
import { feature as sections, makeSection } from '../sections/sections.ts';
import { feature as staff, listPeople, standing } from '../staff/staff.ts';
import { createStory, feature as stories, listPublic, publishStory } from '../stories/stories.ts';
import { feature as topics } from '../topics/topics.ts';
import { feature as videos } from '../videos/videos.ts';
import { prepareFilms } from './film-loading.ts';
import type { Load } from './filling.ts';
import { loadSample } from './loading.ts';
import { feature, fillSample, present } from './sample.ts';

const features: Feature[] = [staff, publication, sections, agencies, pictures, videos, authors, topics, stories, pages, fronts, feature];

let world: TestHouse;

/** The sample's texts with a dot for every picture: decoding is not what these tests are about. */
async function withDots(): Promise<Load> {
  const dot = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#7a9' } }).png().toBuffer();
  return { newsroom, logo: null, films: await prepareFilms(world.house.objects, newsroom.films), files: new Map(newsroom.pictures.map((picture) => [picture.file, dot])) };
}

const load = async (what: Partial<Load> = {}) => {
  const whole = { ...await withDots(), ...what };
  return world.house.act(program, (tools) => loadSample(tools, whole));
};
const ask = (path: string, method = 'GET', role = 'publisher', body?: object, headers: Record<string, string> = {}) => world.ask(role, { path, method, headers, ...(body !== undefined && { body }) });
const find = async (path: string, named: string) =>
  (await ask(path)).json.items.find((item: { name?: string; headline?: string; path?: string; title?: string }) => [item.name, item.headline, item.path, item.title].includes(named));
const counts = async () => ({
  stories: (await ask('/stories?limit=100')).json.items.length, sections: (await ask('/sections')).json.items.length, topics: (await ask('/topics?limit=100')).json.items.length,
  authors: (await ask('/authors?limit=100')).json.items.length, agencies: (await ask('/agencies')).json.items.length, pictures: (await ask('/pictures?limit=100')).json.items.length,
  videos: (await ask('/videos')).json.items.length, pages: (await ask('/pages')).json.items.length, people: (await listPeople(world.house.db)).length,
});
const nothing = { stories: 0, sections: 0, topics: 0, authors: 0, agencies: 0, pictures: 0, videos: 0, pages: 0, people: 0 };

describe('The sample newsroom, once it is there,', () => {
  beforeAll(async () => {
    world = await testHouse(features);
    await load();
  });
  afterAll(() => world.close());

  it('has everything that it names, once, and nothing else', async () => {
    expect(await counts()).toEqual({
      stories: newsroom.stories.length, sections: newsroom.sections.length, topics: newsroom.topics.length, authors: newsroom.authors.length,
      agencies: newsroom.agencies.length, pictures: newsroom.pictures.length, videos: newsroom.films.length, pages: newsroom.pages.length, people: newsroom.staff.length,
    });
    const { json } = await ask('/sample');
    expect(json).toMatchObject({ present: true, kinds: { story: newsroom.stories.length, front: newsroom.fronts.length, publication: 1 } });
  });

  it('counts its dates back from the start, and shows what is public, due, handed over and begun', async () => {
    const now = world.clock.now();
    const newest = await listPublic(world.house.db, { limit: 100 });
    const expected = newsroom.stories.filter((story) => story.state === 'public').map((story) => now.getTime() - (story.minutesAgo ?? 0) * 60_000);
    expect(newest.map((teaser) => teaser.publishedAt.getTime())).toEqual(expected.sort((a, b) => b - a));
    const states = (await ask('/stories?limit=100')).json.items.map((story: { state: string }) => story.state);
    for (const state of ['public', 'draft', 'submitted', 'scheduled']) expect(states.filter((one: string) => one === state)).toHaveLength(newsroom.stories.filter((story) => story.state === state).length);
    const changed = newsroom.stories.find((story) => story.unpublished !== undefined);
    if (changed !== undefined) expect(await find('/stories?limit=100', changed.unpublished?.headline ?? changed.headline)).toMatchObject({ unpublishedChanges: true });
  });

  it('has people who are names only: nobody can sign in as one of them', async () => {
    const people = await listPeople(world.house.db);
    expect(people.filter((person) => person.maySignIn)).toEqual([]);
    expect(new Set(people.map(standing)).size).toBe(1);
  });
});

describe('The sample newsroom', () => {
  afterEach(() => world.close());

  it('comes on the first start, with a front page whose pictures are ready', async () => {
    world = await testHouse(features);
    expect(await fillSample(world.house, { own: true })).toBe(true);
    const { slots } = (await ask('/fronts/front')).json;
    expect(slots.length).toBeGreaterThan(8);
    for (const { story } of slots) expect(story).toMatchObject({ state: 'public', picture: { thumb: expect.stringMatching(/^\/bilder\//u) } });
    expect((await readPublication(world.house.db)).logo).not.toBeNull();
    expect(await fillSample(world.house, { own: true })).toBe(false);
  }, 90_000);

  it('comes once when three processes start at once', async () => {
    world = await testHouse(features);
    expect((await Promise.all([load(), load(), load()])).filter(Boolean)).toHaveLength(1);
    expect((await counts()).stories).toBe(newsroom.stories.length);
  });

  it('comes whole or not at all, and another start begins anew', async () => {
    world = await testHouse(features);
    const broken = { ...newsroom, fronts: [{ section: '', lead: 'niemand', slots: [] }] };
    await expect(load({ newsroom: broken })).rejects.toThrow('niemand');
    expect(await counts()).toEqual(nothing);
    expect(await load()).toBe(true);
  });

  it('uses what is there, and leaves it when it goes', async () => {
    world = await testHouse(features);
    await world.act((tools) => makeSection(tools, { path: 'region', name: 'Unsere Region' }));
    await ask('/authors', 'POST', 'editor', { name: 'Jost Zgruob' });
    await ask('/agencies', 'POST', 'editor', { name: 'Helvetischer Depeschendienst' });
    const before = await counts();
    await load();
    expect((await find('/sections', 'region')).names).toEqual({ de: 'Unsere Region' });
    expect((await ask('/sample', 'DELETE')).json.kept).toEqual([]);
    expect(await counts()).toEqual(before);
  });
});

describe('Taking the sample out', () => {
  afterEach(() => world.close());

  it('does not count a section as changed because the one above it moved', async () => {
    world = await testHouse(features);
    await load();
    const { id, version } = await find('/sections', 'region');
    await ask(`/sections/${id}`, 'PATCH', 'editor', { path: 'heimat' }, { 'if-match': `"${version}"` });
    expect((await ask('/sample', 'DELETE')).json.kept).toEqual([{ kind: 'section', id, name: 'heimat' }]);
  });

  it('leaves an empty newsroom where nobody changed anything, also after what was scheduled has appeared', async () => {
    world = await testHouse(features);
    await load();
    world.clock.pass(7 * 24 * 3_600_000);
    await stories.due?.(world.house);
    expect((await ask('/stories?state=scheduled')).json.items).toEqual([]);
    expect((await ask('/sample', 'DELETE', 'editor')).status).toBe(403);
    expect(await ask('/sample', 'DELETE')).toMatchObject({ status: 200, json: { kept: [] } });
    expect(await counts()).toEqual(nothing);
    expect((await readPublication(world.house.db)).name).toBe('Broadsheet');
    expect(await frontSlots(world.house.db, 'front')).toMatchObject({ slots: [], fill: true });
    expect(world.announced.findLast((one) => one.event === 'sample.changed')?.tags).toContain('publication');
    expect(await present(world.house.db)).toBe(false);
    expect((await ask('/sample', 'DELETE')).status).toBe(404);
    expect(await fillSample(world.house, { own: true })).toBe(false);
  });

  it('keeps what somebody changed or used, and says what', async () => {
    world = await testHouse(features);
    await load();
    const wolf = newsroom.stories.find((story) => story.key === 'wolf')!;
    const line = await find('/stories?limit=100', wolf.headline);
    expect((await ask(`/stories/${line.id}`, 'PATCH', 'editor', { headline: 'Der Wölfin gefallen Schafe' }, { 'if-match': `"${line.version}"` })).status).toBe(200);
    const imprint = await find('/pages', 'Impressum');
    await ask(`/pages/${imprint.id}`, 'PATCH', 'editor', { title: 'Wer wir sind' }, { 'if-match': '"1"' });
    const own = await world.act((tools) => createStory(tools, {
      section: 'international/usa', headline: 'Eigenes aus Übersee', language: 'de', byline: ['Jost Zgruob'], topics: ['Klima'], credits: ['TAP'],
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mein erster Satz.' }] }] },
    }));
    if (isRefused(own)) throw new Error(own.refused);
    await world.act((tools) => publishStory(tools, { id: own.id }));

    const { json } = await ask('/sample', 'DELETE');
    const kept = (kind: string) => json.kept.filter((thing: { kind: string }) => thing.kind === kind).map((thing: { name: string }) => thing.name).sort();
    expect(kept('story')).toEqual(['Der Wölfin gefallen Schafe']);
    expect(kept('page')).toEqual(['Wer wir sind']);
    expect(kept('section')).toEqual(['international', 'international/usa', 'region', 'region/lauental', 'schweiz', 'wissen']);
    expect(kept('author')).toEqual(['Jost Zgruob', 'Kaspar Rauberli']);
    expect(kept('agency')).toEqual(['Helvetischer Depeschendienst', 'Transatlantik Press']);
    expect(kept('topic')).toEqual(['Alpen', 'Klima', 'Natur']);
    expect(kept('staff')).toEqual(['Jost Zgruob', 'Kaspar Rauberli']);
    expect(kept('front')).toEqual([]);
    expect(await counts()).toMatchObject({ stories: 2, pages: 1, sections: 6, authors: 2, agencies: 2, topics: 3, people: 2, pictures: kept('picture').length });
    expect((await listPublic(world.house.db, { limit: 10 })).map((teaser) => teaser.headline).sort()).toEqual([wolf.teaserTitle ?? wolf.headline, 'Eigenes aus Übersee'].sort());
  });

  it('keeps a story below which a reader wrote, with what they wrote', async () => {
    world = await testHouse(features);
    await load();
    const debated = (await listPublic(world.house.db, { limit: 1 }))[0]!;
    await insertReader(world.house, 'zoë');
    const post = { story: debated.id, answers: null, writer: { id: 'zoë', name: 'Zoë Müller' }, text: 'Ein wirklicher Kommentar unter einem Muster.', hiddenField: '', openFor: null, proof: 'not-asked', network: null, at: world.clock.now() } as const;
    const [posted] = await world.act((tools) => postComments(tools, [post]));
    expect(posted).toMatchObject({ state: 'pending' });
    const { json } = await ask('/sample', 'DELETE');
    expect(json.kept.filter(({ kind }: { kind: string }) => kind === 'story')).toContainEqual(expect.objectContaining({ id: debated.id }));
    expect(await world.house.db.selectFrom('comments').select('text').where('reader_id', '=', 'zoë').execute()).toEqual([{ text: 'Ein wirklicher Kommentar unter einem Muster.' }]);
  });

  it('takes what goes from a front that somebody arranged', async () => {
    world = await testHouse(features);
    await load();
    const own = await world.act((tools) => createStory(tools, { section: 'region', headline: 'Bleibt', language: 'de' }));
    if (isRefused(own)) throw new Error(own.refused);
    const { slots, version } = (await ask('/fronts/front')).json;
    await ask('/fronts/front', 'PUT', 'editor', { slots: [own.id, slots[0].id], fill: false }, { 'if-match': `"${version}"` });
    await ask('/sample', 'DELETE');
    expect((await ask('/fronts/front')).json).toMatchObject({ slots: [{ id: own.id }], fill: false });
  });
});
