import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { xmpPacket } from '../../platform/images/written-metadata.ts';
import { importPicture } from './actions.ts';
import { renditionsJob } from './jobs.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature, picturesInUse, reportUses } from './pictures.ts';
import { endWhatIsDue } from './rights.ts';
import { tellWhatEnds } from './telling.ts';

let newsroom: TestHouse;
beforeAll(async () => {
  newsroom = await testHouse([feature]);
});
afterAll(async () => {
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

let shade = 0;
async function bring(said: { caption?: string; credit?: string; alt?: string; name?: string; agency?: string } = {}): Promise<string> {
  const { agency = '', name = 'bild.jpg', ...words } = said;
  shade += 1;
  newsroom.clock.pass(1);
  const plain = sharp({ create: { width: 30, height: 20, channels: 3, background: { r: shade, g: 40, b: 80 } } });
  const xmp = xmpPacket({ creators: [], creditLine: agency, copyright: '', usageTerms: '', digitalSourceType: '' });
  const bytes = await (xmp === null ? plain : plain.withXmp(xmp)).jpeg().toBuffer();
  const picture = await newsroom.act((tools) => importPicture(tools, { bytes, name, language: 'de', ...words, renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  return picture.id;
}

const editor = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => newsroom.ask('picture-editor', { method, path, ...(body !== undefined && { body }), headers });
const found = async (query: string): Promise<string[]> => (await editor('GET', `/pictures?${query}`)).json.items.map(({ id }: { id: string }) => id);
const change = async (id: string, said: object) => {
  const { json } = await editor('GET', `/pictures/${id}`);
  return editor('PATCH', `/pictures/${id}`, said, { 'if-match': `"${json.version}"` });
};
const runJob = (id: string) => renditionsJob.run(newsroom.house, { id });
/** A picture with something to see, as wide as this. */
const slope = (width: number) => sharp(Buffer.from([...Array(32 * 32 * 3).keys()].map((at) => (at * 7 + (at >> 5) * 3) % 251)), { raw: { width: 32, height: 32, channels: 3 } }).resize(width).jpeg().toBuffer();
const inMinutes = (minutes: number) => new Date(newsroom.clock.now().getTime() + minutes * 60_000);
const inDays = (days: number) => inMinutes(days * 24 * 60);
const shows = (story: string, pictures: readonly string[], { since = newsroom.clock.now() as Date | null, isPublic = true } = {}) => newsroom.act((tools) => reportUses(tools, [{
  usedBy: `story:${story}`, title: `Artikel ${story}`, path: `/stories/${story}`, since, pictures: pictures.map((id) => ({ id, public: isPublic })),
}]));
const asShown = async (story: string, id: string) => (await picturesInUse(newsroom.house.db, [{ usedBy: `story:${story}`, picture: id }]))(`story:${story}`, id)!;

describe('what is said of a picture', () => {
  it('is corrected field by field, and what the file said stays beside it', async () => {
    const id = await bring({ agency: 'Alpenbild' });
    const changed = await change(id, { headline: 'Gewitter im Bergell', creators: ['Zoë Rüegg'], keywords: ['Unwetter', 'Graubünden'], usageTerms: 'Nur redaktionell', date: '2026-11-21T07:30:00+01:00', city: 'Bondo' });
    expect(changed.status).toBe(200);
    expect(changed.json.details).toMatchObject({ headline: 'Gewitter im Bergell', creators: ['Zoë Rüegg'], creditLine: 'Alpenbild', keywords: ['Unwetter', 'Graubünden'], city: 'Bondo' });
    expect(changed.json.metadata).toMatchObject({ headline: '', creators: [], creditLine: 'Alpenbild' });
  });

  it('makes the credit follow the agency and the photographer, until somebody writes another', async () => {
    const id = await bring({ agency: 'Alpenbild' });
    expect((await change(id, { creators: ['Zoë Rüegg'] })).json.credit).toBe('Alpenbild / Zoë Rüegg');
    await change(id, { credit: 'Zoë Rüegg für Alpenbild' });
    expect((await change(id, { creditLine: 'Keystone' })).json.credit).toBe('Zoë Rüegg für Alpenbild');
  });

  it('is said of several at once, each refused by itself', async () => {
    const [one, other] = [await bring(), await bring()];
    const answer = await editor('PATCH', '/pictures', { ids: [one, other, 'xxxxxxxx'], change: { credit: 'Archiv «Höhenweg»' } });
    expect(answer.json).toEqual({ changed: [one, other], refused: [{ id: 'xxxxxxxx', name: 'no-such-picture' }] });
    expect((await editor('GET', `/pictures/${other}`)).json.credit).toBe('Archiv «Höhenweg»');
    const reporter = await newsroom.ask('reporter', { method: 'PATCH', path: '/pictures', body: { ids: [one], change: { credit: 'meins' } } });
    expect(reporter.json).toEqual({ changed: [], refused: [{ id: one, name: 'not-yours' }] });
  });

  it('is filled in where nothing stands, and nowhere else, where that is asked for', async () => {
    const [agency, phone] = [await bring({ credit: 'Keystone' }), await bring({ credit: '' })];
    const before = (await editor('GET', `/pictures/${agency}`)).json.version;
    const said = { credit: 'Zoë Rüegg', creators: ['Zoë Rüegg'], usableBy: ['role:editor'] };
    expect((await editor('PATCH', '/pictures', { ids: [agency, phone], change: said, onlyEmpty: true })).json.changed).toEqual([agency, phone]);
    expect((await editor('GET', `/pictures/${phone}`)).json).toMatchObject({ credit: 'Zoë Rüegg', usableBy: ['role:editor'], details: { creators: ['Zoë Rüegg'] } });
    expect((await editor('GET', `/pictures/${agency}`)).json).toMatchObject({ credit: 'Keystone', usableBy: ['role:editor'], version: before + 1 });
    await editor('PATCH', '/pictures', { ids: [agency], change: { credit: 'Ürs', usableBy: ['role:reporter'] }, onlyEmpty: true });
    expect((await editor('GET', `/pictures/${agency}`)).json).toMatchObject({ credit: 'Keystone', usableBy: ['role:editor'], version: before + 1 });
  });
});

describe('finding a picture', () => {
  let brienz: string;
  let zurich: string;
  beforeAll(async () => {
    brienz = await bring({ caption: 'Der Bergsturz über den Häusern von Brienz', credit: 'Keystone-SDA / Gian Ehrenzeller' });
    zurich = await bring({ caption: 'Le lac de Zurich', credit: 'AFP', name: 'ZUERICH_1234.jpg' });
    await change(brienz, { date: '2026-03-01', keywords: ['Naturgefahren'], creators: ['Øystein Müller'] });
  });

  it.each([
    ['a part of a word', 'sturz'], ['another form of a word', 'Haus'], ['words in any order', 'brienz bergsturz'], ['a keyword', 'naturgefahr'], ['a name', 'Ehrenzeller'],
    ['a name without its accents', 'muller'], ['a name as agencies write umlauts', 'Mueller'], ['capital letters', 'BRIENZ'],
  ])('goes by %s', async (_, words) => {
    expect(await found(`q=${encodeURIComponent(words)}`)).toEqual([brienz]);
  });

  it('finds the file that an agency could not give its umlaut', async () => {
    expect(await found('q=Z%C3%BCrich')).toEqual([zurich]);
    expect(await found('q=100%25')).toEqual([]);
  });

  it('goes by credit, by day, and by both', async () => {
    expect(await found('credit=keystone-sda')).toEqual([brienz]);
    expect(await found('from=2026-03-01&to=2026-03-01')).toEqual([brienz]);
    expect(await found('from=2026-03-02&credit=keystone')).toEqual([]);
    expect((await editor('GET', '/pictures?from=gestern')).status).toBe(422);
  });

  it('goes by the state of rights, by what is missing, by origin and by whether it is used', async () => {
    const ending = await bring({ caption: 'Rechtefall eins', credit: 'X', alt: 'y' });
    await change(ending, { usableUntil: inDays(3).toISOString(), sourceType: 'composite' });
    const bare = await bring({ caption: '', credit: '', alt: '', name: 'rechtefall.jpg' });
    await editor('POST', `/pictures/${bare}/block`, { reason: 'Persönlichkeitsrecht' });
    expect(await found('q=rechtefall&rights=ending')).toEqual([ending]);
    expect(await found('q=rechtefall&rights=blocked')).toEqual([bare]);
    expect(await found('q=rechtefall&missing=alt')).toEqual([bare]);
    expect(await found('q=rechtefall&origin=composed')).toEqual([ending]);
    await shows('rechtefa', [ending]);
    expect(await found('q=rechtefall&used=true')).toEqual([ending]);
    expect(await found('q=rechtefall&used=false')).toEqual([bare]);
  });
});

describe('a collection', () => {
  it('holds pictures under a name of its own, and lets them go', async () => {
    const [one, other] = [await bring({ caption: 'Sammelbild eins' }), await bring({ caption: 'Sammelbild zwei' })];
    const { json: made, status } = await editor('POST', '/collections', { name: 'Abstimmung «30. November»' });
    expect([status, made]).toMatchObject([201, { count: 0 }]);
    expect((await editor('POST', '/collections', { name: 'abstimmung «30. november»' })).status).toBe(409);
    expect((await editor('POST', `/collections/${made.id}/pictures`, { add: [one, other, 'xxxxxxxx'] })).json.count).toBe(2);
    expect(await found(`collection=${made.id}`)).toEqual([other, one]);
    expect(await found(`collection=${made.id}&q=zwei`)).toEqual([other]);
    expect((await editor('GET', `/pictures/${one}/collections`)).json.items).toEqual([{ id: made.id, name: 'Abstimmung «30. November»', count: 2 }]);
    expect((await editor('POST', `/collections/${made.id}/pictures`, { remove: [one] })).json.count).toBe(1);
    expect((await editor('PATCH', `/collections/${made.id}`, { name: 'Abstimmung' })).json.name).toBe('Abstimmung');
    expect((await editor('DELETE', `/collections/${made.id}`)).status).toBe(200);
    expect((await editor('GET', `/pictures/${other}`)).status).toBe(200);
    expect((await editor('POST', `/collections/${made.id}/pictures`, { add: [one] })).status).toBe(404);
  });
});

describe('a right that hangs on what shows the picture', () => {
  it('is listed where it is used, public things first', async () => {
    const id = await bring();
    await shows('entwurf2', [id], { since: null, isPublic: false });
    await shows('gedruckt', [id]);
    const { json } = await editor('GET', `/pictures/${id}/uses`);
    expect(json.items.map(({ usedBy, path, public: isPublic }: Record<string, unknown>) => [usedBy, path, isPublic])).toEqual([
      ['story:gedruckt', '/stories/gedruckt', true], ['story:entwurf2', '/stories/entwurf2', false],
    ]);
    await shows('gedruckt', []);
    expect((await editor('GET', `/pictures/${id}/uses`)).json.items).toHaveLength(1);
  });

  it('leaves the archive so many days after readers first saw the story, to the instant', async () => {
    const id = await bring({ credit: 'Agentur', alt: 'Berg' });
    await shows('archiv22', [id]);
    await shows('spaeter2', [id], { since: inDays(1) });
    await change(id, { days: 2 });
    expect((await asShown('archiv22', id)).ends).toEqual(inDays(2));
    expect(await asShown('neuer222', id)).toMatchObject({ ends: null, usable: true });
    newsroom.clock.pass(2 * 24 * 60 * 60_000);
    newsroom.announced.length = 0;
    await Promise.all([endWhatIsDue(newsroom.house), endWhatIsDue(newsroom.house)]);
    expect(newsroom.announced.filter(({ facts }) => facts['id'] === id)).toEqual([{ event: 'picture.ended', facts: { id, usedBy: 'story:archiv22' }, tags: [`picture:${id}`] }]);
    expect(await asShown('archiv22', id)).toMatchObject({ usable: false, ready: false, sources: [], ends: null });
    expect((await asShown('spaeter2', id)).usable).toBe(true);
    await change(id, { days: null });
    expect((await asShown('archiv22', id)).usable).toBe(true);
  });

  it('is shown with one story only', async () => {
    const id = await bring({ credit: 'Agentur', alt: 'Berg' });
    await change(id, { onlyWith: 'story:seine222' });
    expect([(await asShown('seine222', id)).usable, (await asShown('andere22', id)).usable]).toEqual([true, false]);
    expect((await change(id, { onlyWith: 'https://example.org' })).status).toBe(422);
  });
});

describe('a right that ends soon', () => {
  it('is told a week before, once: to who put the picture in, and to the picture desk where it is used', async () => {
    const { house, clock } = newsroom;
    await tellWhatEnds(house);
    const person = (id: string, role: 'reporter' | 'picture-editor') => ({ id, name: `Zoë ${id}`, email: `${id}@example.org`, role, language: 'fr' as const, may_sign_in: true, invited_at: clock.now(), joined_at: clock.now(), suspended_at: null });
    await house.db.insertInto('staff').values([person('staff-reporter', 'reporter'), person('bildredaktion', 'picture-editor')]).execute();
    const used = await bring({ caption: 'Föhn über dem Säntis' });
    const idle = await bring({ caption: 'Nebel am Säntis' });
    await house.db.updateTable('pictures').set({ created_by: 'staff-reporter' }).where('id', 'in', [used, idle]).execute();
    await shows('saentis2', [used]);
    for (const id of [used, idle]) await change(id, { usableUntil: inDays(8).toISOString() });
    const mails = async () => (await house.db.selectFrom('mails').selectAll().orderBy('recipient').execute()).map(({ recipient, body_text }) => [recipient, body_text] as const);
    const told = (await mails()).length;
    await tellWhatEnds(house);
    expect(await mails()).toHaveLength(told);
    clock.pass(24 * 60 * 60_000);
    await Promise.all([tellWhatEnds(house), tellWhatEnds(house)]);
    const [desk, owner] = (await mails()).slice(told);
    expect(desk?.[0]).toBe('bildredaktion@example.org');
    expect(desk?.[1]).toContain('Föhn über dem Säntis');
    expect(desk?.[1]).not.toContain('Nebel');
    expect(owner?.[1]).toContain('Nebel am Säntis');
    expect(owner?.[1]).toContain(`/desk/pictures/${idle}`);
    await tellWhatEnds(house);
    expect(await mails()).toHaveLength(told + 2);
  });
});

describe('another file in place of a picture', () => {
  const replace = (id: string, version: number, bytes: Buffer) => feature.api!(newsroom.house).request(`/pictures/${id}/file?name=besser.jpg`, {
    method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': 'image/jpeg', 'x-test-role': 'picture-editor', 'if-match': `"${version}"` },
  });
  const file = (credit: string, width = 40) => sharp({ create: { width, height: 30, channels: 3, background: '#2f6b4f' } })
    .withXmp(xmpPacket({ creators: [], creditLine: credit, copyright: '', usageTerms: '', digitalSourceType: '' })!).jpeg().toBuffer();

  it('is shown wherever the old one was, with the words that people wrote', async () => {
    const id = await bring({ agency: 'Alpenbild', caption: 'Der Säntis im Föhn', alt: 'Ein Berg' });
    await shows('ersetzt2', [id]);
    const before = await asShown('ersetzt2', id);
    await change(id, { keywords: ['Säntis'], focus: { x: 0.25, y: 0.1234 } });
    newsroom.announced.length = 0;
    const replaced = await replace(id, 2, await file('Keystone'));
    expect(replaced.status).toBe(200);
    const json = await replaced.json();
    expect(json).toMatchObject({ name: 'besser.jpg', width: 40, height: 30, caption: 'Der Säntis im Föhn', credit: 'Keystone', alt: 'Ein Berg', version: 3, focus: { byHand: false } });
    expect(json.details).toMatchObject({ keywords: ['Säntis'], creditLine: 'Keystone' });
    expect(newsroom.announced).toContainEqual(expect.objectContaining({ event: 'picture.changed', tags: [`picture:${id}`] }));
    const after = await asShown('ersetzt2', id);
    expect(after.ready).toBe(true);
    await runJob(id);
    expect((await asShown('ersetzt2', id)).fallback).not.toBe(before.fallback);
    expect((await asShown('ersetzt2', id)).width).toBe(40);
  });

  it('is refused where it is no picture, or was made from an older version', async () => {
    const id = await bring();
    expect((await replace(id, 1, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(415);
    const whole = await slope(400);
    expect((await replace(id, 1, whole.subarray(0, whole.length / 2))).status).toBe(422);
    expect((await replace(id, 7, whole)).status).toBe(412);
    expect((await editor('GET', `/pictures/${id}`)).json).toMatchObject({ version: 1, width: 30 });
  });
});

it('keeps in sight what somebody points at, and finds it again by itself', async () => {
  const id = await bring();
  expect((await change(id, { focus: { x: 0.25, y: 0.12345 } })).json.focus).toEqual({ x: 0.25, y: 0.123, byHand: true });
  expect((await change(id, { focus: null })).json.focus.byHand).toBe(false);
  expect((await change(id, { focus: { x: 2, y: 0 } })).status).toBe(422);
});

it('names pictures that look alike', async () => {
  const [one, other] = await Promise.all([slope(300), slope(240)].map(async (making) => {
    const bytes = await making;
    const kept = await newsroom.act((tools) => importPicture(tools, { bytes, name: 'zweimal.jpg', language: 'de', renditions: 'now' }));
    return 'refused' in kept ? '' : kept.id;
  }));
  const { json } = await editor('GET', `/pictures/${one}/alike`);
  expect(json.items.map(({ picture }: { picture: { id: string } }) => picture.id)).toContain(other);
});
