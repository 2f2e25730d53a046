import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { startTestEngine, testDatabase } from '../../src/platform/database/testing.ts';
import { client } from '../client.ts';
import { freePort, startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, until } from './fault.ts';

/** A job of a quarter of an hour at most is taken up long before: its process has not been heard of. */
const taken = 60_000;

/** Large and full of detail, so that its small formats take seconds. */
const photograph = () => sharp({ create: { width: 5_000, height: 3_300, channels: 3, background: '#456', noise: { type: 'gaussian', mean: 120, sigma: 40 } } }).jpeg({ quality: 80 }).toBuffer();

/** What it was doing is done in the end, soon, and once. */
export const jobKilled: Fault = {
  name: 'the program killed in the middle of a job',
  async run() {
    const engine = await startTestEngine();
    const database = await testDatabase(engine);
    const jobs = new pg.Pool({ connectionString: database.url, max: 1 });
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-job-'));
    const order = { sample: false, dataDir, port: await freePort(), environment: { DATABASE_URL: database.url } };
    let running = await startProgram(order);
    const state = async () => (await jobs.query<{ state: string }>(`select state from pgboss.job where name = 'pictures.renditions' order by created_on desc limit 1`)).rows[0]?.state;
    try {
      const token = await running.token('administrator');
      const answer = await fetch(`${running.url}/api/v1/pictures?name=foehn.jpg`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' }, body: new Uint8Array(await photograph()) });
      const { id } = (await answer.json()) as { id: string };
      mustHold(answer.status === 201, `a picture was answered with ${answer.status}`);
      await until(async () => (await state()) === 'active', { within: 30_000, what: 'the making of its small formats' });
      await running.kill();
      mustHold((await state()) === 'active', `the job was ${await state()} when the program was killed`);
      running = await startProgram(order);
      const again = await until(async () => (await state()) !== 'active', { within: taken, what: 'the end of a job whose process is gone' });
      const ask = client(running.url, token);
      const made = async () => (await ask('GET', `/pictures/${id}`)).json.renditions.filter((one: { format: string }) => one.format === 'avif').length;
      const done = await until(async () => (await state()) === 'completed' && (await made()) > 0, { within: 120_000, what: 'the job that was taken up' });
      return `taken up ${milliseconds(again)} after the start, done ${milliseconds(done)} later: ${await made()} small formats`;
    } finally {
      await running.stop().catch(() => undefined);
      await jobs.end();
      await database.close();
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};
