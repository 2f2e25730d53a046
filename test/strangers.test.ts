/** What a freelancer reaches of others' stories: nothing, by any operation. And what a secret address shows, and until when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import { newsroom } from '../src/newsroom.ts';
import { previewRoutes } from '../src/newsroom/site/previews.tsx';

let world: TestHouse;
const hidden = 'Geheimplan «Föhn»';
beforeAll(async () => {
  world = await testHouse(newsroom);
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
});
afterAll(() => world.close());

const post = (role: string, path: string, body: object = {}) => world.ask(role, { method: 'POST', path, body });
const written = async (role: string, fields: object = {}) => (await post(role, '/stories', { section: 'zuerich', headline: hidden, body: { html: '<p>Text.</p>' }, ...fields })).json;

describe('a freelancer', () => {
  it('reaches no story of others by any operation', async () => {
    const { id } = await written('editor');
    await world.ask('editor', { method: 'PATCH', path: `/stories/${id}`, body: { lead: 'Zwei', reason: 'save' }, headers: { 'if-match': '*' } });
    await post('editor', `/stories/${id}/publish`);
    const { paths = {} } = newsroom.find(({ name }) => name === 'stories')!.api!(world.house).getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'test', version: '1' } });
    const bodies: Record<string, object> = { presence: { tab: 'tab-00000001' }, return: { note: 'x' }, withdraw: { reason: 'x' }, corrections: { text: 'x' }, seal: { reason: 'x', confirm: true } };
    const tried: string[] = [];
    for (const [pattern, methods] of Object.entries(paths)) {
      if (!pattern.includes('{id}')) continue;
      for (const method of Object.keys(methods as object)) {
        const path = pattern.replace('{id}', id).replace('{number}', '1').replace('{other}', '2').replace('{correction}', 'bcdfghjk').replace('{tab}', 'tab-00000001');
        const body = method === 'get' || method === 'delete' ? {} : { body: bodies[path.split('/').at(-1)!] ?? {} };
        const answer = await world.ask('freelancer', { method: method.toUpperCase(), path, headers: { 'if-match': '*' }, ...body });
        expect([method, pattern, answer.status]).toEqual([method, pattern, pattern.endsWith('{tab}') ? 204 : expect.toSatisfy((status: number) => status === 403 || status === 404)]);
        expect(JSON.stringify(answer.json)).not.toContain('Geheimplan');
        tried.push(pattern);
      }
    }
    expect(tried.length).toBeGreaterThan(18);
  });
  it('is told no headline of others by a front, a story that is continued, or a translation', async () => {
    const { id } = await written('editor');
    const own = await written('freelancer', { headline: 'Eigenes', continues: id, translationOf: id });
    expect(own).toMatchObject({ headline: 'Eigenes', continues: null, translations: [], content: { continues: id } });
    await world.ask('editor', { method: 'PUT', path: '/fronts/front', body: { slots: [id] }, headers: { 'if-match': (await world.ask('editor', { path: '/fronts/front' })).headers.get('etag')! } });
    expect(JSON.stringify((await world.ask('freelancer', { path: '/fronts/front' })).json)).not.toContain('Geheimplan');
    expect((await world.ask('editor', { path: '/fronts/front' })).json.slots).toMatchObject([{ story: { headline: hidden } }]);
  });
  it('takes nobody else’s presence away', async () => {
    const { id } = await written('editor');
    const path = `/stories/${id}/presence`;
    await world.ask('editor', { method: 'PUT', path, body: { tab: 'tab-00000002' } });
    world.announced.length = 0;
    await world.ask('freelancer', { method: 'DELETE', path: `${path}/tab-00000002` });
    expect(world.announced).toEqual([]);
    expect((await world.ask('editor', { path: `/stories/${id}` })).json.present).toMatchObject([{ id: 'staff-editor' }]);
  });
});

describe('a secret preview', () => {
  const open = async (url: string) => {
    const answer = await previewRoutes(world.house).request(new URL(url).pathname);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  it('is kept and found by nobody, tells nobody where it was, and ends', async () => {
    const { id } = await written('editor', { headline: 'Vorab «Bise»' });
    const { url, endsAt } = (await post('editor', `/stories/${id}/preview`, { hours: 1 })).json;
    const shown = await open(url);
    expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('x-robots-tag'), shown.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'noindex, nofollow', 'no-referrer']);
    expect(shown.body).toContain('Vorab «Bise»');
    expect(shown.body).toMatch(/<meta name="robots" content="noindex"/u);
    world.clock.at = new Date(endsAt);
    const over = await open(url);
    expect([over.status, over.body.includes('Vorab'), over.headers.get('cache-control')]).toEqual([404, false, 'no-store']);
  });
  it.each(['withdraw', 'discard'])('ends when the story is taken back (%s)', async (way) => {
    const { id } = await written('editor');
    if (way === 'withdraw') await post('editor', `/stories/${id}/publish`);
    const { url } = (await post('editor', `/stories/${id}/preview`)).json;
    expect((await open(url)).status).toBe(200);
    await post('editor', `/stories/${id}/${way}`, way === 'withdraw' ? { reason: 'Urteil' } : {});
    expect((await open(url)).status).toBe(404);
  });
});

it('tells the working version with every write of a story', async () => {
  const { id } = await written('editor');
  await post('editor', `/stories/${id}/publish`);
  const correction = await post('editor', `/stories/${id}/corrections`, { text: 'Es waren 12.' });
  const gone = await world.ask('editor', { method: 'DELETE', path: `/stories/${id}/corrections/${correction.json.id}` });
  const shared = await post('editor', `/stories/${id}/preview`);
  const withdrawn = await post('editor', `/stories/${id}/withdraw`, { reason: 'x' });
  const sealed = await post('administrator', `/stories/${id}/versions/1/seal`, { reason: 'x', confirm: true });
  expect([correction, gone, shared, withdrawn, sealed].map(({ headers }) => headers.get('etag'))).toEqual(['"1"', '"1"', '"1"', '"1"', '"2"']);
});

it('says in words why a story did not appear at its time', async () => {
  const { id } = await written('editor');
  await post('editor', `/stories/${id}/publish`, { at: new Date(world.clock.now().getTime() + 60_000).toISOString() });
  await world.ask('editor', { method: 'PATCH', path: `/stories/${id}`, body: { embargoUntil: new Date(world.clock.now().getTime() + 3_600_000).toISOString() }, headers: { 'if-match': '*' } });
  world.clock.pass(60_000);
  await newsroom.find(({ name }) => name === 'stories')!.due!(world.house);
  expect((await world.ask('editor', { path: `/stories/${id}` })).json).toMatchObject({ state: 'draft', note: expect.stringMatching(/^Auf diesem Artikel liegt eine Sperrfrist/u) as unknown });
});
