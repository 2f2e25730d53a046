import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { mustHold, until } from './fault.ts';
import type { Sender, Told } from './sender.ts';
import { idOf, sender } from './sender.ts';
import type { SmallDisk } from './small-disk.ts';
import { smallDisk } from './small-disk.ts';

/** Noise, so that it stays as large as it is: some 600 KB. */
const photograph = (at: number) => sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#666', noise: { type: 'gaussian', mean: 90 + at, sigma: 40 } } }).jpeg({ quality: 92 }).toBuffer();

const partBytes = 200_000;

interface Desk {
  readonly running: RunningProgram;
  readonly token: string;
  readonly line: Sender;
  /** Where files wait until all their bytes are there. */
  readonly waiting: SmallDisk;
  /** Where pictures are kept. */
  readonly kept: SmallDisk;
}

/** Two small disks: one fills while the other has room. */
async function withSmallDisks(work: (desk: Desk) => Promise<string>): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-full-uploads-'));
  const disks: SmallDisk[] = [];
  try {
    for (const [below, megabytes] of [['uploads', 8], ['objects', 24]] as const) disks.push(smallDisk(join(dataDir, below), megabytes));
    const [waiting, kept] = disks as [SmallDisk, SmallDisk];
    const running = await startProgram({ sample: false, dataDir });
    try {
      const token = await running.token('editor');
      return await work({ running, token, line: sender(running, token), waiting, kept });
    } finally {
      disks.forEach((disk) => disk.empty());
      await running.stop();
    }
  } finally {
    disks.forEach((disk) => disk.remove());
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Refused in words, nothing that came before is lost, and it goes on where it was. */
export const uploadsFull: Fault = {
  name: 'a full disk under uploads',
  run: () => withSmallDisks(async (desk) => {
    const [beside, cut, unread] = await Promise.all([photograph(0), photograph(1), photograph(2)]);
    const whole = await sendWhole(desk.line, beside);
    await isWhole(desk, beside, whole);
    const words = await inTheMiddle(desk, cut);
    await onceWhole(desk, unread);
    await isWhole(desk, beside, whole);
    return `refused with 507 at its beginning, in its middle, and when it was read: «${words}»; each went on when there was room`;
  }),
};

async function sendWhole(line: Sender, bytes: Buffer): Promise<string> {
  const id = idOf(await line.begin(bytes.length));
  await sendFrom(line, { id, bytes, from: 0 });
  return line.kept(id);
}

/** Part by part; throws with the first that is not kept. */
async function sendFrom(line: Sender, { id, bytes, from }: { id: string; bytes: Buffer; from: number }): Promise<void> {
  for (let offset = from; offset < bytes.length;) {
    const answer = await line.part(id, offset, bytes.subarray(offset, offset + partBytes));
    mustHold(answer.status === 204, `a part was answered with ${answer.status} ${answer.name}`);
    offset = answer.offset;
  }
}

/** The disk of what is on its way fills between two parts. */
async function inTheMiddle({ running, token, line, waiting }: Desk, bytes: Buffer): Promise<string> {
  const id = idOf(await line.begin(bytes.length));
  const first = await line.part(id, 0, bytes.subarray(0, partBytes));
  mustHold(first.status === 204 && first.offset === partBytes, `the first part was answered with ${first.status}`);
  waiting.fill();
  const refused = await line.part(id, partBytes, bytes.subarray(partBytes));
  const words = refusedForRoom(refused, 'a part');
  refusedForRoom(await line.begin(bytes.length), 'a beginning');
  const { status, offset } = await line.look(id);
  mustHold(status === 200 && offset >= partBytes, `it is at ${offset} (${status}), ${partBytes} bytes were acknowledged`);
  const here = readFileSync(join(running.dataDir, 'uploads', id));
  mustHold(here.equals(bytes.subarray(0, offset)), 'what had come is not what was sent');
  waiting.empty();
  await sendFrom(line, { id, bytes, from: (await line.look(id)).offset });
  await isWhole({ running, token }, bytes, await line.kept(id));
  return words;
}

/** All its bytes are there, and there is no room to keep what they become. */
async function onceWhole({ running, token, line, kept }: Desk, bytes: Buffer): Promise<void> {
  const ask = client(running.url, token);
  kept.fill();
  const id = idOf(await line.begin(bytes.length));
  await sendFrom(line, { id, bytes, from: 0 });
  await until(async () => (await ask('GET', `/uploads/${id}`)).json.state === 'refused', { within: 60_000, what: 'the refusal of a picture that cannot be kept' });
  const { json } = await ask('GET', `/uploads/${id}`, undefined, { 'accept-language': 'de' });
  mustHold(json.refused.name === 'store-full' && json.refused.again === true && json.refused.message.length > 20, `it was refused as ${JSON.stringify(json.refused)}`);
  kept.empty();
  const { status } = await ask('POST', `/uploads/${id}/again`);
  mustHold(status === 200, `reading it again was answered with ${status}`);
  await isWhole({ running, token }, bytes, await line.kept(id));
}

function refusedForRoom({ status, name, title, detail }: Told, what: string): string {
  mustHold(status === 507 && name === 'store-full' && `${title}${detail}`.length > 20, `${what} on a full disk is answered with ${status} ${name} «${title}»`);
  return title;
}

/** Its original to the last byte, and what readers see of it. */
async function isWhole({ running, token }: Pick<Desk, 'running' | 'token'>, bytes: Buffer, subject: string): Promise<void> {
  const address = createHash('sha256').update(bytes).digest('hex');
  mustHold(readFileSync(join(running.dataDir, 'objects', address.slice(0, 2), address.slice(2, 4), address)).equals(bytes), `the original of ${subject} is not what was sent`);
  const { json } = await client(running.url, token)('GET', `/pictures/${subject.split(':')[1]}`);
  mustHold(json.state === 'ready' && (await fetch(running.url + json.thumb)).status === 200, `${subject} is ${json.state}`);
}
