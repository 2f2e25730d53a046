import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { milliseconds, mustHold, until } from './fault.ts';
import { smallDisk } from './small-disk.ts';

/** Noise, so that it stays as large as it is. */
const photograph = (at: number) => sharp({ create: { width: 900, height: 600, channels: 3, background: '#555', noise: { type: 'gaussian', mean: 90 + at, sigma: 40 } } }).jpeg({ quality: 90 }).toBuffer();

async function upload(running: RunningProgram, token: string, at: number): Promise<{ status: number; json: { id: string; name: string; title: string } }> {
  const answer = await fetch(`${running.url}/api/v1/pictures?name=foto-${at}.jpg`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' }, body: new Uint8Array(await photograph(at)) });
  return { status: answer.status, json: (await answer.json()) as never };
}

async function onSmallDisk({ below, megabytes }: { below: string; megabytes: number }, work: (running: RunningProgram, disk: ReturnType<typeof smallDisk>) => Promise<string>): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-full-'));
  const disk = smallDisk(join(dataDir, below), megabytes);
  try {
    const running = await startProgram({ sample: false, dataDir });
    try {
      return await work(running, disk);
    } finally {
      disk.empty();
      await running.stop();
    }
  } finally {
    disk.remove();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Where the pictures are kept there is no room: what was there stays, what comes is refused, and room heals it. */
export const objectsFull: Fault = {
  name: 'a full disk where pictures and backups are kept',
  run: () => onSmallDisk({ below: 'objects', megabytes: 12 }, async (running, disk) => {
    const objects = join(running.dataDir, 'objects');
    const token = await running.token('administrator');
    const ask = client(running.url, token);
    const first = await upload(running, token, 0);
    mustHold(first.status === 201, `an upload answers ${first.status} while there is room`);
    await until(async () => (await ask('GET', `/pictures/${first.json.id}`)).json.state === 'ready', { within: 60_000, what: 'the first picture' });
    const { json: picture } = await ask('GET', `/pictures/${first.json.id}`);
    disk.fill();
    const files = () => readdirSync(objects, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).sort();
    const before = files();
    const more = () => files().filter((file) => !before.includes(file)).join(', ');
    const refused = await upload(running, token, 1);
    mustHold(refused.status === 507 && refused.json.name === 'store-full', `an upload onto a full disk answers ${refused.status} ${JSON.stringify(refused.json)}`);
    mustHold(more() === '', `left of a refused upload: ${more()}`);
    const file = join(objects, 'sicherung.broadsheet');
    const said = await running.command('backup', file).then(() => 'it was written', (error: Error) => error.message);
    mustHold(/The disk of .* is full\. No backup was written/u.test(said) && !existsSync(file), `a backup onto a full disk: ${said}`);
    mustHold(more() === '', `left of a refused backup: ${more()}`);
    for (const { url } of picture.renditions) mustHold((await fetch(running.url + new URL(url, running.url).pathname)).status === 200, `the picture that was there does not answer: ${url}`);
    mustHold((await ask('POST', '/sections', { path: 'inland', name: 'Inland' })).status === 201, 'a section cannot be made, although the database has room');
    disk.empty();
    mustHold((await upload(running, token, 2)).status === 201, 'an upload is refused although there is room again');
    return `upload refused with 507: «${refused.json.title}»; backup refused; ${picture.renditions.length} sizes of the picture before it whole; goes on when there is room`;
  }),
};

/** Postgres itself has no room left: nothing is acknowledged that is not there, and room heals it. */
export const wholeDiskFull: Fault = {
  name: 'a full disk under database and pictures alike',
  run: () => onSmallDisk({ below: '', megabytes: 160 }, async (running, disk) => {
    const ask = client(running.url, await running.token('administrator'));
    await ask('POST', '/sections', { path: 'inland', name: 'Inland' });
    const { json: story } = await ask('POST', '/stories', { section: 'inland', headline: 'Zürich voll', slug: 'voll', body: { html: '<p>Platz genug.</p>' } });
    await ask('POST', `/stories/${story.id}/publish`, {});
    mustHold((await fetch(running.url + story.url)).status === 200, 'the story does not answer before');
    disk.fill();
    let saved = 0;
    let refusal: { status: number; name: string } | null = null;
    for (let round = 1; round <= 400 && refusal === null; round += 1) {
      const { etag } = await ask('GET', `/stories/${story.id}`);
      const answer = await ask('PATCH', `/stories/${story.id}`, { lead: `Runde ${round}`, reason: 'save', body: { html: `<p>${noise(400_000)}</p>` } }, { 'if-match': etag ?? '"1"' });
      if (answer.status === 200) saved = round;
      else refusal = { status: answer.status, name: answer.json.name };
    }
    mustHold(refusal?.status === 503 || refusal?.status === 507, `a save onto a full disk answers ${refusal?.status ?? 'always 200'} ${refusal?.name ?? ''}`);
    mustHold((await fetch(running.url + story.url)).status === 200, 'readers do not get a page that was there');
    disk.empty();
    const healed = await until(async () => {
      const { etag, status } = await ask('GET', `/stories/${story.id}`);
      return status === 200 && (await ask('PATCH', `/stories/${story.id}`, { kicker: 'wieder Platz' }, { 'if-match': etag! })).status === 200;
    }, { within: 60_000, what: 'saving with room again' });
    const { json: now } = await ask('GET', `/stories/${story.id}`);
    mustHold(saved === 0 || now.content.lead === `Runde ${saved}`, `${now.content.lead} is there, round ${saved} was acknowledged`);
    return `${saved} saves acknowledged and kept, then ${refusal!.status} ${refusal!.name}; saving again ${milliseconds(healed)} after there was room, without a restart`;
  }),
};

/** Text that no compression makes small. */
const noise = (length: number) => Array.from({ length: Math.ceil(length / 8) }, () => Math.random().toString(36).slice(2, 9)).join(' ');
