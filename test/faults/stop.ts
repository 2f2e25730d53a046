import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { client } from '../client.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, pause } from './fault.ts';

/** SIGTERM: what is under way is answered whole, streams end, the database ends in order, and all of it within 5 s. */
export const toldToStop: Fault = {
  name: 'told to stop with requests under way',
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-stop-'));
    const running = await startProgram({ sample: false, dataDir });
    try {
      const token = await running.token('administrator');
      const ask = client(running.url, token);
      await ask('POST', '/sections', { path: 'inland', name: 'Inland' });
      const events = await fetch(`${running.url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } });
      const streamed = events.body!.pipeTo(new WritableStream()).then(() => 'ended', () => 'cut');
      const slow = Promise.all([1, 2, 3].map((at) => slowly({ url: `${running.url}/api/v1/stories`, token, body: JSON.stringify({ section: 'inland', headline: `Während des Endes geschrieben, ${at}` }) })));
      await pause(300);
      const stopped = running.stop();
      const answered = await slow;
      const took = await stopped;
      mustHold(answered.every((status) => status === 201), `requests that were under way are answered with ${answered.join(', ')}`);
      mustHold(took < 5_000, `it took ${milliseconds(took)} to stop`);
      mustHold((await streamed) === 'ended', 'the event stream was cut instead of ended');
      mustHold(!existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid')), 'its Postgres did not end in order');
      const again = await startProgram({ sample: false, dataDir });
      const { json } = await client(again.url, token)('GET', '/stories');
      const idle = await again.stop();
      mustHold(json.items.length === answered.length, 'what was acknowledged while it stopped is not there');
      return `stopped in ${milliseconds(took)} with three writes half sent and a stream open, all answered and kept; in ${milliseconds(idle)} when idle`;
    } finally {
      await running.kill();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

/** Some of the body at once, the rest a second later; answers the status. */
function slowly({ url, token, body }: { url: string; token: string; body: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const sent = request(url, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': bytes.length } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.write(bytes.subarray(0, 10));
    setTimeout(() => sent.end(bytes.subarray(10)), 1_000);
  });
}
