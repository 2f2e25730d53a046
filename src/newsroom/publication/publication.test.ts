import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse, type TestHouse } from '../../../test/house.ts';
import { contrast } from '../../design/colour.ts';
import { dark, light } from '../../design/tokens.ts';
import { letters } from './letters.ts';
import { feature, readPublication } from './publication.ts';
import { accentAsShown, initialOf, isTimeZone, textOn } from './rules.ts';
import { objectsOfPublication } from './store.ts';
import { publicationRoutes } from './routes.ts';

let world: TestHouse;
let site: ReturnType<typeof publicationRoutes>;
beforeAll(async () => {
  world = await testHouse([feature]);
  site = publicationRoutes(world.house);
});
afterAll(() => world.close());

const read = () => world.ask('reporter', { path: '/publication' });
const change = async (body: object, role = 'publisher') => world.ask(role, { method: 'PATCH', path: '/publication', body, headers: { 'if-match': (await read()).headers.get('etag')! } });
const putLogo = async (bytes: Uint8Array, { type = 'image/png', role = 'administrator' } = {}) => {
  const api = feature.api!({ ...world.house, whoIs: async () => ({ kind: 'staff', id: 'a', name: 'A', role }) });
  const version = (await readPublication(world.house.db)).version;
  const answer = await api.request('/publication/logo', { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers: { 'content-type': type, 'if-match': `"${version}"` } });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, json: (await answer.json()) as any };
};
const pixels = (width: number, height: number) => sharp({ create: { width, height, channels: 4, background: { r: 163, g: 39, b: 31, alpha: 1 } } })
  .composite([{ input: Buffer.from('<svg width="20" height="20"><circle cx="10" cy="10" r="9" fill="#fff"/></svg>'), gravity: 'centre' }]);

