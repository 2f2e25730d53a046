import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';

let world: TestHouse;
const editor = 'editor';

beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'international', name: 'International' } });
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'international/usa', name: 'USA' } });
  await world.ask('publisher', { method: 'POST', path: '/agencies', body: { name: 'Agentur Nordföhn', shortName: 'anf', credit: 'ANF' } });
});
afterAll(() => world.close());

async function written(fields: object = {}, role = editor) {
  const answer = await world.ask(role, {
    method: 'POST', path: '/stories',
    body: { section: 'international/usa', headline: 'Zürichs «Föhn» dreht: 12’345 Böen', body: { html: '<p>Es <b>stürmt</b>.</p>' }, ...fields },
  });
  expect(answer.status).toBe(201);
  return answer.json;
}
const go = (id: string, way: string, body: object = {}, role = editor) => world.ask(role, { method: 'POST', path: `/stories/${id}/${way}`, body });
const patch = (id: string, version: number | string, body: object, role = editor) => world.ask(role, { method: 'PATCH', path: `/stories/${id}`, body, headers: { 'if-match': `"${version}"` } });
const read = async (id: string, role = editor) => (await world.ask(role, { path: `/stories/${id}` })).json;

describe('writing a story', () => {
  it('finds or makes authors and topics, finds agencies, and says its address and version', async () => {
    const story = await written({ byline: ['Ürsula Öztürk-Müller', 'ursula unbekannt'], credits: ['anf'], topics: ['Föhn'] });
    expect(story.url).toBe(`/international/usa/zuerichs-foehn-dreht-12345-boeen-${story.id}`);
    expect(story).toMatchObject({ state: 'draft', version: 1, authors: [{ name: 'Ürsula Öztürk-Müller' }, { name: 'ursula unbekannt' }], credits: [{ shortName: 'anf' }], topics: [{ name: 'Föhn' }], report: [] });
  });
  it('says per field what it does not know', async () => {
    const wrong = await world.ask(editor, { method: 'POST', path: '/stories', body: { section: 'nirgends', headline: 'x' } });
    expect(wrong).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:unknown-section' } });
    const empty = await world.ask(editor, { method: 'POST', path: '/stories', body: { headline: '', label: 'lüge' } });
    expect(empty.status).toBe(422);
    expect(empty.json.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/headline', '/label', '/section']);
  });
  it('says what of the HTML had no place, and stores none of it', async () => {
    const story = await written({ body: { html: '<p onclick="x()">Text<script>alert(1)</script></p><iframe></iframe>' } });
    expect(story.report).toEqual([{ name: 'script', count: 1 }, { name: 'iframe', count: 1 }]);
    expect(JSON.stringify(story.content.body)).not.toContain('alert');
  });
  it('refuses a document that the grammar does not know', async () => {
    const answer = await world.ask(editor, { method: 'POST', path: '/stories', body: { section: 'international', headline: 'x', body: { document: { type: 'doc', content: [{ type: 'video' }] } } } });
    expect(answer).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:not-a-document' } });
  });
});

describe('two people in one story', () => {
  it('asks for the version, and answers an old one with the story as it is now', async () => {
    const { id } = await written();
    expect((await world.ask(editor, { method: 'PATCH', path: `/stories/${id}`, body: { lead: 'a' } })).status).toBe(428);
    expect((await patch(id, 1, { lead: 'Von Anna.' })).headers.get('etag')).toBe('"2"');
    const late = await patch(id, 1, { lead: 'Von Beat.' });
    expect(late.status).toBe(412);
    expect(late.json.current.content.lead).toBe('Von Anna.');
    expect(late.headers.get('etag')).toBe('"2"');
  });
  it('takes one of two changes that come at the same instant', async () => {
    const { id } = await written();
    const answers = await Promise.all([patch(id, 1, { lead: 'eins' }), patch(id, 1, { lead: 'zwei' }), patch(id, 1, { lead: 'drei' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
  });
  it('keeps what the one before wrote as a version before somebody else’s first change', async () => {
    const { id } = await written();
    await patch(id, 1, { lead: 'Von der Redaktorin.' });
    await patch(id, 2, { lead: 'Von der Redaktorin, besser.' });
    await patch(id, 3, { lead: 'Vom Verleger.' }, 'publisher');
    const versions = (await world.ask(editor, { path: `/stories/${id}/versions` })).json.items;
    expect(versions.map((version: { reason: string }) => version.reason)).toContain('author');
    const compared = await world.ask(editor, { path: `/stories/${id}/versions/1/compare/${versions[0].number}` });
    expect(compared.json.fields).toMatchObject([{ field: 'lead' }]);
  });
  it('keeps autosaves at most every ten minutes, every explicit save, and brings an old version back', async () => {
    const { id } = await written();
    await patch(id, 1, { lead: 'eins' });
    await patch(id, 2, { lead: 'zwei' });
    world.clock.pass(11 * 60_000);
    await patch(id, 3, { lead: 'drei' });
    await patch(id, 4, { lead: 'vier', reason: 'save' });
    const { items } = (await world.ask(editor, { path: `/stories/${id}/versions` })).json;
    expect(items.map((one: { reason: string }) => one.reason)).toEqual(['save', 'autosave', 'autosave']);
    const back = await world.ask(editor, { method: 'POST', path: `/stories/${id}/versions/1/restore`, headers: { 'if-match': '"5"' } });
    expect(back.json).toMatchObject({ version: 6, content: { lead: 'eins' } });
  });
});

describe('the way to readers', () => {
  it('lets a reporter submit and an editor publish, return and withdraw', async () => {
    const { id } = await written({}, 'reporter');
    expect((await go(id, 'publish', {}, 'reporter')).status).toBe(403);
    expect((await go(id, 'submit', { note: 'Bitte gegenlesen' }, 'reporter')).json.state).toBe('submitted');
    expect((await go(id, 'return', { note: 'Zahl prüfen' })).json).toMatchObject({ state: 'draft', note: 'Zahl prüfen' });
    expect((await go(id, 'publish')).json).toMatchObject({ state: 'public', unpublishedChanges: false });
    expect((await patch(id, 1, { lead: 'Neu.' })).json).toMatchObject({ state: 'public', unpublishedChanges: true });
    expect((await go(id, 'withdraw', { reason: 'Person geschützt' })).json).toMatchObject({ state: 'withdrawn' });
    expect((await go(id, 'publish')).status).toBe(409);
    expect((await go(id, 'republish')).json.state).toBe('public');
  });
  it('names what is missing, one entry per field', async () => {
    const { id } = await written({ body: { html: '' } });
    await patch(id, 1, { headline: ' ' });
    const answer = await go(id, 'publish');
    expect(answer.status).toBe(422);
    expect(answer.json.errors.map((error: { name: string; pointer: string }) => [error.name, error.pointer])).toEqual([['headline', '/headline'], ['text', '/body']]);
    expect((await read(id)).missing).toHaveLength(2);
  });
  it('moves the clock of sense only when the editor says so', async () => {
    const { id } = await written();
    const first = (await go(id, 'publish')).json;
    expect(first.updatedAt).toBeNull();
    world.clock.pass(60_000);
    expect((await go(id, 'publish')).json).toMatchObject({ updatedAt: null, firstPublishedAt: first.firstPublishedAt });
    world.clock.pass(60_000);
    expect((await go(id, 'publish', { significant: true })).json.updatedAt).toBe(world.clock.now().toISOString());
  });
  it('holds an embargo, now and at a set time', async () => {
    const { id } = await written();
    const until = new Date(world.clock.now().getTime() + 3_600_000);
    await patch(id, 1, { embargoUntil: until.toISOString() });
    expect((await go(id, 'publish')).json).toMatchObject({ status: 409, type: 'urn:broadsheet:problem:embargoed' });
    expect((await go(id, 'publish', { at: new Date(until.getTime() - 1_000).toISOString() })).status).toBe(409);
    expect((await go(id, 'publish', { at: until.toISOString() })).json.state).toBe('scheduled');
  });
  it('publishes at the set time, once, whoever looks, and what was approved', async () => {
    const { id } = await written();
    const at = new Date(world.clock.now().getTime() + 60_000);
    await go(id, 'publish', { at: at.toISOString() });
    await patch(id, 1, { lead: 'Nach der Freigabe geschrieben.' }, 'reporter');
    const due = world.house.features.find((feature) => feature.name === 'stories')!.due!;
    expect(await due(world.house)).toEqual(at);
    expect((await read(id)).state).toBe('scheduled');
    world.clock.at = at;
    await Promise.all([due(world.house), due(world.house), due(world.house)]);
    expect(await read(id)).toMatchObject({ state: 'public', unpublishedChanges: true });
    const published = world.announced.filter((one) => one.event === 'story.published' && one.facts['id'] === id);
    expect(published).toHaveLength(1);
  });
  it('throws unpublished changes away and goes back to what readers see', async () => {
    const { id } = await written({ lead: 'Öffentlich.' });
    await go(id, 'publish');
    await patch(id, 1, { lead: 'Nur ein Versuch.' });
    expect((await go(id, 'discard')).json).toMatchObject({ unpublishedChanges: false, content: { lead: 'Öffentlich.' } });
    const never = await written();
    expect((await go(never.id, 'discard')).json.state).toBe('discarded');
  });
  it('corrects in public only what was public', async () => {
    const { id } = await written();
    expect((await go(id, 'corrections', { text: 'Es waren 12 Böen.' })).status).toBe(409);
    await go(id, 'publish');
    expect((await go(id, 'corrections', { text: 'Es waren 12 Böen.' })).status).toBe(201);
    expect((await read(id)).corrections).toMatchObject([{ text: 'Es waren 12 Böen.' }]);
  });
});

describe('who sees what', () => {
  it('shows a freelancer own and assigned stories only', async () => {
    const theirs = await written({ headline: 'Fremdes' });
    const own = await written({ headline: 'Eigenes' }, 'freelancer');
    expect((await world.ask('freelancer', { path: `/stories/${theirs.id}` })).status).toBe(404);
    expect((await patch(theirs.id, 1, { lead: 'x' }, 'freelancer')).status).toBe(404);
    expect((await world.ask('freelancer', { path: '/stories' })).json.items.map((one: { id: string }) => one.id)).toEqual([own.id]);
    await patch(theirs.id, 1, { assigned: ['staff-freelancer'] });
    expect((await world.ask('freelancer', { path: `/stories/${theirs.id}` })).status).toBe(200);
  });
  it('shows the public nothing', async () => {
    expect((await world.ask(null, { path: '/stories' })).status).toBe(401);
  });
  it('turns pages without losing or repeating a story', async () => {
    for (let i = 0; i < 7; i++) await written({ headline: `Seite ${i}` });
    const all = (await world.ask(editor, { path: '/stories?limit=100' })).json.items.map((one: { id: string }) => one.id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, next }: { items: { id: string }[]; next: string | null } = (await world.ask(editor, { path: `/stories?limit=4${cursor && `&cursor=${cursor}`}` })).json;
      paged.push(...items.map((one) => one.id));
      cursor = next;
    }
    expect(paged).toEqual(all);
  });
  it('says who has a story open', async () => {
    const { id } = await written();
    await world.ask('reporter', { method: 'PUT', path: `/stories/${id}/presence`, body: { tab: 'tab-00000001' } });
    expect((await read(id)).present).toMatchObject([{ id: 'staff-reporter' }]);
    world.clock.pass(60_000);
    expect((await read(id)).present).toEqual([]);
  });
});
