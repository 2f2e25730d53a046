/**
 * Pictures: how soon one of 24 megapixels is usable and whole, what readers notice of it, whether 200 in a row leave
 * memory as it was, and what a rendition costs to send, from memory and from disk, beside bare servers with the same bytes.
 *
 *     node bin/run bench/pictures.ts [making] [row] [sending]      and `renditions`, which makes what `sending` sends and no more
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { PictureJson } from '../src/newsroom/pictures/schemas.ts';
import { greatestBytes } from '../src/newsroom/pictures/shelf.ts';
import type { ProgramOrder, RunningProgram } from '../test/running.ts';
import { darkroomsOf, memoryOf } from '../test/process-memory.ts';
import { startProgram } from '../test/running.ts';
import { describe, measurePages, measureServers } from './pages.ts';
import { line, median, percentile } from './table.ts';

const drawings = join(import.meta.dirname, '..', 'sample', 'pictures');
const drawn = readdirSync(drawings).filter((name) => /\.(?:jpe?g|png|webp)$/u.test(name));
const asked = process.argv.slice(2);
const wants = (part: string) => asked.length === 0 || asked.includes(part);
if (wants('making') || wants('row')) {
  // The sample's pictures are made after the start; only what readers see beside needs them.
  await withDesk({ sample: wants('making') }, async (desk) => {
    await quiet(desk);
    if (wants('making')) await making(desk);
    if (wants('row')) await row(desk);
  });
}
// What is sent takes minutes to make: it is kept for the next time.
if (wants('sending') || wants('renditions')) {
  const dataDir = join(tmpdir(), 'broadsheet-renditions');
  await withDesk({ sample: false, dataDir }, async (desk) => {
    const list = join(dataDir, 'renditions.json');
    if (!existsSync(list)) writeFileSync(list, JSON.stringify(await renditionsToSend(desk)));
    if (wants('sending')) await sending(desk, JSON.parse(readFileSync(list, 'utf8')) as ToSend);
  });
}

async function withDesk(order: ProgramOrder, work: (desk: Desk) => Promise<void>): Promise<void> {
  const program = await startProgram(order);
  try {
    await work({ program, token: await program.token('administrator') });
  } finally {
    await program.stop();
  }
}

interface Desk {
  readonly program: RunningProgram;
  readonly token: string;
}

/** A drawn photograph, and grain over it as a camera leaves it by day, or at night: no two are the same. */
async function photo(seed: number, { width, height, sigma = 12 }: { width: number; height: number; sigma?: number }): Promise<Buffer> {
  const grain = await sharp({ create: { width: 1024, height: 1024, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } } }).png().toBuffer();
  return sharp(join(drawings, drawn[seed % drawn.length]!)).resize({ width, height, fit: 'cover' }).modulate({ hue: seed * 7 }).composite([{ input: grain, tile: true, blend: 'soft-light' }]).jpeg({ quality: 93 }).toBuffer();
}

