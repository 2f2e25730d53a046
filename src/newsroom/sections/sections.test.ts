import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import type { Db } from '../../platform/database/database.ts';
import { feature, formerPath, makeSection, sectionByPath, sectionChain, sectionsById, sectionTree } from './sections.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse([feature]);
});
afterAll(() => world.close());

const make = (path: string, name = path, more: object = {}) => world.ask('editor', { method: 'POST', path: '/sections', body: { path, name, ...more } });
const move = (id: string, version: number | string, path: string) => change(id, version, { path });
const change = (id: string, version: number | string, body: object) =>
  world.ask('editor', { method: 'PATCH', path: `/sections/${id}`, body, headers: { 'if-match': `"${version}"` } });
const idOf = async (path: string) => (await sectionByPath(world.house.db, path))?.id ?? 'missing';
const versionOf = async (path: string) => (await sectionByPath(world.house.db, path))?.version ?? 0;

describe('Making a section', () => {
  it('answers the section with its version', async () => {
    const { status, json, headers } = await make('international', 'Ausland & Übersee');
    expect(status).toBe(201);
    expect(json).toMatchObject({ path: 'international', names: { de: 'Ausland & Übersee' }, language: 'de', parent: null, version: 1, stories: 0 });
    expect(headers.get('etag')).toBe('"1"');
    expect(world.announced.at(-1)).toMatchObject({ event: 'section.changed', tags: ['sections', `section:${json.id}`] });
  });

  it('puts it below the one that its path names, with the language of that', async () => {
    await make('suisse', 'Suisse', { language: 'fr', defaults: { label: 'opinion' } });
    const { json } = await make('/suisse/lausanne/', 'Lausanne');
    expect(json).toMatchObject({ path: 'suisse/lausanne', parent: await idOf('suisse'), language: 'fr', names: { fr: 'Lausanne' }, defaults: { label: 'opinion' } });
  });

  it('takes names in several languages', async () => {
    const { json } = await world.ask('editor', { method: 'POST', path: '/sections', body: { path: 'wirtschaft', names: { de: 'Wirtschaft', 'fr-CH': 'Économie' } } });
    expect(json.names).toEqual({ de: 'Wirtschaft', 'fr-CH': 'Économie' });
  });

  it('answers 409 where there is one, 422 where its parent is missing or a word is reserved', async () => {
    expect(await make('international')).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:section-exists' } });
    expect(await make('mars/krater')).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:parent-missing', path: 'mars' } });
    expect(await make('desk')).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:path-reserved', word: 'desk' } });
    expect(await make('Züri')).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:path-malformed' } });
  });

  it('answers one entry for each wrong field', async () => {
    const { status, json } = await world.ask('editor', { method: 'POST', path: '/sections', body: { path: '', name: '\u200b ', language: 'Deutsch', position: -1, colour: 'red' } });
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer, name }: { pointer: string; name: string }) => `${pointer} ${name}`).sort()).toEqual([
      '/colour unknown-field', '/language wrong-format', '/name too-short', '/path too-short', '/position too-small',
    ]);
    expect((await world.ask('editor', { method: 'POST', path: '/sections', body: { path: 'namenlos' } })).json.errors).toMatchObject([{ pointer: '/name', name: 'missing' }]);
  });

  it.each([
    ['turned round', '\u202eRuhe', 'Ruhe'], ['an emoji', '🗞️', '🗞️'], ['Arabic', 'الثقافة', 'الثقافة'], ['decomposed', 'Zu\u0308rich', 'Zürich'],
  ])('keeps a name that is %s', async (kind, name, kept) => {
    expect((await make(`name-${kind.toLowerCase().replaceAll(' ', '-')}`, name)).json.names).toEqual({ de: kept });
  });

  it.each([['of 2,000 letters', 'ü'.repeat(2_000)], ['with a NUL', 'a\0b'], ['with half a character', '\ud800']])('refuses a name %s', async (_, name) => {
    expect(await make('unmoeglich', name)).toMatchObject({ status: 422, json: { errors: [{ pointer: '/name' }] } });
  });

  it('is for those who decide', async () => {
    const request = { method: 'POST', path: '/sections', body: { path: 'verboten', name: 'Verboten' } };
    expect((await world.ask('reporter', request)).status).toBe(403);
    expect((await world.ask(null, request)).status).toBe(401);
    expect((await world.ask('freelancer', { path: '/sections' })).status).toBe(200);
    expect((await world.ask(null, { path: '/sections' })).status).toBe(401);
  });

  it('happens once when two make it at once', async () => {
    const answers = await Promise.all([make('sport'), make('sport'), make('sport')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('Changing a section', () => {
  it('asks for the version that was read', async () => {
    const { json } = await make('wissen', 'Wissen');
    expect((await world.ask('editor', { method: 'PATCH', path: `/sections/${json.id}`, body: { position: 5 } })).status).toBe(428);
    expect(await change(json.id, 1, { names: { de: 'Wissenschaft' } })).toMatchObject({ status: 200, json: { version: 2 } });
    expect(await change(json.id, 1, { names: { de: 'Wüssen' } })).toMatchObject({ status: 412, json: { current: { version: 2, names: { de: 'Wissenschaft' } } } });
    expect((await world.ask('editor', { path: `/sections/${json.id}` })).headers.get('etag')).toBe('"2"');
    expect((await change('23456789', 1, {})).status).toBe(404);
  });
});

describe('Moving a section', () => {
  it('takes all below it along; each old address leads to the new one', async () => {
    for (const path of ['kultur', 'kultur/film', 'kultur/film/kurz', 'kulturen']) await make(path);
    world.announced.length = 0;
    expect(await move(await idOf('kultur'), 1, 'feuilleton')).toMatchObject({ status: 200, json: { path: 'feuilleton', version: 2 } });
    expect(await formerPath(world.house.db, 'kultur/film/kurz')).toBe('feuilleton/film/kurz');
    expect(await formerPath(world.house.db, 'feuilleton')).toBeNull();
    expect(await sectionByPath(world.house.db, 'kulturen')).not.toBeNull();
    const moved = world.announced.filter((one) => one.event === 'section.moved');
    expect(moved.map((one) => one.facts['to']).sort()).toEqual(['feuilleton', 'feuilleton/film', 'feuilleton/film/kurz']);
    expect(moved[0]?.tags).toContain(`section:${String(moved[0]?.facts['id'])}`);
  });

  it('leads from every address that it ever had to the present one in one step', async () => {
    const id = await idOf('feuilleton/film');
    await move(id, await versionOf('feuilleton/film'), 'kino');
    await move(id, await versionOf('kino'), 'feuilleton/kino');
    for (const old of ['kultur/film', 'feuilleton/film', 'kino']) expect(await formerPath(world.house.db, old)).toBe('feuilleton/kino');
    expect(await formerPath(world.house.db, 'kino/kurz')).toBe('feuilleton/kino/kurz');
    expect((await sectionChain(world.house.db, await idOf('feuilleton/kino/kurz'))).map((one) => one.path)).toEqual(['feuilleton', 'feuilleton/kino', 'feuilleton/kino/kurz']);
  });

  it('may come back to where it was', async () => {
    const id = await idOf('feuilleton/kino');
    await move(id, await versionOf('feuilleton/kino'), 'kino');
    expect(await formerPath(world.house.db, 'kino')).toBeNull();
    expect(await formerPath(world.house.db, 'feuilleton/kino')).toBe('kino');
  });

  it('leaves its old address to a new section', async () => {
    const { json } = await make('kultur', 'Kultur, neu');
    expect(await formerPath(world.house.db, 'kultur')).toBeNull();
    expect((await sectionByPath(world.house.db, 'kultur'))?.id).toBe(json.id);
    expect(await formerPath(world.house.db, 'kultur/film')).toBe('kino');
  });

  it('is refused below itself, and where one stands', async () => {
    const id = await idOf('kino');
    expect(await move(id, await versionOf('kino'), 'kino/kurz/kino')).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:under-itself' } });
    expect(await move(id, await versionOf('kino'), 'kultur')).toMatchObject({ status: 409 });
    expect(await move(id, await versionOf('kino'), 'nirgends/kino')).toMatchObject({ status: 422 });
  });

  it('happens once when two move it at once, and the other learns of it', async () => {
    await make('alpen');
    const id = await idOf('alpen');
    const answers = await Promise.all([move(id, 1, 'berge'), move(id, 1, 'gipfel')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const path = answers.find((answer) => answer.status === 200)?.json.path;
    expect(answers.find((answer) => answer.status === 412)?.json.current.path).toBe(path);
    expect(await formerPath(world.house.db, 'alpen')).toBe(path);
  });

  it('never lets two sections end up below each other', async () => {
    const [one, other] = [(await make('ost')).json.id, (await make('west')).json.id];
    const answers = await Promise.all([move(one, 1, 'west/ost'), move(other, 1, 'ost/west')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect((await sectionTree(world.house.db)).filter((section) => [one, other].includes(section.id))).toHaveLength(2);
  });
});

describe('Removing a section', () => {
  it('works when nothing stands in it, and frees its addresses', async () => {
    const { json } = await make('kurzlebig');
    await move(json.id, 1, 'kurz-gelebt');
    expect((await world.ask('editor', { method: 'DELETE', path: `/sections/${json.id}` })).status).toBe(204);
    expect(await formerPath(world.house.db, 'kurzlebig')).toBeNull();
    expect((await world.ask('editor', { method: 'DELETE', path: `/sections/${json.id}` })).status).toBe(404);
    expect(world.announced.at(-1)).toMatchObject({ event: 'section.removed', facts: { id: json.id } });
  });

  it('is refused while sections or stories stand in it', async () => {
    expect(await world.ask('editor', { method: 'DELETE', path: `/sections/${await idOf('suisse')}` })).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:section-has-sections' } });
    const id = await idOf('wirtschaft');
    await putStory('23456789', id, {});
    await putStory('23456788', await idOf('sport'), { furtherSections: [await idOf('wissen')] });
    for (const path of ['wirtschaft', 'wissen']) {
      expect(await world.ask('editor', { method: 'DELETE', path: `/sections/${await idOf(path)}` })).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:section-has-stories' } });
    }
    const { json } = await world.ask('editor', { path: '/sections' });
    expect(json.items.find((section: { id: string }) => section.id === id).stories).toBe(1);
  });
});

describe('A story that comes to stand in a section while that is removed', () => {
  it('keeps it', async () => {
    const { json } = await make('umkaempft');
    const written = Promise.withResolvers<void>();
    const decided = Promise.withResolvers<void>();
    const story = world.house.db.transaction().execute(async (tx) => {
      await putStory('23456787', json.id, {}, tx);
      written.resolve();
      await decided.promise;
    });
    await written.promise;
    const removal = world.ask('editor', { method: 'DELETE', path: `/sections/${json.id}` });
    await waitingForLock();
    decided.resolve();
    await story;
    expect(await removal).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:section-has-stories' } });
    expect(await sectionByPath(world.house.db, 'umkaempft')).not.toBeNull();
  });
});

describe('What others ask of sections', () => {
  it('is answered by id, without those that are not there', async () => {
    const id = await idOf('sport');
    expect([...(await sectionsById(world.house.db, [id, id, 'nobody'])).keys()]).toEqual([id]);
    expect(await sectionsById(world.house.db, [])).toEqual(new Map());
    expect(await sectionChain(world.house.db, 'nobody')).toEqual([]);
  });

  it('keeps nothing of an action that was refused after it', async () => {
    const answer = await world.act(async (tools) => {
      await makeSection(tools, { path: 'vergeblich', name: 'Vergeblich' });
      return { refused: 'afterwards' };
    });
    expect(answer).toEqual({ refused: 'afterwards' });
    expect(await sectionByPath(world.house.db, 'vergeblich')).toBeNull();
  });
});

/** Until the database says that somebody waits for somebody. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(world.house.db);
    if (rows.length > 0) return;
  }
}

async function putStory(id: string, section: string, working: object, db: Db = world.house.db): Promise<void> {
  const at = world.clock.now();
  await db.insertInto('stories').values({
    id, working: JSON.stringify({ section, ...working }), section_id: section, headline: 'Die Post kommt zurück', language: 'de',
    created_at: at, created_by: 'staff-editor', changed_at: at, changed_by: 'staff-editor', changed_by_name: 'Jost Zgruob',
  }).execute();
}
