import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../../test/house.ts';
import { testHouse } from '../../../../test/house.ts';
import { newsroomUpTo } from '../../../../test/plan.ts';
import { picturesFor } from '../../galleries/testing.ts';
import { plainGrammar, readDocument } from '../grammar.ts';
import { publicStory } from '../reading.ts';
import { elementTags, elementUses } from './elements.ts';

let world: TestHouse;
let good: string[];

beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'kultur', name: 'Kultur' } });
  good = await picturesFor(world, [{}, {}, {}]);
});
afterAll(() => world.close());

async function gallery(pictures: readonly string[], title = 'Föhnsturm über Zürich'): Promise<string> {
  const made = await world.ask('editor', { method: 'POST', path: '/galleries', body: { title, pictures: pictures.map((id) => ({ id })) } });
  expect(made.status).toBe(201);
  return made.json.id;
}
async function storyWith(id: string) {
  const html = `<p>Es stürmt.</p><div data-gallery="${id}">Galerie</div><p>Und weiter.</p>`;
  const made = await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'kultur', headline: 'Föhn', body: { html } } });
  expect(made.status).toBe(201);
  return made.json;
}
const read = async (id: string) => (await world.ask('editor', { path: `/stories/${id}` })).json;
const publish = (id: string) => world.ask('editor', { method: 'POST', path: `/stories/${id}/publish`, body: {} });
const using = async (what: string) => (await world.ask('editor', { path: `/stories?uses=${what}` })).json.items.map((one: { id: string }) => one.id);

describe('an element that a feature brings', () => {
  it('comes in as HTML, keeps its place, and is part of the grammar of stories alone', async () => {
    const story = await storyWith(await gallery(good));
    const [, node] = story.content.body.content;
    expect(story.content.body.content.map((block: { type: string }) => block.type)).toEqual(['paragraph', 'gallery', 'paragraph']);
    expect(readDocument({ type: 'doc', content: [node] })).toEqual({ type: 'doc', content: [node] });
    expect(readDocument({ type: 'doc', content: [node] }, plainGrammar)).toMatchObject({ refused: 'not-a-document' });
    expect(readDocument({ type: 'doc', content: [{ type: 'gallery', attrs: { id: '../x' } }] })).toMatchObject({ refused: 'not-a-document' });
  });
  it('brings its thing, its pictures and its tags to the page', async () => {
    const id = await gallery(good.toReversed());
    const { id: story } = await storyWith(id);
    expect((await publish(story)).status).toBe(200);
    const page = await publicStory(world.house.db, story);
    if (page === null || 'gone' in page) throw new Error('it is public');
    expect(page.things.gallery.get(id)?.pictures.map((picture) => picture.id)).toEqual(good.toReversed());
    expect([...page.pictures.keys()].toSorted()).toEqual(good.toSorted());
    expect(elementTags(page.content.body)).toEqual([`gallery:${id}`]);
  });
  it('says what is missing to publish, with the thing that it is about', async () => {
    const bare = await picturesFor(world, [{ credit: '' }, { credit: '', alt: '' }]);
    const id = await gallery([...good, ...bare], 'Böen');
    const story = await storyWith(id);
    const element = { kind: 'gallery', id };
    expect(story.missing).toEqual([
      { name: 'gallery-credit', pointer: '/body', element, values: { title: 'Böen', count: 2 } }, { name: 'gallery-alt', pointer: '/body', element, values: { title: 'Böen', count: 1 } },
    ]);
    expect(await publish(story.id)).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:missing-to-publish' } });
    expect((await storyWith('gone2222')).missing).toMatchObject([{ name: 'gallery' }]);
    expect((await storyWith(await gallery([]))).missing).toMatchObject([{ name: 'gallery-empty' }]);
  });
  it('is found where it is used: in the working copy and on the page', async () => {
    const id = await gallery(good.slice(0, 1));
    const story = await storyWith(id);
    expect(await using(`gallery:${id}`)).toEqual([story.id]);
    await publish(story.id);
    await world.ask('editor', { method: 'PATCH', path: `/stories/${story.id}`, body: { body: { html: '<p>Ohne.</p>' } }, headers: { 'if-match': '*' } });
    expect(await using(`gallery:${id}`)).toEqual([story.id]);
    await publish(story.id);
    expect(await using(`gallery:${id}`)).toEqual([]);
    expect((await read(story.id)).uses).toEqual([]);
  });
  it('counts once, however often it stands in a text', () => {
    const node = { type: 'gallery', attrs: { id: 'k3f9bcdf' } };
    expect(elementUses({ type: 'doc', content: [node, { type: 'paragraph' }, node] })).toEqual([{ kind: 'gallery', id: 'k3f9bcdf' }]);
  });
});