/** Seconds from the last byte that was sent to the answer, which the editor shows at once. */
async function upload({ program: { url }, token }: Desk, file: Buffer): Promise<{ picture: PictureJson; seconds: number }> {
  const sent = request(`${url}/api/v1/pictures?name=Pr%C3%BCfung.jpg&credit=Archiv&alt=Pr%C3%BCfung`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg', 'content-length': file.length } });
  const answered = once(sent, 'response');
  sent.end(file);
  await once(sent, 'finish');
  const began = performance.now();
  const [answer] = await answered;
  const seconds = (performance.now() - began) / 1_000;
  const text = await new Response(answer).text();
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode}: ${text}`);
  return { picture: JSON.parse(text) as PictureJson, seconds };
}

/** Waits until the slow format of every shape is there. */
async function untilWhole({ program: { url }, token }: Desk, id: string): Promise<void> {
  for (;;) {
    const picture = await (await fetch(`${url}/api/v1/pictures/${id}`, { headers: { authorization: `Bearer ${token}` } })).json() as PictureJson;
    const has = (shape: string) => picture.renditions.some((one) => one.shape === shape && one.format === 'avif');
    if (['whole', 'square', 'tall'].every(has)) return;
    await pause(200);
  }
}

/** The sample's own pictures are made in jobs after the start. */
async function quiet({ program: { url }, token }: Desk): Promise<void> {
  for (;;) {
    const { items } = await (await fetch(`${url}/api/v1/pictures?limit=100`, { headers: { authorization: `Bearer ${token}` } })).json() as { items: PictureJson[] };
    if (items.every(({ renditions }) => renditions.some(({ format }) => format === 'avif'))) return;
    await pause(1_000);
  }
}

/** Asks for a story page fifty times a second until told to stop; milliseconds of each answer. */
function reading(url: string): { stop(): Promise<number[]> } {
  const took: number[] = [];
  const asking = new Set<Promise<void>>();
  const ask = async () => {
    const began = performance.now();
    await (await fetch(url)).arrayBuffer();
    took.push(performance.now() - began);
  };
  const timer = setInterval(() => {
    const one = ask().finally(() => asking.delete(one));
    asking.add(one);
  }, 20);
  return { stop: async () => { clearInterval(timer); await Promise.all(asking); return took; } };
}

/** A story with a lead picture, as readers find it on the front page. */
async function storyUrl({ url }: RunningProgram): Promise<string> {
  const front = await (await fetch(url)).text();
  for (const [, path] of front.matchAll(/<h[23][^>]*><a href="([^"]+)"/gu)) {
    const story = new URL(path!, url).href;
    if (/<picture\b[\s\S]*?fetchpriority="high"/iu.test(await (await fetch(story)).text())) return story;
  }
  throw new Error('no story on the front page has a lead picture');
}

async function making(desk: Desk): Promise<void> {
  const story = await storyUrl(desk.program);
  console.log(`     read meanwhile: ${story}`);
  const files = await Promise.all([1, 2, 3, 4].map((seed) => photo(seed, { width: 6_000, height: 4_000 })));
  const rest = reading(story);
  await pause(8_000);
  const atRest = percentile(await rest.stop(), 99);
  const busy = reading(story);
  const usable: number[] = [];
  const whole: number[] = [];
  for (const file of files) {
    const began = performance.now();
    const { picture, seconds } = await upload(desk, file);
    usable.push(seconds);
    await untilWhole(desk, picture.id);
    whole.push((performance.now() - began) / 1_000);
  }
  const meanwhile = percentile(await busy.stop(), 99);
  line(`24 megapixels (${(files[0]!.length / 1e6).toFixed(0)} MB): usable after the last byte, worst of ${files.length}`, `${Math.max(...usable).toFixed(2)} s`, { target: '2 s', met: Math.max(...usable) <= 2 });
  line('the same, all renditions, worst', `${Math.max(...whole).toFixed(1)} s`, { target: '15 s', met: Math.max(...whole) <= 15 });
  line('story page meanwhile, 99th percentile', `${meanwhile.toFixed(1)} ms`, { target: `3 times ${atRest.toFixed(1)} ms at rest`, met: meanwhile <= 3 * atRest });
}

async function row(desk: Desk, count = 200): Promise<void> {
  const files = await Promise.all(Array.from({ length: 8 }, (_, seed) => photo(seed, { width: 3_000, height: 2_000 })));
  const seen: { program: number; all: number }[] = [];
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    // Another file each time: what follows the end of a JPEG is no part of the picture.
    await upload(desk, Buffer.concat([files[at % files.length]!, Buffer.from(`\n${at}`)]));
    if (at % 10 === 9) seen.push(residentOf(desk.program.pid));
    if (at % 50 === 49) console.log(`     ${at + 1} after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  }
  const each = (performance.now() - began) / count;
  for (const [whose, what] of [['program', 'the program'], ['all', 'with its darkrooms']] as const) {
    const memory = seen.map((one) => one[whose]);
    const half = Math.floor(memory.length / 2);
    const growth = median(memory.slice(half)) - median(memory.slice(0, half));
    line(`${count} pictures of 6 megapixels in a row (${each.toFixed(0)} ms each), ${what}: second half less first`, `${growth} MB`, { target: 'flat (15 MB)', met: growth <= 15 });
    console.log(`     every ten: ${memory.join(', ')} MB`);
  }
}

/** Resident memory in MB: of the program alone, and of it with the processes in which it decodes. */
function residentOf(pid: number): { program: number; all: number } {
  const program = memoryOf(pid).now;
  return { program, all: darkroomsOf(pid).reduce((sum, child) => sum + memoryOf(child).now, program) };
}

interface ToSend {
  /** Its path. */
  readonly one: string;
  /** More than are kept in memory: asked for in turn, each comes from disk. */
  readonly many: readonly string[];
}

