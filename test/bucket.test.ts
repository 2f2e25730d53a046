/** The program with its pictures in a bucket of a real S3 server: settings, backup, what is missing, two processes, and the way there from files. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PictureJson } from '../src/newsroom/pictures/schemas.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import { all } from '../src/platform/objects/objects.contract.ts';
import { s3Store } from '../src/platform/objects/s3.ts';
import type { RunningProgram } from './running.ts';
import { runCommand, startProgram } from './running.ts';
import { noS3Server, startS3Server } from './s3-server.ts';

const server = await startS3Server();
if (server === null) process.stderr.write(`${noS3Server}\n`);

describe.skipIf(server === null)('pictures in a bucket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bucket-'));
  const databases: { close(): Promise<void> }[] = [];
  const running: RunningProgram[] = [];
  let nth = 0;
  afterAll(async () => {
    for (const program of running) await program.stop();
    for (const database of databases) await database.close();
    await server!.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const database = async () => {
    const made = await testDatabase();
    databases.push(made);
    return { DATABASE_URL: made.url };
  };
  const settings = (bucket: string) => ({ S3_ENDPOINT: server!.endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: server!.accessKey, S3_SECRET_KEY: server!.secretKey, S3_REGION: server!.region, S3_PREFIX: 'bote/' });
  const store = (bucket: string) => s3Store({ endpoint: server!.endpoint, bucket, accessKey: server!.accessKey, secretKey: server!.secretKey, region: server!.region, prefix: 'bote/' });
  const newFolder = () => join(folder, String((nth += 1)));
  const start = async (environment: Record<string, string>, dataDir = newFolder()) => {
    const program = await startProgram({ sample: false, dataDir, environment });
    running.push(program);
    return program;
  };
  const stop = async (program: RunningProgram) => {
    running.splice(running.indexOf(program), 1);
    await program.stop();
  };
  const command = (words: string[], environment: Record<string, string>) => runCommand(words, { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', ...environment });
  const photo = (background: string) => sharp({ create: { width: 900, height: 600, channels: 3, background } }).jpeg().toBuffer();
  const upload = async ({ url }: RunningProgram, token: string, bytes: Buffer): Promise<PictureJson> => {
    const answer = await fetch(`${url}/api/v1/pictures?name=F%C3%B6hn.jpg&credit=Archiv&alt=Ein%20See`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' }, body: new Uint8Array(bytes) });
    expect(answer.status).toBe(201);
    return await answer.json() as PictureJson;
  };
  const renditionOf = (picture: PictureJson) => picture.renditions.find(({ format, shape }) => format === 'jpeg' && shape === 'whole')!.url;
  const statusOf = async ({ url }: RunningProgram, path: string) => (await fetch(url + path)).status;

  it('refuses wrong settings in words: at the start, in a backup, and as the doctor finds them', async () => {
    const bucket = await server!.bucket();
    const rows = await database();
    const wrong = { ...settings(bucket), ...rows, S3_SECRET_KEY: 'falsch-geschrieben' };
    await expect(start(wrong)).rejects.toThrow(/refuses the key\. Check S3_ACCESS_KEY/u);
    await expect(start({ ...settings('gibt-es-nicht'), ...rows })).rejects.toThrow(/«gibt-es-nicht» at http.* does not exist\. Make it/u);
    await expect(command(['doctor', '--data', newFolder()], wrong)).rejects.toThrow(/refuses the key/u);
    await expect(command(['backup', join(folder, 'nie.backup'), '--data', newFolder()], wrong)).rejects.toThrow(/refuses the key/u);
    await expect(command(['doctor', '--data', newFolder()], { ...settings(bucket), ...rows, S3_BUCKET: '' })).rejects.toThrow(/S3_BUCKET is needed beside the other settings of S3/u);
    await expect(command(['doctor', '--data', newFolder()], { ...settings(bucket), ...rows, S3_ENDPOINT: 'http://127.0.0.1:9' })).rejects.toThrow(/does not answer/u);
  }, 120_000);

  describe('with pictures in it', () => {
    let bucket: string;
    let program: RunningProgram;
    let picture: PictureJson;
    let token: string;
    let environment: Record<string, string>;
    beforeAll(async () => {
      bucket = await server!.bucket();
      environment = { ...settings(bucket), ...(await database()) };
      program = await start(environment);
      token = await program.token('administrator');
      picture = await upload(program, token, await photo('#26445a'));
    }, 60_000);

    it('keeps them there and nowhere else, and sends them from there', async () => {
      expect(await statusOf(program, renditionOf(picture))).toBe(200);
      expect(existsSync(join(program.dataDir, 'objects'))).toBe(false);
      expect((await all(store(bucket))).length).toBeGreaterThan(picture.renditions.length);
    });

    it('puts them into a backup, and from it into another bucket', async () => {
      const file = join(folder, 'Bote.backup');
      expect(await program.command('backup', file)).toContain('objects');
      const [other, dataDir] = [await server!.bucket(), newFolder()];
      const there = { ...settings(other), ...(await database()) };
      expect(await command(['restore', file, '--replace', '--data', dataDir], there)).toContain('Restored as of');
      const restored = await start(there, dataDir);
      expect(await statusOf(restored, renditionOf(picture))).toBe(200);
      await stop(restored);
    }, 120_000);

    it('sees every change in each of two processes, and keeps what both write at once', async () => {
      const second = await start(environment);
      const bytes = await photo('#7a3b1e');
      const both = await Promise.all([upload(program, token, bytes), upload(second, token, bytes), program.command('doctor', '--mend').catch(String)]);
      for (const one of both.slice(0, 2) as PictureJson[]) {
        for (const process of [program, second]) expect(await statusOf(process, renditionOf(one))).toBe(200);
      }
      const blocked = both[0] as PictureJson;
      await fetch(`${program.url}/api/v1/pictures/${blocked.id}/block`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{"reason":"Persönlichkeitsrecht"}' });
      await expect.poll(() => statusOf(second, renditionOf(blocked))).toBe(410);
      await stop(second);
    }, 120_000);

    it('names the pictures that have lost an object', async () => {
      const answer = await fetch(`${program.url}/api/v1/pictures/${picture.id}`, { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      const objects = await all(store(bucket));
      expect(await program.command('doctor', '--mend').catch(String)).toContain('objects that rows name are there');
      for (const { address } of objects) await store(bucket).remove(address);
      await expect(program.command('doctor', '--mend')).rejects.toThrow(`picture:${picture.id}`);
    }, 120_000);
  });

  it('takes them from files into the bucket: nothing is removed before all are there', async () => {
    const [bucket, rows, dataDir] = [await server!.bucket(), await database(), newFolder()];
    const before = await start(rows, dataDir);
    const picture = await upload(before, await before.token('administrator'), await photo('#3b7a1e'));
    const move = (...more: string[]) => command(['objects', 'move', '--to', 's3', ...more, '--data', dataDir], { ...rows, ...settings(bucket) });
    expect(await move()).toMatch(/\d+ objects sent .*: all \d+ are there\./u);
    await expect(command(['objects', 'move', '--to', 's3', '--data', dataDir], rows)).rejects.toThrow('No bucket is set');
    await stop(before);
    expect(await move('--remove')).toMatch(/\d+ were removed from where they were/u);
    const after = await start({ ...rows, ...settings(bucket) }, dataDir);
    expect(await statusOf(after, renditionOf(picture))).toBe(200);
    expect(await after.command('doctor', '--mend').catch(String)).toContain('objects that rows name are there');
    await stop(after);
  }, 120_000);
});
