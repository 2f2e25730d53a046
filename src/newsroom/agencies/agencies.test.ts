import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { agenciesById, agencyBySlug, feature, findAgency, findOrRefuse } from './agencies.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([feature]);
});
afterAll(() => world.close());

const make = (body: object, role = 'editor') => world.ask(role, { method: 'POST', path: '/agencies', body });
const change = (id: string, version: number, body: object) =>
  world.ask('editor', { method: 'PATCH', path: `/agencies/${id}`, body, headers: { 'if-match': `"${version}"` } });

const hdd = { name: 'Helvetischer Depeschendienst', shortName: 'HDD', credit: 'hdd/sda', about: 'Genossenschaft\n\n\n\nin Aldenbrugg', url: 'https://hdd.example' };

describe('Making an agency', () => {
  it('answers it with an address made from its name', async () => {
    const { status, json, headers } = await make(hdd);
    expect(status).toBe(201);
    expect(json).toMatchObject({ ...hdd, about: 'Genossenschaft\n\nin Aldenbrugg', slug: 'helvetischer-depeschendienst', version: 1 });
    expect(headers.get('etag')).toBe('"1"');
    expect((await agencyBySlug(world.house.db, json.slug))?.id).toBe(json.id);
  });

  it('takes the name for what is not said', async () => {
    expect((await make({ name: 'Lumen' })).json).toMatchObject({ shortName: 'Lumen', credit: 'Lumen', about: '', url: null });
    expect((await make({ name: '共同通信社' })).json).toMatchObject({ slug: 'quelle', shortName: '共同通信社' });
  });

  it('is refused where another has the name or the short name, whatever the case', async () => {
    expect(await make({ name: 'HELVETISCHER  depeschendienst' })).toMatchObject({ status: 409, json: { agency: hdd.name } });
    expect(await make({ name: 'Hdd' })).toMatchObject({ status: 409 });
  });

  it('happens once when two make it at once', async () => {
    const answers = await Promise.all([make({ name: 'Überland Press' }), make({ name: 'überland press' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('answers one entry for each wrong field', async () => {
    const { status, json } = await make({ name: ' \u202e ', credit: 'x'.repeat(61), url: 'javascript:alert(1)', telex: '' });
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer, name }: { pointer: string; name: string }) => `${pointer} ${name}`).sort()).toEqual(['/credit too-long', '/name too-short', '/telex unknown-field', '/url not-an-address']);
    expect(await make({ name: 'a\0b' })).toMatchObject({ status: 422, json: { errors: [{ pointer: '/name', name: 'nul-character' }] } });
    expect(await make({ name: 'ü'.repeat(2_000) })).toMatchObject({ status: 422 });
  });

  it('is for those who decide', async () => {
    expect((await make({ name: 'Nein' }, 'reporter')).status).toBe(403);
    expect((await world.ask('reporter', { path: '/agencies' })).json.items.length).toBeGreaterThan(2);
    expect((await world.ask(null, { path: '/agencies' })).status).toBe(401);
  });
});

describe('Finding an agency', () => {
  it.each(['hdd', 'HDD/SDA', ' helvetischer depeschendienst ', 'helvetischer-depeschendienst'])('works by %j', async (text) => {
    expect((await findAgency(world.house.db, text))?.shortName).toBe('HDD');
  });

  it('works by id, and says what it did not find', async () => {
    const found = await findAgency(world.house.db, 'hdd');
    expect((await findOrRefuse(world.house.db, found?.id ?? ''))).toMatchObject({ id: found?.id });
    expect(await findOrRefuse(world.house.db, 'ΩPress')).toEqual({ refused: 'no-such-agency', detail: { agency: 'ΩPress' } });
    expect(await findAgency(world.house.db, '')).toBeNull();
    expect([...(await agenciesById(world.house.db, [found?.id ?? '', 'nobody'])).keys()]).toEqual([found?.id]);
  });
});

describe('Changing an agency', () => {
  it('keeps its address and asks for the version that was read', async () => {
    const { id } = (await make({ name: 'Transatlantik Press' })).json;
    expect((await world.ask('editor', { method: 'PATCH', path: `/agencies/${id}`, body: {} })).status).toBe(428);
    expect(await change(id, 1, { name: 'Atlantik Press' })).toMatchObject({ status: 200, json: { name: 'Atlantik Press', slug: 'transatlantik-press', version: 2 } });
    expect(await change(id, 1, { name: 'Pazifik Press' })).toMatchObject({ status: 412, json: { current: { name: 'Atlantik Press', version: 2 } } });
    expect(await change(id, 2, { shortName: 'hdd' })).toMatchObject({ status: 409 });
    expect(await change('23456789', 1, {})).toMatchObject({ status: 404 });
    const answers = await Promise.all([change(id, 2, { about: 'eins' }), change(id, 2, { about: 'zwei' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    expect(world.announced.at(-1)).toMatchObject({ event: 'agency.changed', tags: [`agency:${id}`] });
  });
});

describe('Removing an agency', () => {
  it('works while no story names it', async () => {
    const free = (await make({ name: 'Vergessene Agentur' })).json;
    const named = (await make({ name: 'Genannte Agentur' })).json;
    await world.house.db.insertInto('sections').values({ id: 'section1', path: 'region', parent_id: null, names: '{}', language: 'de', defaults: '{}', created_at: world.clock.now() }).execute();
    await world.house.db.insertInto('stories').values({
      id: '23456789', working: JSON.stringify({ credits: [named.id] }), section_id: 'section1', headline: 'Das Geheimnis der Kühe', language: 'de',
      created_at: world.clock.now(), created_by: 'x', changed_at: world.clock.now(), changed_by: 'x', changed_by_name: 'X',
    }).execute();
    expect((await world.ask('editor', { method: 'DELETE', path: `/agencies/${free.id}` })).status).toBe(204);
    expect((await world.ask('editor', { method: 'DELETE', path: `/agencies/${free.id}` })).status).toBe(404);
    expect((await world.ask('editor', { method: 'DELETE', path: `/agencies/${named.id}` })).status).toBe(409);
  });
});
