/** Everything that somebody changes over the API stands in the log of acts, and nothing ever leaves it. */
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroom } from '../src/newsroom.ts';
import { refuseComment } from '../src/newsroom/comments/comments.ts';
import { reportComment } from '../src/newsroom/comments/reporting/reporting.ts';
import { objectTo, stateReasons } from '../src/newsroom/comments/reporting/statements.ts';
import { isRefused } from '../src/platform/result.ts';
import { ffmpegVersion } from '../src/platform/video/ffmpeg.ts';
import { mp4 } from '../src/platform/video/testing.ts';
import type { Answer, TestHouse } from './house.ts';
import { testHouse } from './house.ts';

let world: TestHouse;
const done = new Set<string>();
const me = 'staff-administrator';
// Without ffmpeg no film is converted, and nothing is to be noted of it.
const converts = (await ffmpegVersion()) !== null;

beforeAll(async () => {
  world = await testHouse(newsroom);
  await world.house.db.insertInto('staff').values({ id: me, name: 'Tiziana Orlandelli', email: 'tiziana@example.org', role: 'administrator', language: 'de', may_sign_in: true, invited_at: world.clock.now(), joined_at: world.clock.now(), suspended_at: null }).execute();
});
afterAll(() => world.close());

const lines = async () => world.house.db.selectFrom('acts').selectAll().orderBy('id').execute();

/** Does it as an administrator, and expects a line of theirs in the log; answers what the API did. */
async function does(operation: string, given: { at?: Record<string, string | number>; body?: unknown; version?: number | '*' } = {}): Promise<Answer['json']> {
  const [method = '', pattern = ''] = operation.split(' ');
  const path = pattern.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(given.at?.[name]));
  const before = (await lines()).length;
  const headers = given.version === undefined ? {} : { 'if-match': given.version === '*' ? '*' : `"${given.version}"` };
  const answer = await world.ask('administrator', { method, path, headers, ...(given.body !== undefined && { body: given.body }) });
  expect([operation, answer.status, answer.status < 300 ? '' : answer.json]).toEqual([operation, expect.any(Number), '']);
  const written = (await lines()).slice(before);
  expect([operation, written.filter((line) => line.by_id === me && line.act !== '' && line.subject !== '').length]).toEqual([operation, expect.toSatisfy((count: number) => count > 0)]);
  done.add(operation);
  return answer.json;
}

/** The bytes of a picture, as the body itself. */
async function sends(operation: string, path: string, version?: number): Promise<Answer['json']> {
  const bytes = await sharp({ create: { width: 64, height: 40, channels: 3, background: '#a4161a' } }).png().toBuffer();
  return sendsBytes(operation, path, { bytes, type: 'image/png', version });
}

async function sendsBytes(operation: string, path: string, { bytes, type, version }: { bytes: Buffer; type: string; version?: number | undefined }): Promise<Answer['json']> {
  const [method = ''] = operation.split(' ');
  const before = (await lines()).length;
  const api = newsroom.find((feature) => path.startsWith(`/${feature.name}`))!.api!(world.house);
  const answer = await api.request(path, { method, body: new Uint8Array(bytes), headers: { 'content-type': type, 'x-test-role': 'administrator', ...(version !== undefined && { 'if-match': `"${version}"` }) } });
  expect(answer.ok).toBe(true);
  expect((await lines()).length).toBeGreaterThan(before);
  done.add(operation);
  return answer.json();
}

