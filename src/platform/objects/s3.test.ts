import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3mini } from 's3mini';
import { afterAll, describe, expect, it } from 'vitest';
import type { S3Server } from '../../../test/s3-server.ts';
import { noS3Server, startS3Server } from '../../../test/s3-server.ts';
import { all, keepsObjects } from './objects.contract.ts';
import type { S3Place } from './s3.ts';
import { s3Store, whatIsWrong } from './s3.ts';
import { StoreFull } from './store-full.ts';

// Asked here, since what is skipped must be known before the first test.
const server = await startS3Server();
if (server === null) process.stderr.write(`${noS3Server}\n`);
afterAll(() => server?.stop());

/** Lets objects look as old as a test says: no such server lets anybody set when something was written. */
function aging() {
  const ages = new Map<string, Date>();
  const keyIn = (url: string) => /\/objects\/([0-9a-f]{64})$/u.exec(new URL(url).pathname)?.[1] ?? '';
  const ask: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const key = keyIn(String(input));
    if (init?.method === 'PUT' || (init?.method === 'POST' && answer.ok)) ages.delete(key);
    const headers = new Headers(answer.headers);
    if (ages.has(key)) headers.set('last-modified', ages.get(key)!.toUTCString());
    if (!(answer.headers.get('content-type') ?? '').includes('xml')) return new Response(answer.body, { status: answer.status, headers });
    const text = (await answer.text()).replaceAll(/<Key>[^<]*?([0-9a-f]{64})<\/Key>(.*?)<LastModified>[^<]*</gsu, (whole, name: string) => (ages.has(name) ? whole.replace(/<LastModified>[^<]*</u, `<LastModified>${ages.get(name)!.toISOString()}<`) : whole));
    return new Response(text, { status: answer.status, headers });
  };
  return { ages, ask };
}

async function newPlace(running: S3Server, more: Partial<S3Place> = {}): Promise<S3Place> {
  const { endpoint, accessKey, secretKey, region } = running;
  return { endpoint, accessKey, secretKey, region, bucket: await running.bucket(), prefix: 'bote/', ...more };
}

describe.skipIf(server === null)('on a real S3 server', () => {
  keepsObjects('a bucket of objects', async () => {
    const { ages, ask } = aging();
    return { store: s3Store(await newPlace(server!, { fetch: ask })), age: async (address, written) => void ages.set(address, written) };
  });

  it('sends a large file in parts, and leaves none of them when it breaks off', async () => {
    const place = await newPlace(server!);
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-s3-'));
    try {
      const path = join(folder, 'Föhn.mp4');
      const film = Buffer.alloc(40_000_000, 'Donaudampfschifffahrt');
      await writeFile(path, film);
      const asked: string[] = [];
      const store = s3Store({ ...place, fetch: (input, init) => (asked.push(`${init?.method} ${new URL(String(input)).search}`), fetch(input, init)) });
      const address = await store.putFile(path);
      expect(asked.filter((one) => /PUT .*partNumber=/u.test(one))).toHaveLength(3);
      const opened = await store.open(address, { from: 16_777_210, to: 16_777_225 });
      expect(opened?.size).toBe(film.length);
      expect(await new Response(opened!.stream).text()).toBe(film.subarray(16_777_210, 16_777_226).toString());
      film[0] = 0;
      await writeFile(path, film);
      const broken = s3Store({ ...place, fetch: async (input, init) => (/partNumber=2/u.test(String(input)) ? new Response('', { status: 400 }) : fetch(input, init)) });
      await expect(broken.putFile(path)).rejects.toThrow('400');
      expect((await all(store)).map((one) => one.address)).toEqual([address]);
      expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  it('removes parts that a killed process left, and the words of a killed remover', async () => {
    const place = await newPlace(server!);
    const store = s3Store(place);
    const s3 = new S3mini({ endpoint: `${place.endpoint}/${place.bucket}`, region: place.region, accessKeyId: place.accessKey, secretAccessKey: place.secretKey });
    const left = await s3.getMultipartUploadId(`bote/objects/${'a'.repeat(64)}`);
    await s3.uploadPart(`bote/objects/${'a'.repeat(64)}`, left, 'halb', 1);
    await s3.putObject(`bote/leaving/${'b'.repeat(64)}`, 'leaving');
    expect(await store.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(2);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('says what is wrong: a refused key, no such bucket, nobody there', async () => {
    const place = await newPlace(server!);
    expect(await whatIsWrong(place)).toBeNull();
    expect(await whatIsWrong({ ...place, secretKey: 'falsch' })).toBe('refused');
    expect(await whatIsWrong({ ...place, bucket: 'gibt-es-nicht' })).toBe('no-bucket');
    expect(await whatIsWrong({ ...place, endpoint: 'http://127.0.0.1:9' })).toBe('no-answer');
    await expect(s3Store({ ...place, secretKey: 'falsch' }).put(Buffer.from('x'))).rejects.toThrow('403');
  });

  it('asks again where the server is away for a moment, and says that there is no room', async () => {
    const place = await newPlace(server!);
    let refusals = 2;
    const store = s3Store({ ...place, fetch: async (input, init) => (refusals-- > 0 ? new Response('', { status: 503 }) : fetch(input, init)) });
    expect(await store.get(await store.put(Buffer.from('Grüezi')))).not.toBeNull();
    const full = s3Store({ ...place, fetch: async () => new Response('<Error><Code>QuotaExceeded</Code></Error>', { status: 403, headers: { 'content-type': 'application/xml' } }) });
    await expect(full.put(Buffer.from('x'))).rejects.toBeInstanceOf(StoreFull);
  });
});