async function sending({ program: { url, pid, dataDir } }: Desk, { one, many }: ToSend): Promise<void> {
  const files = new Map(await Promise.all([one, ...many].map(async (path) => [path, await fileOf(dataDir, url + path)] as const)));
  const [list, script] = [join(dataDir, 'files.json'), join(dataDir, 'paths.lua')];
  writeFileSync(list, JSON.stringify(Object.fromEntries(files)));
  writeFileSync(script, `local paths = {${many.map((path) => JSON.stringify(path)).join(',')}}\nlocal at = 0\nrequest = function() at = at % #paths + 1 return wrk.format('GET', paths[at]) end\n`);
  const reference = spawn('taskset', ['-c', '0', process.execPath, join(import.meta.dirname, 'reference-files.ts'), list, '4152'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(reference.stdout, 'data');
  const nginx = await startNginx(join(dataDir, 'nginx'), files);
  const bare = { url: 'http://127.0.0.1:4152', pid: reference.pid! };
  const options = { url, pid, rounds: 3, seconds: 2 };
  try {
    console.log(`from memory: ${one}`);
    for (const measured of await measurePages({ ...options, url: url + one })) console.log(describe({ ...measured, what: measured.what.replace('a cached page', 'a rendition') }));
    if (nginx !== null) console.log(describe(await measureServers('nginx with that file, beside a bare server that reads it', { ours: { ...nginx, url: nginx.url + one }, reference: { ...bare, url: bare.url + one }, headers: {}, options })));
    console.log(`from disk: ${many.length} renditions in turn`);
    for (const [what, ours] of [['a rendition', { url, pid }], ['nginx', nginx]] as const) {
      if (ours !== null) console.log(describe(await measureServers(`${what}, beside a bare server with the same files`, { ours, reference: bare, headers: {}, options, script })));
    }
  } finally {
    reference.kill();
    nginx?.stop();
  }
}

/** Waits until nothing is made any more. */
async function renditionsToSend(desk: Desk): Promise<ToSend> {
  const pictures: PictureJson[] = [];
  const many: string[] = [];
  for (let bytes = 0; bytes < 1.2 * greatestBytes;) {
    const { picture } = await upload(desk, await photo(20 + pictures.length, { width: 1_800, height: 1_200, sigma: 80 }));
    pictures.push(picture);
    for (const { url } of picture.renditions.filter(({ shape }) => shape === 'whole')) {
      const { byteLength } = await (await fetch(desk.program.url + url)).arrayBuffer();
      if (byteLength < 100_000) continue;
      many.push(url);
      bytes += byteLength;
    }
    console.log(`     ${many.length} renditions, ${(bytes / 1e6).toFixed(1)} MB`);
  }
  for (const { id } of pictures) await untilWhole(desk, id);
  return { one: pictures[0]!.renditions.find(({ shape, format, width }) => shape === 'whole' && format === 'jpeg' && width === 800)!.url, many };
}

/** nginx with one process on the server's core and the same files; null, and a sentence, where it is not installed. */
async function startNginx(folder: string, files: ReadonlyMap<string, string>): Promise<{ url: string; pid: number; stop(): void } | null> {
  if (spawnSync('nginx', ['-v']).error !== undefined) {
    console.log('nginx is not installed (Debian: apt-get install nginx-light), so it is not beside.');
    return null;
  }
  for (const [path, file] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    copyFileSync(file, join(folder, path));
  }
  // Its process would give up the rights to read what lies in a folder of ours.
  const settings = `daemon off; master_process off; pid ${folder}/pid; error_log /dev/null; events { worker_connections 256; }
    http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; types { image/jpeg jpg; image/webp webp; }
      client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
      server { listen 127.0.0.1:4153; root ${folder}; add_header Cache-Control "public, max-age=31536000, immutable"; } }`;
  writeFileSync(join(folder, 'nginx.conf'), settings);
  const nginx = spawn('taskset', ['-c', '0', 'nginx', '-c', join(folder, 'nginx.conf'), '-e', '/dev/null'], { stdio: 'ignore' });
  const url = 'http://127.0.0.1:4153';
  for (let tries = 0; tries < 50 && !(await fetch(url).then(() => true, () => false)); tries++) await pause(100);
  return { url, pid: nginx.pid!, stop: () => void nginx.kill() };
}

/** Where the store keeps these bytes. */
async function fileOf(dataDir: string, url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const address = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  return join(dataDir, 'objects', address.slice(0, 2), address.slice(2, 4), address);
}
