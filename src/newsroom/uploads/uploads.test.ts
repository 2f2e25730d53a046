import { existsSync, readdirSync, statSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { idIn, tusClient } from '../../../test/tus.ts';
import type { Feature } from '../../platform/feature.ts';
import { StoreFull } from '../../platform/objects/store-full.ts';
import { refuse } from '../../platform/result.ts';
import { readAbandoned, readJob } from './arriving.ts';
import { fileOf } from './folder.ts';
import { createLocker } from './holding.ts';
import { forgottenAfter, mostUnfinished, readAgainAfter, whyNotBegin } from './rules.ts';
import { takeHold } from './store.ts';
import { sweepUploads } from './sweeping.ts';
import { feature } from './uploads.ts';
import { uploadsThemselves } from './themselves.ts';

/** Letters to the editor, as plain files: empty ones are refused, each becomes a line in the log. */
const letters: Feature = {
  name: 'letters', acts: { 'letter.send': ['editor', 'reporter'] },
  words: Object.fromEntries(['de', 'fr', 'it', 'en'].map((language) => [language, { 'refused.empty-letter': `Leer (${language}).` }])) as never,
  uploads: [{
    name: 'letter', act: 'letter.send', acts: { 'letter.send': ['editor', 'reporter'] }, greatestBytes: 3_000_000, fields: z.object({ language: z.string().max(5).optional() }).strict(),
    async take(house, { path, name, said, by }) {
      const text = await readFile(path);
      if (text.length === 0 || text[0] === 0x20) return refuse('empty-letter');
      const address = await house.objects.put(text);
      return async (tools) => {
        await tools.record({ act: 'letter.send', subject: `letter:${address}`, detail: { name, said, by: by.id } });
        return `letter:${address}`;
      };
    },
  }],
};

let newsroom: TestHouse;
let tus: ReturnType<typeof tusClient>;
beforeAll(async () => {
  newsroom = await testHouse([feature, letters]);
  tus = tusClient(newsroom);
});
afterAll(() => newsroom.close());

const text = Buffer.from('Grüezi aus Zürich: «Der Föhn war früher stärker.» '.repeat(40));
const words = { kind: 'letter', filename: 'Leserbrief Zürich.txt', language: 'de' };
const read = (id: string) => readJob.run(newsroom.house, { id });
const files = () => readdirSync(join(newsroom.house.settings.dataDir, 'uploads'));
const kept = () => newsroom.house.db.selectFrom('acts').select(['subject', 'detail', 'by_id']).where('act', '=', 'letter.send').execute();

async function sent(body: Uint8Array = text): Promise<string> {
  const id = idIn(await tus.begin(body.length, words));
  expect((await tus.send(id, 0, body)).status).toBe(204);
  return id;
}

/** Gives some bytes, and breaks, as a line does, once these have come. */
function breaking(bytes: Uint8Array, id: string): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream({
    async pull(controller) {
      if (given) {
        await expect.poll(() => statSync(fileOf(newsroom.house, id)).size).toBe(bytes.length);
        controller.error(new Error('the train is in a tunnel'));
      } else controller.enqueue(bytes);
      given = true;
    },
  });
}

