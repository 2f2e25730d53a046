/** Moving in, against a real database; and finding the story of a thread. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discussion } from '../testing.ts';
import { openDiscussion } from '../testing.ts';
import type { Placed } from './import.ts';
import { importBatch, inOrder } from './import.ts';
import { selectStoriesByTrace } from './import-store.ts';
import { storyOf, traces } from './threads.ts';

let world: Discussion;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

const placed = (story: string, key: string, more: Partial<Placed> = {}): Placed => ({
  key: `disqus:${story}:${key}`, story, language: 'de', thread: { link: '', title: '' }, parent: null, name: '  Büşra\u202e  Yılmaz ', at: new Date('2024-01-02T03:04:05Z'), text: `Text ${key}`, state: 'approved', ...more,
});
const take = (batch: readonly Placed[]) => world.act((tools) => importBatch(tools, batch));
const rows = (story: string) => world.house.db.selectFrom('comments').select(['came_from', 'parent_id', 'answers_id', 'state', 'writer_name', 'reader_id', 'replies', 'shown', 'id']).where('story_id', '=', story).orderBy('came_from').execute();

describe('An import', () => {
  it('keeps names, states and threads, two levels deep', async () => {
    const story = await world.story();
    const key = (name: string) => `disqus:${story}:${name}`;
    await take([placed(story, 'a'), placed(story, 'b', { parent: key('a') }), placed(story, 'c', { parent: key('b') }), placed(story, 'd', { state: 'refused' }), placed(story, 'e', { state: 'pending' })]);
    const [a, b, c, d, e] = await rows(story);
    expect(a).toMatchObject({ parent_id: null, writer_name: 'Büşra Yılmaz', reader_id: null, replies: 2, state: 'approved' });
    expect([b!.parent_id, b!.answers_id, c!.parent_id, c!.answers_id]).toEqual([a!.id, null, a!.id, b!.id]);
    expect([d!.state, e!.state, d!.shown]).toEqual(['refused', 'pending', false]);
    expect(await world.house.db.selectFrom('comment_threads').select('approved').where('story_id', '=', story).executeTakeFirst()).toEqual({ approved: 3 });
  });
  it('twice takes nothing twice, and takes what is new beside what is there', async () => {
    const story = await world.story();
    expect(await take([placed(story, 'a')])).toEqual({ taken: 1, known: 0 });
    expect(await take([placed(story, 'a'), placed(story, 'b', { parent: `disqus:${story}:a` })])).toEqual({ taken: 1, known: 1 });
    const [a, b] = await rows(story);
    expect(b!.parent_id).toBe(a!.id);
    expect(a!.replies).toBe(1);
  });
  it('lets an answer to what was left out begin a thread', async () => {
    const story = await world.story();
    await take([placed(story, 'a', { parent: 'disqus:gone' })]);
    expect((await rows(story))[0]!.parent_id).toBeNull();
  });
  it('never hangs an answer below another story', async () => {
    const [one, other] = [await world.story(), await world.story()];
    await take([placed(one, 'a'), placed(other, 'b', { parent: `disqus:${one}:a` })]);
    expect((await rows(other))[0]!.parent_id).toBeNull();
  });
});

describe('Before answers', () => {
  it('comes what they answer, though its clock was ahead', () => {
    const ordered = inOrder([placed('s', 'b', { parent: 'disqus:s:a', at: new Date('2024-01-01T00:00:00Z') }), placed('s', 'a', { at: new Date('2024-01-02T00:00:00Z') })]);
    expect(ordered.map(({ key }) => key)).toEqual(['disqus:s:a', 'disqus:s:b']);
  });
  it('come none twice, though they answer each other', () => {
    const ordered = inOrder([placed('s', 'a', { parent: 'disqus:s:b' }), placed('s', 'b', { parent: 'disqus:s:a' })]);
    expect(ordered.map(({ key }) => key).toSorted()).toEqual(['disqus:s:a', 'disqus:s:b']);
  });
});

describe('The story of a thread', () => {
  const stories = [{ id: 'k3f9bcdf', slug: 'see-steigt', headline: 'Der See steigt' }, { id: 'm3f9bcdf', slug: 'post', headline: 'Post' }, { id: 'n3f9bcdf', slug: 'post', headline: 'Post' }];
  const find = (link: string, title = '', said = new Map<string, string>()) => storyOf({ link, title }, { said, stories });

  it('is found by id, by slug, by headline, whatever stands around them', () => {
    expect(find('https://blatt.example/region/anders-k3f9bcdf?ref=x')).toBe('k3f9bcdf');
    expect(find('https://alt.example/2019/03/See-Steigt.html')).toBe('k3f9bcdf');
    expect(find('https://alt.example/?p=7', ' Der See steigt ')).toBe('k3f9bcdf');
  });
  it('is what somebody says it is', () => {
    expect(find('https://alt.example/?p=7', '', new Map([['https://alt.example/?p=7', 'm3f9bcdf']]))).toBe('m3f9bcdf');
    expect(find('https://alt.example/alt/7', '', new Map([['/alt/7', 'm3f9bcdf']]))).toBe('m3f9bcdf');
  });
  it('is not guessed where two would fit', () => {
    expect(find('https://alt.example/post', 'Post')).toBeNull();
    expect(find('', '')).toBeNull();
  });
  it('is looked up in the database by the same traces', async () => {
    const id = await world.story('Ein sehr eigener Titel');
    const found = await selectStoriesByTrace(world.house.db, traces([{ link: `https://x.example/a-${id}`, title: '' }]));
    expect(found.map((story) => story.id)).toEqual([id]);
    expect((await selectStoriesByTrace(world.house.db, traces([{ link: '', title: 'Ein sehr eigener Titel' }]))).map((story) => story.id)).toEqual([id]);
  });
});