describe('the log of acts', () => {
  it('holds what is done with the house and its people', async () => {
    await does('PATCH /publication', { body: { name: 'Der Höhenweg' }, version: 1 });
    await sends('PUT /publication/logo', '/publication/logo', 2);
    await does('DELETE /publication/logo', { version: 3 });
    await does('PATCH /me', { body: { name: 'Tiziana Orlandelli-Züllig' } });
    const person = await does('POST /staff/invitations', { body: { email: 'ueli@example.org', name: 'Ueli Rüegg', role: 'reporter' } });
    await does('POST /staff/{id}/invitation', { at: person });
    await does('PATCH /staff/{id}', { at: person, body: { role: 'editor' } });
    await does('DELETE /staff/{id}/second-factor', { at: person });
    const token = await does('POST /tokens', { body: { name: 'Wetter', role: 'reporter' } });
    await does('DELETE /tokens/{id}', { at: token });
    await world.house.db.insertInto('sample_things').values({ kind: 'topic', id: 'x', fingerprint: 'x' }).execute();
    await does('DELETE /sample');
  });
  it('holds what is done with what stories are made of', async () => {
    const section = await does('POST /sections', { body: { path: 'zuerich', name: 'Zürich' } });
    await does('PATCH /sections/{id}', { at: section, body: { names: { de: 'Zürich und Umgebung' } }, version: 1 });
    const empty = await does('POST /sections', { body: { path: 'leer', name: 'Leer' } });
    await does('DELETE /sections/{id}', { at: empty });
    const agency = await does('POST /agencies', { body: { name: 'Agentur Föhn' } });
    await does('PATCH /agencies/{id}', { at: agency, body: { about: 'Wind' }, version: 1 });
    await does('DELETE /agencies/{id}', { at: agency });
    const author = await does('POST /authors', { body: { name: 'Ürsula Öztürk' } });
    await does('PATCH /authors/{id}', { at: author, body: { about: 'schreibt über Wind' }, version: 1 });
    const topic = await does('POST /topics', { body: { name: 'Föhn', language: 'de' } });
    await does('PATCH /topics/{id}', { at: topic, body: { name: 'Föhnsturm' } });
    const page = await does('POST /pages', { body: { title: 'Impressum' } });
    await does('PATCH /pages/{id}', { at: page, body: { public: true }, version: 1 });
    await does('DELETE /pages/{id}', { at: page });
    await does('PUT /fronts/{id}', { at: { id: 'front' }, body: { slots: [] }, version: (await world.ask('editor', { path: '/fronts/front' })).json.version });
    const picture = await sends('POST /pictures', '/pictures?name=Tödi.png');
    const gallery = await does('POST /galleries', { body: { title: 'Am Tödi', pictures: [{ id: picture.id }] } });
    await does('PATCH /galleries/{id}', { at: gallery, body: { lead: 'Vier Tage im Föhn.' }, version: 1 });
    await does('DELETE /galleries/{id}', { at: gallery });
    await does('POST /galleries/{id}/restore', { at: gallery });
    await does('PATCH /pictures/{id}', { at: picture, body: { credit: 'Archiv' }, version: 1 });
    await sends('PUT /pictures/{id}/file', `/pictures/${picture.id}/file`, 2);
    await does('PATCH /pictures', { body: { ids: [picture.id], change: { headline: 'Der Tödi' } } });
    const collection = await does('POST /collections', { body: { name: 'Berge' } });
    await does('PATCH /collections/{id}', { at: collection, body: { name: 'Gipfel' } });
    await does('POST /collections/{id}/pictures', { at: collection, body: { add: [picture.id] } });
    await does('DELETE /collections/{id}', { at: collection });
    await does('POST /pictures/{id}/block', { at: picture, body: { reason: 'x' } });
    await does('DELETE /pictures/{id}/block', { at: picture });
    await does('POST /pictures/{id}/seal', { at: picture, body: { reason: 'Urteil', confirm: true } });
  });
  it('holds what is done with films', async () => {
    const film = await sendsBytes('POST /videos', '/videos?name=Tödi.mp4', { bytes: mp4(), type: 'video/mp4' });
    await does('PATCH /videos/{id}', { at: film, body: { title: 'Lawine am Tödi' }, version: 1 });
    await sendsBytes('PUT /videos/{id}/captions/{language}', `/videos/${film.id}/captions/de`, { bytes: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nSchnee.\n'), type: 'text/vtt' });
    await does('DELETE /videos/{id}/captions/{language}', { at: { ...film, language: 'de' } });
    if (converts) await does('DELETE /videos/{id}/conversion', { at: film });
    if (converts) await does('POST /videos/{id}/conversion', { at: film });
    await does('POST /videos/{id}/block', { at: film, body: { reason: 'x' } });
    await does('DELETE /videos/{id}/block', { at: film });
    await does('POST /videos/{id}/seal', { at: film, body: { reason: 'Urteil', confirm: true } });
  });
  it('holds what is done with what other houses show', async () => {
    const provider = await does('POST /embed-providers', { body: { name: 'Alpenfilm', hosts: ['video.example'] } });
    await does('PATCH /embed-providers/{id}', { at: provider, body: { enabled: false }, version: 1 });
    await does('DELETE /embed-providers/{id}', { at: provider });
    const embed = await does('POST /embeds', { body: { url: 'https://youtu.be/dQw4w9WgXcQ' } });
    await does('PATCH /embeds/{id}', { at: embed, body: { title: 'Lawine am Tödi' }, version: 1 });
  });
  it('holds every step of a story', async () => {
    const story = await does('POST /stories', { body: { section: 'zuerich', headline: 'Föhn über Zürich', body: { html: '<p>Es stürmt.</p>' } } });
    const at = { id: story.id };
    await does('PATCH /stories/{id}', { at, body: { lead: 'Böen', reason: 'save' }, version: 1 });
    await does('POST /stories/{id}/preview', { at, body: {} });
    await does('POST /stories/{id}/submit', { at, body: {} });
    await does('POST /stories/{id}/return', { at, body: { note: 'Zahl prüfen' } });
    await does('POST /stories/{id}/publish', { at, body: { at: new Date(world.clock.now().getTime() + 60_000).toISOString() } });
    await does('POST /stories/{id}/unschedule', { at, body: {} });
    await does('POST /stories/{id}/publish', { at, body: {} });
    const correction = await does('POST /stories/{id}/corrections', { at, body: { text: 'Es waren 12 Böen.' } });
    await does('DELETE /stories/{id}/corrections/{correction}', { at: { ...at, correction: correction.id } });
    await does('POST /stories/{id}/versions/{number}/restore', { at: { ...at, number: 1 }, version: '*' });
    await does('POST /stories/{id}/discard', { at, body: {} });
    await does('POST /stories/{id}/withdraw', { at, body: { reason: 'Irrtum' } });
    await does('POST /stories/{id}/republish', { at, body: {} });
    await does('POST /stories/{id}/withdraw', { at, body: { reason: 'Urteil' } });
    await does('POST /stories/{id}/versions/{number}/seal', { at: { ...at, number: 1 }, body: { reason: 'Urteil', confirm: true } });
  });
  it('holds what moderators decide, and what they do about those who write', async () => {
    const { db } = world.house;
    const story = await world.ask('administrator', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Seegfrörni', body: { html: '<p>Der See trägt.</p>' } } });
    await world.ask('administrator', { method: 'POST', path: `/stories/${story.json.id}/publish`, body: {} });
    const now = world.clock.now();
    await db.insertInto('readers').values({ id: 'zora', email: 'zora@example.org', name: 'Zora Ünal', name_key: 'zora', language: 'de', created_at: now, verified_at: now, seen_at: now, notice_key: 'x' }).execute();
    const write = async (id: string) => db.insertInto('comments').values({ id, story_id: story.json.id, reader_id: 'zora', writer_name: 'Zora Ünal', text: 'Wie kalt?', language: 'de', state: 'pending', created_at: now, state_at: now }).execute();
    for (const id of ['eins', 'zwei', 'drei']) await write(id);
    const approved = await does('POST /comments/{id}/approve', { at: { id: 'eins' }, body: { seen: 'pending' } });
    await does('POST /comments/{id}/undo', { at: { id: 'eins' }, body: { decision: approved.decision } });
    await does('POST /comments/{id}/refuse', { at: { id: 'zwei' }, body: { seen: 'pending', reason: 'insult' } });
    await does('POST /comments/decide', { body: { comments: [{ id: 'eins', seen: 'pending' }, { id: 'drei', seen: 'pending' }], decision: 'approve' } });
    const at = { id: 'zora' };
    await does('POST /commenters/{id}/note', { at, body: { words: 'Kennt den See.' } });
    await does('POST /commenters/{id}/warn', { at, body: { words: 'Ton.' } });
    await does('POST /commenters/{id}/trust', { at, body: { trust: 'watched' } });
    await does('POST /commenters/{id}/suspend', { at, body: { days: 3 } });
    await does('POST /commenters/{id}/ban', { at, body: { words: 'Genug.' } });
    await does('POST /commenters/{id}/lift', { at, body: {} });
    const act = world.act;
    await act((tools) => reportComment(world.house, tools, { comment: 'drei', grounds: 'rules', law: '', words: 'Ton', name: '', email: '', goodFaith: false, language: 'de', network: null }));
    const [report] = (await world.ask('administrator', { path: '/comment-reports' })).json.items;
    await does('POST /comment-reports/{id}/decide', { at: report, body: { remove: true, reason: 'insult' } });
    // Who refused it cannot answer: somebody else did.
    await write('vier');
    const refused = await world.house.act({ kind: 'staff', id: 'jemand', name: 'Jemand', role: 'moderator' }, async (tools) => {
      const decided = await refuseComment(tools, { id: 'vier', seen: 'pending', reason: 'insult' });
      if (!isRefused(decided)) await stateReasons(tools, decided);
      return decided;
    });
    expect(isRefused(refused)).toBe(false);
    await act((tools) => objectTo(tools, { comment: 'vier', reader: 'zora', words: 'Doch.' }));
    const [objection] = (await world.ask('administrator', { path: '/comment-objections' })).json.items;
    await does('POST /comment-objections/{id}/decide', { at: objection, body: { restore: true, answer: 'Stimmt.' } });
    const word = await does('POST /comment-words', { body: { language: 'de', word: 'Trottel' } });
    await does('DELETE /comment-words/{id}', { at: word });
  });
  it('holds what is set for discussions, and what the newsroom does in them', async () => {
    await does('PATCH /comments/settings/{scope}', { at: { scope: 'site' }, body: { hours: 48, sentences: { de: 'Feierabend.' } }, version: 0 });
    const story = await world.ask('administrator', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Bise', body: { html: '<p>Es weht.</p>' } } });
    await world.ask('administrator', { method: 'POST', path: `/stories/${story.json.id}/publish`, body: {} });
    const at = { story: story.json.id };
    await does('PATCH /comments/threads/{story}', { at, body: { closed: true, sentence: 'Genug gesagt.' } });
    const answer = await does('POST /comments/threads/{story}/answers', { at, body: { text: 'Danke für die Zuschriften.' } });
    for (const mark of ['pin', 'unpin', 'choose', 'unchoose']) await does(`POST /comments/{id}/${mark}`, { at: answer });
  });
  it('misses no operation that changes something', () => {
    // Who has a story open or a comment before them is no act; one’s own sessions need one, and are in the tests of the staff.
    const elsewhere = ['DELETE /comments/{id}/hold', 'DELETE /me/sessions', 'DELETE /me/sessions/{id}', 'DELETE /stories/{id}/presence/{tab}', 'PUT /comments/{id}/hold', 'PUT /stories/{id}/presence'];
    // Bytes on their way are none either: what comes of them is.
    elsewhere.push('DELETE /uploads/{id}', 'PATCH /uploads/{id}', 'POST /uploads', 'POST /uploads/{id}/again');
    // Other houses are asked in the tests of the embeds.
    elsewhere.push('POST /embeds/{id}/look-up', 'POST /embeds/{id}/poster');
    if (!converts) elsewhere.push('DELETE /videos/{id}/conversion', 'POST /videos/{id}/conversion');
    const writing = newsroom.flatMap((feature) => {
      const { paths = {} } = feature.api?.(world.house).getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'test', version: '1' } }) ?? {};
      return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods as object).filter((method) => method !== 'get').map((method) => `${method.toUpperCase()} ${path}`));
    });
    expect(writing.filter((operation) => !done.has(operation)).toSorted()).toEqual(elsewhere.toSorted());
  });
  it('is read by who answers for the house: the newest first, in pages, by subject, person and act', async () => {
    const read = async (query: string, role = 'publisher') => (await world.ask(role, { path: `/acts?${query}` }));
    expect((await read('', 'editor')).status).toBe(403);
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, next }: { items: { id: string }[]; next: string | null } = (await read(`limit=7${cursor && `&cursor=${cursor}`}`)).json;
      all.push(...items.map(({ id }) => id));
      cursor = next;
    }
    expect(all).toEqual((await lines()).map(({ id }) => String(id)).toReversed());
    expect((await read('act=story.withdraw')).json.items).toMatchObject([{ by: { id: me, name: 'Tiziana Orlandelli' }, detail: { reason: 'Urteil' } }, { detail: { reason: 'Irrtum' } }]);
    expect((await read(`by=${me}&act=picture.seal`)).json.items).toHaveLength(1);
    expect((await read('subject=publication')).json.items).toHaveLength(3);
  });
  it('is append-only, for the program too', async () => {
    const { db } = world.house;
    const before = await lines();
    for (const change of [sql`update acts set by_name = 'Niemand'`, sql`update acts set detail = '{}' where id = ${before[0]!.id}`, sql`delete from acts`, sql`truncate acts`]) {
      await expect(change.execute(db)).rejects.toThrow('append-only');
    }
    expect(await lines()).toEqual(before);
  });
});