describe('sending a file', () => {
  it('takes it in parts, and what came of it is told once it is read', async () => {
    const begun = await tus.begin(text.length, words);
    expect([begun.status, begun.headers.get('tus-resumable'), begun.headers.get('access-control-allow-origin')]).toEqual([201, '1.0.0', null]);
    const id = idIn(begun);
    const first = await tus.send(id, 0, text.subarray(0, 500));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '500']);
    expect((await tus.look(id)).json).toMatchObject({ kind: 'letter', name: 'Leserbrief Zürich.txt', bytes: text.length, offset: 500, state: 'coming', subject: null, refused: null });
    expect((await tus.send(id, 500, text.subarray(500))).headers.get('upload-offset')).toBe(String(text.length));
    expect((await tus.look(id)).json).toMatchObject({ state: 'arrived', offset: text.length });
    await read(id);
    const { json } = await tus.look(id);
    expect(json).toMatchObject({ state: 'kept', subject: expect.stringMatching(/^letter:[0-9a-f]{64}$/u), expires: null });
    expect(Buffer.from((await newsroom.house.objects.get(json.subject.slice(7)))!).equals(text)).toBe(true);
    expect((await kept()).at(-1)).toMatchObject({ by_id: 'staff-reporter', detail: { name: 'Leserbrief Zürich.txt', said: { language: 'de' } } });
    expect(newsroom.announced.at(-1)).toEqual({ event: 'upload.ended', facts: { id } });
    expect(files()).not.toContain(id);
  });

  it('goes on after a line that broke, from the byte that had come', async () => {
    const id = idIn(await tus.begin(text.length, words));
    expect((await tus.send(id, 0, breaking(text.subarray(0, 777), id))).status).toBeGreaterThanOrEqual(400);
    expect(await tus.offset(id)).toBe(777);
    expect((await tus.send(id, 777, text.subarray(777))).status).toBe(204);
    await read(id);
    expect((await tus.look(id)).json.state).toBe('kept');
  });

  it('writes nothing at a place that is not the next', async () => {
    const id = idIn(await tus.begin(text.length, words));
    const { status, json } = await tus.send(id, 9, text.subarray(9));
    expect([status, json.name]).toEqual([409, 'wrong-offset']);
    expect(await tus.offset(id)).toBe(0);
  });

  it('never takes more bytes than were said', async () => {
    const id = idIn(await tus.begin(10, words));
    expect((await tus.send(id, 0, text)).status).toBe(413);
    expect(await tus.offset(id)).toBeLessThanOrEqual(10);
  });

  it('is taken back: its bytes are gone, and nothing comes of it', async () => {
    const id = await sent();
    expect((await tus.say('DELETE', `/uploads/${id}`)).status).toBe(204);
    expect([existsSync(fileOf(newsroom.house, id)), await tus.offset(id)]).toEqual([false, null]);
    const before = (await kept()).length;
    await read(id);
    expect((await kept()).length).toBe(before);
  });

  it('is read once, however often that is asked for', async () => {
    const id = await sent();
    const before = (await kept()).length;
    await Promise.all([read(id), read(id), read(id)]);
    await read(id);
    expect((await kept()).length).toBe(before + 1);
  });
});

