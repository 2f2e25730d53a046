import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { feature, footerPages, publicPage, publicPages } from './pages.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([feature]);
});
afterAll(() => world.close());

const make = (body: object, role = 'editor') => world.ask(role, { method: 'POST', path: '/pages', body });
const change = (id: string, version: number, body: object) =>
  world.ask('editor', { method: 'PATCH', path: `/pages/${id}`, body, headers: { 'if-match': `"${version}"` } });
const document = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

describe('A page written in the desk', () => {
  it('has an address made from its title and is a draft at first', async () => {
    const { status, json, headers } = await make({ title: 'Über uns', body: document('Seit 1868, zuerst im Keller des Kornhauses.') });
    expect(status).toBe(201);
    expect(json).toMatchObject({ slug: 'ueber-uns', language: 'de', place: 'footer', public: false, version: 1, body: document('Seit 1868, zuerst im Keller des Kornhauses.') });
    expect(headers.get('etag')).toBe('"1"');
    expect(await publicPage(world.house.db, 'ueber-uns')).toBeNull();
    expect((await make({ title: 'Über uns' })).json.slug).toBe('ueber-uns-2');
  });

  it('is shown once it is public', async () => {
    const { id } = (await make({ title: 'Impressum', slug: 'impressum', position: 20 })).json;
    expect(await change(id, 1, { public: true })).toMatchObject({ status: 200, json: { version: 2 } });
    expect((await publicPage(world.house.db, 'impressum'))?.title).toBe('Impressum');
    expect(world.announced.at(-1)).toMatchObject({ event: 'page.changed', tags: [`page:${id}`, 'pages'] });
  });

  it('stands in the footer of its language, by position; a language without any shows those of the publication', async () => {
    await make({ title: 'Datenschutz', public: true, position: 10 });
    await make({ title: 'Stellen', public: true, place: 'none' });
    await make({ title: 'À propos', language: 'fr', public: true });
    const titles = async (language: string) => (await footerPages(world.house.db, language)).map((page) => page.title);
    expect(await titles('de')).toEqual(['Datenschutz', 'Impressum']);
    expect(await titles('fr')).toEqual(['À propos']);
    expect(await titles('it')).toEqual(['Datenschutz', 'Impressum']);
    expect((await publicPages(world.house.db)).map((page) => page.slug)).toEqual(['a-propos', 'datenschutz', 'impressum', 'stellen']);
  });

  it('is refused by name: address taken, version old or missing, gone', async () => {
    const { id } = (await make({ title: 'Kontakt' })).json;
    expect(await make({ title: 'Kontakt', slug: 'kontakt' })).toMatchObject({ status: 409, json: { slug: 'kontakt' } });
    expect(await change(id, 1, { slug: 'impressum' })).toMatchObject({ status: 409 });
    expect((await world.ask('editor', { method: 'PATCH', path: `/pages/${id}`, body: {} })).status).toBe(428);
    const answers = await Promise.all([change(id, 1, { title: 'Eins' }), change(id, 1, { title: 'Zwei' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    expect(answers.find((answer) => answer.status === 412)?.json.current.version).toBe(2);
    expect((await world.ask('editor', { method: 'DELETE', path: `/pages/${id}` })).status).toBe(204);
    expect((await world.ask('editor', { path: `/pages/${id}` })).status).toBe(404);
    expect((await change(id, 2, {})).status).toBe(404);
  });

  it('holds nothing that the grammar does not know, and one entry is answered for each wrong field', async () => {
    const { status, json } = await make({ title: '', slug: 'Über uns', body: { type: 'doc', content: [{ type: 'script' }] }, place: 'header' });
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer, name }: { pointer: string; name: string }) => `${pointer} ${name}`).sort()).toEqual(['/body not-a-document', '/place not-one-of', '/slug wrong-format', '/title too-short']);
    const link = { type: 'text', text: 'klick', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] };
    expect(await make({ title: 'Böse', body: { type: 'doc', content: [{ type: 'paragraph', content: [link] }] } })).toMatchObject({ status: 422, json: { errors: [{ pointer: '/body' }] } });
  });

  it('is written by those who decide', async () => {
    expect((await make({ title: 'Nein' }, 'reporter')).status).toBe(403);
    expect((await world.ask('reporter', { path: '/pages' })).status).toBe(200);
    expect((await world.ask(null, { path: '/pages' })).status).toBe(401);
  });
});
