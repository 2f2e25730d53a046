import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { authorBySlug, authorOfStaff, authorsById, feature, findOrMakeAuthor } from './authors.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([feature]);
});
afterAll(() => world.close());

const find = (name: string) => world.act((tools) => findOrMakeAuthor(tools, name));
const make = (body: object, role = 'editor') => world.ask(role, { method: 'POST', path: '/authors', body });
const change = (id: string, version: number, body: object) =>
  world.ask('editor', { method: 'PATCH', path: `/authors/${id}`, body, headers: { 'if-match': `"${version}"` } });
const names = async (query: string) => (await world.ask('reporter', { path: `/authors?${query}` })).json.items.map((author: { name: string }) => author.name);

describe('A byline', () => {
  it('makes its author, and finds the same one ever after', async () => {
    const author = await find('Aurélie Savernay');
    expect(author).toMatchObject({ name: 'Aurélie Savernay', slug: 'aurelie-savernay', staff: null });
    for (const spelling of ['AURÉLIE SAVERNAY', 'Aure\u0301lie  Savernay\u00a0', 'aurélie savernay\u200b']) expect((await find(spelling)).id).toBe(author.id);
    expect((await find('Aurelie Savernay')).id).not.toBe(author.id);
  });

  it('gives two authors two addresses', async () => {
    expect((await find('Jürg Müller')).slug).toBe('juerg-mueller');
    expect((await find('Juerg Mueller')).slug).toBe('juerg-mueller-2');
    expect((await find('Juerg  Mueller!')).slug).toBe('juerg-mueller-3');
    expect([(await find('山田太郎')).slug, (await find('ليلى')).slug]).toEqual(['autor', 'autor-2']);
    expect((await find('Владимир Кличко')).slug).toBe('vladimir-klichko');
  });

  it('makes one author when twenty stories bring the same name at once', async () => {
    const authors = await Promise.all(Array.from({ length: 20 }, (_, i) => find(i % 2 === 0 ? 'Léa Zürcher' : 'LÉA ZÜRCHER')));
    expect(new Set(authors.map((author) => author.id)).size).toBe(1);
  });

  it('waits for nobody in a circle when two stories bring the same new names in another order', async () => {
    const both = (...order: string[]) => world.act(async (tools) => {
      const found = [];
      for (const name of order) found.push((await findOrMakeAuthor(tools, name)).id);
      return found.sort();
    });
    const [one, other] = await Promise.all([both('Ottilie Änger', 'Ödön Übersax'), both('Ödön Übersax', 'Ottilie Änger')]);
    expect(one).toEqual(other);
  });

  it('of endless length is cut, and of nothing is a bug', async () => {
    expect((await find('ü'.repeat(5_000))).name).toHaveLength(120);
    await expect(find('\u202e\u200b ')).rejects.toThrow('without a name');
  });
});

describe('Making an author', () => {
  it('answers the record', async () => {
    const { status, json, headers } = await make({ name: ' Nadja  Kellermatt ', about: 'Leitet die Kultur\nund geht lieber in die Probe', staff: 'staff-1' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'Nadja Kellermatt', about: 'Leitet die Kultur und geht lieber in die Probe', staff: 'staff-1', portrait: null, version: 1 });
    expect(headers.get('etag')).toBe('"1"');
    expect((await authorOfStaff(world.house.db, 'staff-1'))?.id).toBe(json.id);
    expect((await authorBySlug(world.house.db, 'nadja-kellermatt'))?.id).toBe(json.id);
  });

  it('is refused for a name or an account that has a record, and for a portrait that is not there', async () => {
    expect(await make({ name: 'nadja kellermatt' })).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:author-exists', author: 'Nadja Kellermatt' } });
    expect(await make({ name: 'Andere Person', staff: 'staff-1' })).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:staff-has-author' } });
    expect(await make({ name: 'Bildlos', portrait: '23456789' })).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:no-such-picture' } });
    expect(await names('q=Bildlos')).toEqual([]);
  });

  it('happens once when two make it at once', async () => {
    const answers = await Promise.all([make({ name: 'Zwilling' }), make({ name: 'Zwilling' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('answers one entry for each wrong field', async () => {
    const { status, json } = await make({ name: '🙂 42', about: 'x'.repeat(401), portrait: 7, twitter: '@x' });
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer, name }: { pointer: string; name: string }) => `${pointer} ${name}`).sort()).toEqual(['/about too-long', '/name not-a-name', '/portrait wrong-type', '/twitter unknown-field']);
    for (const name of ['ü'.repeat(2_000), 'a\0b', '']) expect((await make({ name })).status).toBe(422);
  });

  it('is for those who decide', async () => {
    expect((await make({ name: 'Nein' }, 'freelancer')).status).toBe(403);
    expect((await world.ask(null, { path: '/authors' })).status).toBe(401);
  });
});

describe('Changing an author', () => {
  it('keeps the address, whatever the name becomes', async () => {
    const { id } = (await make({ name: 'Samuel Flüehbacher' })).json;
    expect(await change(id, 1, { name: 'Samuel Flüehbacher-Zgruob' })).toMatchObject({ status: 200, json: { slug: 'samuel-flueehbacher', name: 'Samuel Flüehbacher-Zgruob', version: 2 } });
    expect(await change(id, 1, { about: 'Reporter' })).toMatchObject({ status: 412, json: { current: { version: 2 } } });
    expect(await change(id, 2, { name: 'NADJA Kellermatt' })).toMatchObject({ status: 409 });
    expect(await change(id, 2, { name: 'samuel flüehbacher-zgruob' })).toMatchObject({ status: 200, json: { version: 3 } });
    expect(await change(id, 3, { portrait: 'nirgends' })).toMatchObject({ status: 422 });
    expect((await world.ask('editor', { method: 'PATCH', path: `/authors/${id}`, body: {} })).status).toBe(428);
    expect((await authorsById(world.house.db, [id])).get(id)?.name).toBe('samuel flüehbacher-zgruob');
    expect(world.announced.findLast((one) => one.event === 'author.changed')?.tags).toContain(`author:${id}`);
  });

  it('happens once from one version', async () => {
    const { id } = (await make({ name: 'Verena Aschlimatt' })).json;
    const answers = await Promise.all([change(id, 1, { about: 'eins' }), change(id, 1, { about: 'zwei' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });
});

describe('The list of authors', () => {
  it('finds a part of a name with or without its accents', async () => {
    for (const q of ['flüehb', 'FLUEEHB', 'zgruob']) expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(['samuel flüehbacher-zgruob']);
    expect(await names(`q=${encodeURIComponent("%' or 1=1 --")}`)).toEqual([]);
    expect(await names(`q=${encodeURIComponent('太郎')}`)).toEqual(['山田太郎']);
  });

  it('is read page by page without losing or doubling anybody', async () => {
    const all = await names('limit=100');
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { json } = await world.ask('reporter', { path: `/authors?limit=4${next === '' ? '' : `&cursor=${next}`}` });
      seen.push(...json.items.map((author: { name: string }) => author.name));
      next = json.next;
    }
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await world.ask('reporter', { path: '/authors?limit=101' })).status).toBe(422);
  });
});
