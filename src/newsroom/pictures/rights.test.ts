import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createWeb } from '../../platform/http/web.ts';
import type { Web } from '../../platform/http/web.ts';
import { importPicture } from './actions.ts';
import { patientDarkroom, quickDarkroom } from './making.ts';
import { feature, pictureSummaries } from './pictures.ts';
import { endWhatIsDue, removalJob } from './rights.ts';

let newsroom: TestHouse;
let web: Web;
let url: string;
let bytes: Buffer;
let id: string;
let path: string;

beforeAll(async () => {
  newsroom = await testHouse([feature]);
  const { house } = newsroom;
  web = createWeb({
    settings: { ...house.settings, host: '127.0.0.1', port: 0 }, clock: house.clock, log: house.log, metrics: createMetrics(), pages: [], apis: [], routes: [],
    first: [feature.first!(house)], isDatabaseGone: () => false,
    errorPages: { render: async () => ({ body: 'x' }), plain: () => ({ body: 'x' }) },
  });
  ({ url } = await web.listen());
});

let shade = 0;
beforeEach(async () => {
  shade += 1;
  bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: { r: shade, g: 90, b: 120 } } }).png().toBuffer();
  ({ id, path } = await bring());
});

afterAll(async () => {
  await web.close();
  await newsroom.close();
  await Promise.all([quickDarkroom.close(), patientDarkroom.close()]);
});

async function bring() {
  const picture = await newsroom.act((tools) => importPicture(tools, { bytes, name: 'Tödi.png', language: 'de', credit: 'Archiv', alt: 'Berg', renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  return { id: picture.id, path: (await summary(picture.id)).fallback! };
}

const summary = async (of = id) => (await pictureSummaries(newsroom.house.db, [of])).get(of)!;
const status = async (target = path) => (await fetch(url + target, { redirect: 'manual' })).status;
const call = (role: string, method: string, more: string, body?: unknown, headers: Record<string, string> = {}) =>
  newsroom.ask(role, { method, path: `/pictures/${id}${more}`, ...(body !== undefined && { body }), headers });

/** What was announced is heard by the house, as the database would tell it. */
function hear() {
  for (const { event, facts, tags = [] } of newsroom.announced.splice(0)) newsroom.house.events.hear({ event, facts, tags });
}

describe('a blocked picture', () => {
  it('is gone from pages and addresses at once, and comes back when it is let', async () => {
    expect(await status()).toBe(200);
    const blocked = await call('picture-editor', 'POST', '/block', { reason: 'Die abgebildete Person verlangt es.' });
    expect(blocked.json).toMatchObject({ rights: 'blocked', blocked: { reason: 'Die abgebildete Person verlangt es.' }, version: 2, thumb: null });
    expect(blocked.json.missing).toEqual([{ name: 'rights', field: 'rights' }]);
    expect(newsroom.announced.at(-1)).toEqual({ event: 'picture.blocked', facts: { id }, tags: [`picture:${id}`] });
    hear();
    expect(await status()).toBe(410);
    expect(await summary()).toMatchObject({ ready: false, usable: false, sources: [], fallback: null });
    expect((await call('picture-editor', 'POST', '/block', { reason: 'noch einmal' })).status).toBe(409);
    expect((await call('editor', 'DELETE', '/block')).json).toMatchObject({ rights: 'free', blocked: null });
    hear();
    expect(await status()).toBe(200);
    expect((await call('editor', 'DELETE', '/block')).status).toBe(409);
  });

  it('is blocked by those who answer for pictures alone', async () => {
    expect((await call('reporter', 'POST', '/block', { reason: 'weil' })).status).toBe(403);
    expect((await call('editor', 'POST', '/block', { reason: ' ' })).status).toBe(422);
  });
});

describe('a right that ends', () => {
  it('ends at its instant, on addresses and on pages', async () => {
    const ends = new Date(newsroom.clock.now().getTime() + 60_000);
    const changed = await call('editor', 'PATCH', '', { usableUntil: ends.toISOString() }, { 'if-match': '"1"' });
    expect(changed.json).toMatchObject({ rights: 'ending', usableUntil: ends.toISOString() });
    hear();
    expect([await status(), (await summary()).ends]).toEqual([200, ends]);
    expect(await endWhatIsDue(newsroom.house)).toEqual(ends);
    newsroom.clock.pass(59_999);
    expect(await status()).toBe(200);
    newsroom.clock.pass(1);
    expect(await status()).toBe(410);
    newsroom.announced.length = 0;
    await Promise.all([endWhatIsDue(newsroom.house), endWhatIsDue(newsroom.house)]);
    expect(newsroom.announced).toEqual([{ event: 'picture.ended', facts: { id }, tags: [`picture:${id}`] }]);
    expect(await summary()).toMatchObject({ usable: false, ready: false });
  });

  it('is given anew', async () => {
    const at = (minutes: number) => new Date(newsroom.clock.now().getTime() + minutes * 60_000).toISOString();
    expect((await call('editor', 'PATCH', '', { usableUntil: at(-1) }, { 'if-match': '"1"' })).json).toMatchObject({ rights: 'ended' });
    expect(await status()).toBe(410);
    expect((await call('editor', 'PATCH', '', { usableUntil: null, decorative: true, alt: '' }, { 'if-match': '"2"' })).json)
      .toMatchObject({ rights: 'free', usableUntil: null, decorative: true, missing: [] });
    hear();
    expect(await status()).toBe(200);
  });
});

describe('a sealed picture', () => {
  it('is gone for ever, with every other picture of the same file, and is not taken again', async () => {
    const other = await bring();
    const { house } = newsroom;
    const addresses = [(await house.db.selectFrom('pictures').select('original').where('id', '=', id).executeTakeFirstOrThrow()).original];
    for (const { address } of await house.db.selectFrom('picture_renditions').select('address').where('picture_id', '=', id).execute()) addresses.push(address);
    expect((await call('administrator', 'POST', '/seal', { reason: 'Urteil vom 3. Mai' })).status).toBe(422);
    expect((await call('publisher', 'POST', '/seal', { reason: 'Urteil vom 3. Mai', confirm: true })).status).toBe(403);
    const sealed = await call('administrator', 'POST', '/seal', { reason: 'Urteil vom 3. Mai', confirm: true });
    expect(new Set(sealed.json.sealed)).toEqual(new Set([id, other.id]));
    await removalJob.run(house, { addresses });
    hear();
    expect([await status(), await status(other.path)]).toEqual([410, 410]);
    for (const address of addresses) expect(await house.objects.get(address)).toBeNull();
    expect((await call('editor', 'GET', '')).json).toMatchObject({ rights: 'sealed', name: '', alt: '', credit: '', metadata: {} });
    expect(await newsroom.act((tools) => importPicture(tools, { bytes, name: 'wieder.png', language: 'de' }))).toMatchObject({ refused: 'sealed' });
    expect((await call('administrator', 'POST', '/seal', { reason: 'noch einmal', confirm: true })).status).toBe(410);
    const [seal] = await house.db.selectFrom('seals').selectAll().where('reference', '=', addresses[0]!).execute();
    expect(seal).toMatchObject({ kind: 'object', reason: 'Urteil vom 3. Mai', by_name: 'Tiziana Orlandelli' });
  });
});

it('says how a picture came to be, on the page and in the file', async () => {
  const changed = await call('editor', 'PATCH', '', { sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' }, { 'if-match': '"1"' });
  expect(changed.json).toMatchObject({ sourceType: 'trainedAlgorithmicMedia', origin: 'generated' });
  expect((await summary()).origin).toBe('generated');
});
