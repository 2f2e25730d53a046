/** What the newsroom sets for discussions, by the API, and how it answers in them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readComment } from './deciding-store.ts';
import { storyDiscussion } from './reading.ts';
import type { Discussion } from './testing.ts';
import { openDiscussion } from './testing.ts';

let world: Discussion;
let section: string;
beforeAll(async () => {
  world = await openDiscussion();
  section = (await world.house.db.selectFrom('sections').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => world.close());

const patch = (path: string, body: unknown, { version, role = 'publisher' }: { version?: number; role?: string } = {}) => world.ask(role, { method: 'PATCH', path, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
const thread = async (story: string) => (await world.ask('moderator', { path: `/comments/threads/${story}` })).json;
const hour = 3_600_000;

describe('settings', () => {
  it('of a section hold for its stories, over those of the site, and pages hear of them', async () => {
    const story = await world.story();
    expect((await world.ask('moderator', { path: '/comments/settings/site' })).json).toMatchObject({ scope: 'site', openness: null, version: 0, holds: { openness: 'hours', hours: 24, mode: 'before' } });
    expect(await patch('/comments/settings/site', { hours: 48, sentences: { de: 'Feierabend in «Züri».' } }, { version: 0 })).toMatchObject({ status: 200, json: { version: 1, holds: { hours: 48 } } });
    expect(await patch(`/comments/settings/${section}`, { mode: 'first-timers' }, { version: 0 })).toMatchObject({ status: 200, json: { holds: { hours: 48, mode: 'first-timers' } } });
    expect(await thread(story)).toMatchObject({ hours: 48, mode: 'first-timers', open: true });
    expect(world.announced.at(-1)).toMatchObject({ event: 'comments.settings', tags: ['comment-settings'] });
    expect(await patch(`/comments/settings/${section}`, { hours: 1 }, { version: 0 })).toMatchObject({ status: 412 });
    expect(await patch('/comments/settings/nirgends', { hours: 1 }, { version: 0 })).toMatchObject({ status: 404 });
    expect(await patch('/comments/settings/site', { hours: 0 }, { version: 1 })).toMatchObject({ status: 422 });
    expect(await patch('/comments/settings/site', { hours: 24 }, { version: 1, role: 'moderator' })).toMatchObject({ status: 403 });
    await patch('/comments/settings/site', { hours: 24 }, { version: 1 });
  });
  it('of a story close, reopen and prolong it, with a sentence', async () => {
    const story = await world.story();
    const path = `/comments/threads/${story}`;
    expect(await patch(path, { closed: true, sentence: 'Zu viele «Trottel».' }, { role: 'moderator' })).toMatchObject({ status: 200, json: { open: false, sentence: 'Zu viele «Trottel».' } });
    expect(await world.post(story, 'zoë', 'Noch schnell.')).toMatchObject({ refused: 'closed', detail: { because: 'editor' } });
    expect(await patch(path, { closed: false }, { role: 'moderator' })).toMatchObject({ json: { open: true, closedAt: null } });
    expect(await world.post(story, 'zoë', 'Noch schnell.')).toMatchObject({ state: 'pending' });
    const until = new Date(world.clock.now().getTime() + 72 * hour).toISOString();
    expect(await patch(path, { until }, { role: 'moderator' })).toMatchObject({ json: { closesAt: until } });
    expect(await patch(path, { until: new Date(0).toISOString() }, { role: 'moderator' })).toMatchObject({ status: 422, json: { name: 'not-later' } });
    expect(await patch(path, { openness: 'always', mode: 'after' }, { role: 'moderator' })).toMatchObject({ json: { own: { openness: 'always', mode: 'after' } } });
    expect(await patch('/comments/threads/23456789', { closed: true })).toMatchObject({ status: 404 });
  });
  it('of a story stay when it is updated: that opens nothing again', async () => {
    const story = await world.story();
    world.clock.pass(25 * hour);
    await world.ask('editor', { method: 'PATCH', path: `/stories/${story}`, body: { lead: 'Neu.' }, headers: { 'if-match': '"1"' } });
    expect((await world.ask('editor', { method: 'POST', path: `/stories/${story}/publish`, body: { significant: true } })).status).toBe(200);
    expect(await thread(story)).toMatchObject({ open: false });
  });
});

describe('the newsroom', () => {
  it('answers under its member’s name, at once, below a closed discussion too', async () => {
    const story = await world.story();
    await patch(`/comments/threads/${story}`, { closed: true });
    const first = await world.ask('editor', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { text: 'Danke für die Hinweise.' } });
    expect(first.status).toBe(201);
    const again = await world.ask('editor', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { text: 'Danke für die Hinweise.' } });
    expect(again.json.id).toBe(first.json.id);
    expect((await storyDiscussion(world.house.db, story))!.threads[0]!.first).toMatchObject({ name: 'Tiziana Orlandelli', staff: true, text: 'Danke für die Hinweise.' });
    const reply = await world.ask('moderator', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { answers: first.json.id, text: 'Und auf Wiedersehen.' } });
    expect(await readComment(world.house.db, reply.json.id)).toMatchObject({ parent: first.json.id, state: 'approved' });
    expect((await world.ask('editor', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { text: ' ' } })).status).toBe(422);
    // Somebody else's story.
    expect((await world.ask('reporter', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { text: 'Ich auch.' } })).json.name).toBe('not-your-story');
    expect((await world.ask('fundraiser', { method: 'POST', path: `/comments/threads/${story}/answers`, body: { text: 'Spendet!' } })).status).toBe(403);
  });
});