describe('what is refused', () => {
  it('is refused before the first byte: what nobody takes, what is too large, what the role may not', async () => {
    const cases: [Record<string, string>, number, number, string][] = [
      [{ ...words, kind: 'recipe' }, 10, 422, 'no-such-kind'],
      [{ filename: 'x' }, 10, 422, 'no-such-kind'],
      [words, 3_000_001, 413, 'too-large'],
      [{ ...words, language: 'zürichdeutsch' }, 10, 422, 'invalid-input'],
      [{ ...words, language: 'd\0' }, 10, 422, 'invalid-input'],
    ];
    for (const [said, bytes, status, name] of cases) {
      const told = await tus.begin(bytes, said);
      expect([told.status, told.json.name], JSON.stringify(said)).toEqual([status, name]);
    }
    const freelancer = await tusClient(newsroom, 'freelancer').begin(10, words);
    expect([freelancer.status, freelancer.json.name]).toEqual([403, 'not-allowed']);
    expect((await tusClient(newsroom, 'moderator').begin(10, words)).status).toBe(403);
    expect((await tusClient(newsroom, null).begin(10, words)).status).toBe(401);
    const odd = await tus.say('POST', '/uploads', { headers: { 'upload-length': 'viel', 'upload-metadata': 'kind !!!' } });
    expect([odd.status, odd.json.name]).toEqual([400, 'malformed-upload']);
  });

  it('keeps a name harmless, whatever it says', async () => {
    const id = idIn(await tus.begin(10, { ...words, filename: '..\\..\\/etc/pass\u0000wd\n\u202e.jpg' }));
    expect((await tus.look(id)).json.name).toBe('passwd\u202e.jpg');
  });

  it('is said in the words of the feature that takes such files', async () => {
    const id = await sent(Buffer.from(' leer'));
    await read(id);
    expect((await tus.look(id)).json).toMatchObject({ state: 'refused', refused: { name: 'empty-letter', message: 'Leer (de).', again: false } });
    expect(files()).not.toContain(id);
    expect((await tus.say('POST', `/uploads/${id}/again`)).json.name).toBe('not-again');
  });

  it('is what somebody sent who may not any more: suspended, or in another role, since the first byte', async () => {
    const before = (await kept()).length;
    for (const now of [null, { kind: 'staff', id: 'staff-reporter', name: 'Tiziana Orlandelli', role: 'moderator' }] as const) {
      const id = await sent();
      await readJob.run({ ...newsroom.house, whoIsNow: async () => now }, { id });
      expect((await tus.look(id)).json).toMatchObject({ state: 'refused', refused: { name: 'no-longer-allowed', message: expect.stringContaining('nicht mehr senden'), again: false } });
      expect(files()).not.toContain(id);
    }
    expect((await kept()).length).toBe(before);
  });

  it('is nobody else’s to see, to go on with or to take back', async () => {
    const id = idIn(await tus.begin(text.length, words));
    const editor = tusClient(newsroom, 'editor');
    expect([(await editor.look(id)).status, await editor.offset(id), (await editor.send(id, 0, text)).status, (await editor.say('DELETE', `/uploads/${id}`)).status]).toEqual([404, null, 404, 404]);
    expect(await tus.offset(id)).toBe(0);
  });

  it('leaves bytes that found no room where they are kept, and reads them when there is room', async () => {
    const id = await sent(Buffer.from('kein Platz'));
    const { put } = newsroom.house.objects;
    newsroom.house.objects.put = () => Promise.reject(new StoreFull(null));
    try {
      // The kind of the tests lets the store's error through, as a disk that fills up between two questions would.
      await expect(read(id)).rejects.toThrow(StoreFull);
    } finally {
      newsroom.house.objects.put = put;
    }
    expect((await tus.look(id)).json.state).toBe('arrived');
    await read(id);
    expect((await tus.look(id)).json.state).toBe('kept');
  });

  it('asks for room and a bounded number before it begins', () => {
    const good = { bytes: 10, greatest: 20, unfinished: 0, free: 1_000 };
    expect(whyNotBegin(good)).toBeNull();
    expect(whyNotBegin({ ...good, free: 19 })?.refused).toBe('store-full');
    expect(whyNotBegin({ ...good, unfinished: mostUnfinished })).toEqual({ refused: 'too-many-unfinished', detail: { most: mostUnfinished } });
    expect(whyNotBegin({ ...good, bytes: 21 })?.refused).toBe('too-large');
  });
});

describe('one writer at a time', () => {
  it('lets whoever comes back have it from a request that still hangs on the dead line', async () => {
    const id = idIn(await tus.begin(text.length, words));
    let hang!: ReadableStreamDefaultController<Uint8Array>;
    const silent = new ReadableStream<Uint8Array>({ start: (controller) => void (hang = controller) });
    const first = tus.send(id, 0, silent);
    hang.enqueue(text.subarray(0, 300));
    await expect.poll(() => existsSync(fileOf(newsroom.house, id)) && files().includes(id)).toBe(true);
    await expect.poll(async () => (await newsroom.house.db.selectFrom('uploads').select('held_by').where('id', '=', id).executeTakeFirst())?.held_by).toBeTruthy();
    // Another process speaks with the same folder and the same database.
    const elsewhere = tusClient(newsroom);
    expect(await elsewhere.offset(id)).toBe(300);
    hang.close();
    expect((await first).headers.get('upload-offset') ?? '300').toBe('300');
    expect((await elsewhere.send(id, 300, text.subarray(300))).status).toBe(204);
  });

  it('takes over from a process that was killed when its lease has ended', async () => {
    const { house, clock } = newsroom;
    const id = idIn(await tus.begin(text.length, words));
    const now = clock.now();
    await house.act(uploadsThemselves, (tools) => takeHold(tools.db, { id, holder: 'killed', now, until: new Date(now.getTime() + 10_000) }));
    const lock = createLocker(house).newLock(id);
    const waiting = lock.lock(new AbortController().signal, () => undefined);
    clock.pass(10_000);
    await waiting;
    await lock.unlock();
  });

  it('does not wait for an upload that is not there', async () => {
    await expect(createLocker(newsroom.house).newLock('nobody').lock(new AbortController().signal, () => undefined)).rejects.toMatchObject({ status_code: 404 });
  });
});