describe('The publication', () => {
  it('is plain at first, and changes field by field with its version', async () => {
    const first = await read();
    expect(first.json).toMatchObject({ version: 1, name: 'Broadsheet', languages: ['de'], timeZone: 'Europe/Zurich', addressForm: 'sie', logo: null });
    const { status, json, headers } = await change({ name: 'Morgauer Zeitung', shortName: 'Morgauer', languages: ['de', 'fr'], imprint: { publisher: 'Verlagsgenossenschaft «Zürisee»' } });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(json).toMatchObject({ name: 'Morgauer Zeitung', languages: ['de', 'fr'], imprint: { publisher: 'Verlagsgenossenschaft «Zürisee»', town: '' } });
    await change({ imprint: { town: 'Aldenbrugg' } });
    expect((await read()).json.imprint).toMatchObject({ publisher: 'Verlagsgenossenschaft «Zürisee»', town: 'Aldenbrugg' });
    expect(world.announced.at(-1)).toEqual({ event: 'publication.changed', facts: { version: 3 }, tags: ['publication'] });
    const acts = await world.house.db.selectFrom('acts').select(['act', 'detail']).execute();
    expect(acts.at(-1)).toMatchObject({ act: 'publication.edit', detail: { fields: ['imprint'], version: 3 } });
  });

  it('asks for the version that was read, and answers an old one with what stands', async () => {
    expect((await world.ask('publisher', { method: 'PATCH', path: '/publication', body: { name: 'X' } })).status).toBe(428);
    const stale = await world.ask('publisher', { method: 'PATCH', path: '/publication', body: { name: 'X' }, headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, json: { current: { name: 'Morgauer Zeitung', version: 3 } } });
  });

  it('of two changes at once loses neither: one is told', async () => {
    const etag = (await read()).headers.get('etag')!;
    const both = await Promise.all(['Eins', 'Zwei'].map((tagline) => world.ask('publisher', { method: 'PATCH', path: '/publication', body: { tagline }, headers: { 'if-match': etag } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is changed by those who run the house alone', async () => {
    for (const role of ['freelancer', 'reporter', 'editor', 'picture-editor', 'moderator', 'fundraiser']) expect((await change({ name: 'Meine' }, role)).status).toBe(403);
    expect((await putLogo(await pixels(40, 40).png().toBuffer(), { role: 'editor' })).status).toBe(403);
  });

  it.each([
    [{ accent: 'red' }, '/accent'], [{ timeZone: 'Europe/Zürich' }, '/timeZone'], [{ timeZone: '+01:00' }, '/timeZone'], [{ languages: [] }, '/languages'],
    [{ languages: ['rm'] }, '/languages/0'], [{ addressForm: 'ihr' }, '/addressForm'], [{ name: ' \n ' }, '/name'], [{ contact: { email: 'keine' } }, '/contact/email'], [{ colour: '#fff' }, '/colour'],
  ])('refuses %j at %s', async (body, pointer) => {
    const { status, json } = await change(body);
    expect([status, json.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('refuses the same language twice', async () => {
    expect(await change({ languages: ['de', 'de'] })).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:language-twice' } });
  });
});

describe('The logo', () => {
  it('is trimmed, made small, and loses what it says of its maker', async () => {
    const file = await sharp({ create: { width: 3000, height: 900, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .composite([{ input: await pixels(2400, 600).png().toBuffer(), gravity: 'centre' }]).withExif({ IFD0: { Artist: 'geheim' } }).png().toBuffer();
    const { status, json } = await putLogo(file);
    expect(status).toBe(200);
    expect(json.logo).toMatchObject({ width: 1200, height: 300 });
    const answer = await site.request(json.logo.url);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes('geheim')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 300 });
    expect((await site.request('/logo/0123456789abcdef.png')).status).toBe(404);
  });

  it.each(['image/svg+xml', 'image/png'])('that is an SVG is refused, whatever it is called (%s)', async (type) => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
    const { status, json } = await putLogo(svg, { type });
    expect(status).toBe(415);
    expect(json.type).toMatch(/logo-type|json-expected/u);
  });

  it('that is damaged or not there is refused', async () => {
    const whole = await pixels(400, 200).png().toBuffer();
    expect(await putLogo(whole.subarray(0, whole.length / 2))).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:logo-corrupt' } });
    expect(await putLogo(new Uint8Array())).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:logo-missing' } });
    expect((await putLogo(new Uint8Array(5 * 1024 * 1024))).status).toBe(413);
  });
});

describe('Icons', () => {
  const icon = async (path: string) => {
    const answer = await site.request(path);
    return { answer, image: sharp(Buffer.from(await answer.arrayBuffer())) };
  };

  it('are made from the logo, in every size, upon white', async () => {
    await putLogo(await pixels(600, 200).webp().toBuffer(), { type: 'image/webp' });
    for (const size of [32, 180, 192, 512]) {
      const { answer, image } = await icon(`/icon-${size}.png`);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(await image.metadata()).toMatchObject({ width: size, height: size });
      const { data } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
      const inside = (Math.floor(size / 2) * size + Math.floor(size * 0.2)) * 3;
      expect(Math.abs(data[inside]! - 163) + Math.abs(data[inside + 1]! - 39)).toBeLessThan(8);
    }
    expect(await objectsOfPublication(world.house.db)).toHaveLength(5);
  });

  it('show the initial upon the accent where there is no logo, and follow name and colour', async () => {
    const version = (await readPublication(world.house.db)).version;
    expect((await world.ask('publisher', { method: 'DELETE', path: '/publication/logo', headers: { 'if-match': `"${version}"` } })).json.logo).toBeNull();
    const bytes = async () => Buffer.from(await (await site.request('/icon-180.png')).arrayBuffer());
    const before = await bytes();
    const corner = await sharp(before).removeAlpha().extract({ left: 2, top: 2, width: 1, height: 1 }).raw().toBuffer();
    expect([...corner]).toEqual([0xa4, 0x16, 0x1a]);
    const { channels } = await sharp(before).removeAlpha().stats();
    expect(channels[1]!.max).toBe(255);
    await change({ name: 'Zeitung' });
    expect((await bytes()).equals(before)).toBe(false);
  });

  it('are drawn once, however many ask at once, and answer 304', async () => {
    await change({ accent: '#005f73' });
    const answers = await Promise.all(['/icon-32.png', '/icon-180.png', '/favicon.ico', '/icon-32.png'].map((path) => site.request(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const etag = answers[0]!.headers.get('etag')!;
    expect((await site.request('/icon-32.png', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('stand in the manifest', async () => {
    const answer = await site.request('/manifest.webmanifest');
    expect(answer.headers.get('content-type')).toBe('application/manifest+json');
    expect(await answer.json()).toMatchObject({ name: 'Zeitung', short_name: 'Morgauer', lang: 'de', icons: [{ src: '/icon-192.png', sizes: '192x192' }, { src: '/icon-512.png' }] });
  });
});

describe('Rules', () => {
  it('every letter is an outline that can be drawn', () => {
    for (const [letter, path] of Object.entries(letters)) expect(path, letter).toMatch(/^(?:[MLQCZ](?:-?\d+(?:\.\d)?[ ]?)*)+$/u);
  });

  it.each([['Der Bund', 'D'], ['Übersee-Blatt', 'U'], ['«Érable»', 'E'], ['24 heures', '2'], ['ßanftmut', 'S'], ['Правда', null], ['🗞️', null]])('the initial of %s is %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });

  it.each(['#ffff00', '#000000', '#ffffff', '#777777', '#a4161a', '#00ff88', '#1a1aff'])('the accent %s is shown so that it can be read, and text upon it too', (accent) => {
    const shown = accentAsShown(accent);
    expect(contrast(shown.light, light.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shown.dark, dark.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(textOn(accent), accent)).toBeGreaterThanOrEqual(4.4);
  });

  it.each([['Europe/Zurich', true], ['UTC', true], ['America/Argentina/Buenos_Aires', true], ['Europe/Atlantis', false], ['+01:00', false], ['', false], ['europe', false]])('%s is a time zone: %s', (name, is) => {
    expect(isTimeZone(name)).toBe(is);
  });
});
