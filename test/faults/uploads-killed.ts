import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { client } from '../client.ts';
import type { RunningProgram } from '../running.ts';
import { freePort, runCommand, startProgram } from '../running.ts';
import type { Fault } from './fault.ts';
import { mustHold, pause } from './fault.ts';
import { idOf, sender } from './sender.ts';
import type { Sender } from './sender.ts';

const pictures = 50;
const atOnce = 6;
const partBytes = 150_000;

interface Sent {
  readonly bytes: Buffer;
  id: string | null;
  /** As far as the program has acknowledged. */
  offset: number;
}

const photograph = (at: number) => sharp({ create: { width: 900, height: 600, channels: 3, background: '#456', noise: { type: 'gaussian', mean: 100 + at, sigma: 40 } } }).jpeg({ quality: 92 }).toBuffer();

/** Whatever was acknowledged is there after the start, the rest goes on from there, and nothing lies about that belongs to nothing. */
export const uploadsKilled: Fault = {
  name: `the program killed in the middle of ${pictures} uploads`,
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-uploads-'));
    const port = await freePort();
    let running = await startProgram({ sample: false, dataDir, port });
    try {
      const token = await running.token('editor');
      const all: Sent[] = [];
      for (let at = 0; at < pictures; at += 1) all.push({ bytes: await photograph(at), id: null, offset: 0 });
      let kills = 0;
      let again = 0;
      while (all.some(isMissing)) {
        const line = sender(running, token);
        const sending = sendAll(line, all);
        if (kills < 4) {
          await pause(700 + 400 * kills);
          await running.kill();
          kills += 1;
          await sending;
          running = await startProgram({ sample: false, dataDir, port });
          again += await compare(line, all);
        } else await sending;
      }
      const subjects = await Promise.all(all.map((one) => sender(running, token).kept(one.id!)));
      await checkPictures(running, token, { all, subjects });
      await running.stop();
      const orphans = await mend(dataDir);
      return `${kills} kills, ${again} uploads went on where they were; ${pictures} pictures whole, each once; ${orphans} orphans removed, none left`;
    } finally {
      await running.kill().catch(() => undefined);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

const isMissing = ({ bytes, offset }: Sent) => offset < bytes.length;

/** Until all is sent or the line is dead. */
async function sendAll(line: Sender, all: readonly Sent[]): Promise<void> {
  const waiting = all.filter(isMissing);
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await sendOne(line, one);
  };
  await Promise.all(Array.from({ length: atOnce }, () => worker().catch(() => undefined)));
}

async function sendOne(line: Sender, one: Sent): Promise<void> {
  one.id ??= idOf(await line.begin(one.bytes.length));
  while (isMissing(one)) {
    const answer = await line.part(one.id, one.offset, one.bytes.subarray(one.offset, one.offset + partBytes));
    if (answer.status !== 204) throw new Error(`a part was answered with ${answer.status}`);
    one.offset = answer.offset;
  }
}

/** No acknowledged byte is lost; answers how many go on in the middle. */
async function compare(line: Sender, all: readonly Sent[]): Promise<number> {
  let going = 0;
  for (const one of all.filter(({ id }) => id !== null)) {
    // The lease of the killed process has to end first.
    const { status, offset } = await line.look(one.id!);
    mustHold(status === 200 && offset >= one.offset, `an upload is at ${offset} (${status}) after a kill, ${one.offset} bytes were acknowledged`);
    if (offset > 0 && offset < one.bytes.length) going += 1;
    one.offset = offset;
  }
  return going;
}

async function checkPictures({ url, dataDir }: RunningProgram, token: string, { all, subjects }: { all: readonly Sent[]; subjects: readonly string[] }): Promise<void> {
  const ask = client(url, token);
  mustHold(new Set(subjects).size === pictures, 'two uploads became one picture');
  const listed = (await ask('GET', '/pictures?limit=100')).json.items.length;
  mustHold(listed === pictures, `${listed} pictures came of ${pictures} uploads`);
  for (const { bytes } of all) {
    const address = createHash('sha256').update(bytes).digest('hex');
    const size = statSync(join(dataDir, 'objects', address.slice(0, 2), address.slice(2, 4), address)).size;
    mustHold(size === bytes.length, `an original has ${size} of ${bytes.length} bytes`);
  }
  for (const subject of subjects) {
    const { json } = await ask('GET', `/pictures/${subject.split(':')[1]}`);
    mustHold(json.state === 'ready' && (await fetch(url + json.thumb)).status === 200, `${subject} is ${json.state}`);
  }
}

/** All that lies there made to look a week old: then nothing that belongs to nothing may remain. */
async function mend(dataDir: string): Promise<number> {
  const age = () => {
    for (const folder of ['objects', 'uploads', 'arriving']) {
      for (const entry of entriesIn(join(dataDir, folder))) utimesSync(entry, new Date(Date.now() - 7 * 86_400_000), new Date(Date.now() - 7 * 86_400_000));
    }
  };
  age();
  const said = await runCommand(['doctor', '--mend', '--data', dataDir]).catch((error: Error) => error.message);
  const [, objects = '', files = ''] = /(\d+) objects that nothing names and (\d+) unfinished files/u.exec(said) ?? [];
  mustHold(objects !== '' && /All \d+ objects that rows name are there/u.test(said), `doctor --mend says: ${said}`);
  age();
  const second = await runCommand(['doctor', '--mend', '--data', dataDir]).catch((error: Error) => error.message);
  mustHold(/\b0 objects that nothing names and 0 unfinished files/u.test(second), `a second doctor --mend says: ${second}`);
  // Begun, and killed before the sender heard its name: it may still be told, and is forgotten after a day.
  mustHold(entriesIn(join(dataDir, 'uploads')).every((path) => statSync(path).size === 0), 'files of uploads are left');
  return Number(objects) + Number(files);
}

function entriesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    return [];
  }
}