describe('after a kill', () => {
  it('finds what was whole and never said to be', async () => {
    for (const look of ['HEAD', 'GET', 'sweep'] as const) {
      const id = idIn(await tus.begin(text.length, words));
      // The last byte was written, and then the process was no more.
      await appendFile(fileOf(newsroom.house, id), text);
      if (look === 'HEAD') expect(await tus.offset(id)).toBe(text.length);
      if (look === 'GET') expect((await tus.look(id)).json).toMatchObject({ state: 'arrived', expires: null });
      if (look === 'sweep') {
        newsroom.clock.pass(readAgainAfter + 1);
        await sweepUploads(newsroom.house);
      }
      await read(id);
      expect((await tus.look(id)).json.state, look).toBe('kept');
    }
  });

  it('reads within seconds what its reader was killed over', async () => {
    const { house, clock } = newsroom;
    const id = await sent();
    const now = clock.now();
    await house.act(uploadsThemselves, (tools) => takeHold(tools.db, { id, holder: 'killed', now, until: new Date(now.getTime() + 10_000) }));
    const jobs = async () => Number((await sql<{ count: string }>`select count(*) from pgboss.job where name = 'uploads.read' and singleton_key = ${id}`.execute(house.db)).rows[0]!.count);
    await readAbandoned(house);
    expect(await jobs()).toBe(0);
    clock.pass(10_000);
    await Promise.all([readAbandoned(house), readAbandoned(house)]);
    expect(await jobs()).toBe(1);
    await read(id);
    expect((await tus.look(id)).json.state).toBe('kept');
  });

  it('says that bytes are lost which are not there any more', async () => {
    const id = await sent();
    await rm(fileOf(newsroom.house, id));
    await read(id);
    expect((await tus.look(id)).json.refused).toMatchObject({ name: 'upload-lost' });
  });

  it('forgets what nobody went on with for a day, and files that belong to nothing', async () => {
    const { house, clock } = newsroom;
    const forgotten = idIn(await tus.begin(text.length, words));
    await tus.send(forgotten, 0, text.subarray(0, 100));
    clock.pass(forgottenAfter - 60_000);
    const young = idIn(await tus.begin(text.length, words));
    await mkdir(join(house.settings.dataDir, 'uploads'), { recursive: true });
    for (const stray of ['stray', 'young-stray']) await writeFile(fileOf(house, stray), 'x');
    const machine = clock.now().getTime() - clock.offset;
    await utimes(fileOf(house, 'young-stray'), new Date(machine), new Date(machine));
    await utimes(fileOf(house, 'stray'), new Date(0), new Date(0));
    clock.pass(60_001);
    await sweepUploads(house);
    expect(await tus.offset(forgotten)).toBeNull();
    expect(await tus.offset(young)).toBe(0);
    expect(files()).toEqual(expect.arrayContaining([young, 'young-stray']));
    expect(files()).not.toEqual(expect.arrayContaining(['stray']));
    expect(files()).not.toContain(forgotten);
  });
});
