import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { feature, findOrMakeTopic, topicBySlug, topicsById } from './topics.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([feature]);
});
afterAll(() => world.close());

const find = (name: string, language = 'de') => world.act((tools) => findOrMakeTopic(tools, { name, language }));
const make = (body: object, role = 'editor') => world.ask(role, { method: 'POST', path: '/topics', body });
const rename = (id: string, name: string) => world.ask('editor', { method: 'PATCH', path: `/topics/${id}`, body: { name } });

describe('A topic', () => {
  it('is made by its name, and found by it ever after', async () => {
    const topic = await find('Bühne');
    expect(topic).toMatchObject({ name: 'Bühne', slug: 'buehne', language: 'de' });
    expect((await find(' BÜHNE ')).id).toBe(topic.id);
    expect((await topicBySlug(world.house.db, 'buehne'))?.id).toBe(topic.id);
    expect([...(await topicsById(world.house.db, [topic.id, 'nobody'])).keys()]).toEqual([topic.id]);
  });

  it('belongs to one language', async () => {
    const [german, english] = [await find('Sport'), await find('Sport', 'en')];
    expect(german.id).not.toBe(english.id);
    expect([german.slug, english.slug]).toEqual(['sport', 'sport-2']);
  });

  it('is made once when many bring it at once', async () => {
    const topics = await Promise.all(Array.from({ length: 10 }, () => find('Künstliche Intelligenz')));
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(1);
  });
});

describe('Topics in the desk', () => {
  it('are made, renamed and refused by name', async () => {
    const { status, json } = await make({ name: 'Patrimoine bâti', language: 'fr' });
    expect(status).toBe(201);
    expect(await rename(json.id, 'Patrimoine')).toMatchObject({ status: 200, json: { name: 'Patrimoine', slug: 'patrimoine-bati' } });
    expect(await make({ name: 'PATRIMOINE', language: 'fr' })).toMatchObject({ status: 409, json: { id: json.id } });
    await make({ name: 'Transports', language: 'fr' });
    expect(await rename(json.id, 'transports')).toMatchObject({ status: 409 });
    expect(await rename('23456789', 'Nichts')).toMatchObject({ status: 404 });
    expect(await make({ name: '🙂', language: 'Deutsch' })).toMatchObject({ status: 422, json: { errors: [{ pointer: '/name' }, { pointer: '/language' }] } });
    expect((await make({ name: 'Nein', language: 'de' }, 'reporter')).status).toBe(403);
  });

  it('never have one name twice, also when two are renamed at once', async () => {
    const ids = [(await make({ name: 'Eins', language: 'de' })).json.id, (await make({ name: 'Zwei', language: 'de' })).json.id];
    const answers = await Promise.all(ids.map((id) => rename(id, 'Drei')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('are listed by name, for one language, page by page', async () => {
    const names = async (query: string) => (await world.ask('freelancer', { path: `/topics?${query}` })).json.items.map((topic: { name: string }) => topic.name);
    expect(await names('language=fr')).toEqual(['Patrimoine', 'Transports']);
    expect(await names('q=buhne')).toEqual([]);
    expect(await names('q=buehne')).toEqual(['Bühne']);
    const { json } = await world.ask('freelancer', { path: '/topics?limit=2' });
    expect(await names(`limit=100&cursor=${json.next}`)).toHaveLength((await names('limit=100')).length - 2);
  });
});
