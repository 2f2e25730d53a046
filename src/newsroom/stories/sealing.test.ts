import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { readSeals, replaySeals } from '../../platform/seals.ts';

let world: TestHouse;
const secret = 'Lärmgegnerin Ottilie Züllig';

beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
});
afterAll(() => world.close());

async function published() {
  const { json } = await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: secret, body: { html: `<p>${secret} wohnt am Höhenweg.</p>` } } });
  await go(json.id, 'publish');
  return json.id as string;
}
const go = (id: string, way: string, body: object = {}) => world.ask('editor', { method: 'POST', path: `/stories/${id}/${way}`, body });
const seal = (id: string, number: number, role = 'administrator', body: object = { reason: 'Urteil vom 3. Mai', confirm: true }) =>
  world.ask(role, { method: 'POST', path: `/stories/${id}/versions/${number}/seal`, body });
const everything = async (id: string) => {
  const { db } = world.house;
  const rows = [
    await db.selectFrom('stories').selectAll().where('id', '=', id).execute(), await db.selectFrom('story_versions').selectAll().where('story_id', '=', id).execute(),
    await db.selectFrom('public_stories').selectAll().where('story_id', '=', id).execute(),
  ];
  return JSON.stringify(rows);
};

describe('sealing a version', () => {
  it('is for administrators, with a reason, and said twice', async () => {
    const id = await published();
    expect((await seal(id, 1, 'publisher')).status).toBe(403);
    expect((await seal(id, 1, 'administrator', { reason: 'Urteil' })).status).toBe(422);
    expect((await seal(id, 1, 'administrator', { reason: ' ', confirm: true })).status).toBe(422);
    expect((await seal(id, 9)).status).toBe(404);
  });
  it('waits until readers no longer see the words, nor are going to', async () => {
    const id = await published();
    expect(await seal(id, 1)).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:still-public' } });
    const later = await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: secret, body: { html: '<p>Später.</p>' } } });
    await go(later.json.id, 'publish', { at: new Date(world.clock.now().getTime() + 60_000).toISOString() });
    expect(await seal(later.json.id, 1)).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:still-scheduled' } });
  });
  it('takes the words from every version and from the working copy, and keeps that it happened', async () => {
    const id = await published();
    await go(id, 'publish');
    await go(id, 'withdraw', { reason: 'Persönlichkeitsschutz' });
    expect(await seal(id, 1)).toMatchObject({ status: 200, json: { sealed: true } });
    expect(await everything(id)).not.toContain('Züllig');
    expect((await world.ask('editor', { path: `/stories/${id}/versions` })).json.items).toMatchObject([{ number: 2, sealed: true, headline: null }, { number: 1, sealed: true }]);
    expect((await seal(id, 1)).status).toBe(410);
    expect((await world.ask('editor', { path: `/stories/${id}/versions/1/compare/2` })).status).toBe(404);
    expect((await world.ask('editor', { method: 'POST', path: `/stories/${id}/versions/1/restore`, headers: { 'if-match': '*' } })).status).toBe(410);
    expect(await world.house.db.selectFrom('acts').selectAll().where('act', '=', 'seal.set').where('subject', '=', `story:${id}`).execute())
      .toMatchObject([{ by_id: 'staff-administrator', detail: { numbers: [1, 2], working: true, reason: 'Urteil vom 3. Mai' } }]);
    expect((await readSeals(world.house.db)).find((one) => one.reference.startsWith(`${id}/1/`))).toMatchObject({ kind: 'version', reason: 'Urteil vom 3. Mai', byName: 'Tiziana Orlandelli' });
  });
  it('leaves a story that can be written and published anew', async () => {
    const id = await published();
    await go(id, 'withdraw', { reason: 'x' });
    await seal(id, 1);
    expect((await go(id, 'republish')).json.errors.map((error: { name: string }) => error.name)).toEqual(['headline', 'text']);
    await world.ask('editor', { method: 'PATCH', path: `/stories/${id}`, body: { headline: 'Ohne Namen', body: { html: '<p>Eine Frau.</p>' } }, headers: { 'if-match': '*' } });
    expect((await go(id, 'republish')).json.state).toBe('public');
    await replaySeals(world.house);
    expect(await world.ask('editor', { path: `/stories/${id}` })).toMatchObject({ json: { state: 'public', headline: 'Ohne Namen' } });
  });
  it('is carried out again on what an older state brings back, from readers too', async () => {
    const id = await published();
    const { db } = world.house;
    const before = { versions: await db.selectFrom('story_versions').selectAll().where('story_id', '=', id).execute(), story: await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirstOrThrow() };
    await go(id, 'withdraw', { reason: 'x' });
    await seal(id, 1);
    const { working, ...rest } = before.story;
    await db.updateTable('stories').set({ ...rest, working: JSON.stringify(working) }).where('id', '=', id).execute();
    for (const { content, ...version } of before.versions) await db.updateTable('story_versions').set({ ...version, content: JSON.stringify(content) }).where('story_id', '=', id).where('number', '=', version.number).execute();
    world.announced.length = 0;
    await replaySeals(world.house);
    expect(await everything(id)).not.toContain('Züllig');
    expect((await world.ask('editor', { path: `/stories/${id}` })).json.state).toBe('withdrawn');
    expect(world.announced.find((one) => one.event === 'story.withdrawn')?.tags).toContain('front');
  });
});
