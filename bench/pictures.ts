/**
 * Pictures: how soon one of 24 megapixels is usable and whole, what readers notice of it, whether 200 in a row leave
 * memory as it was, and what a rendition costs to send, from memory and from disk, beside bare servers with the same bytes.
 *
 *     node bin/run bench/pictures.ts [making] [row] [sending]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { PictureJson } from '../src/newsroom/pictures/schemas.ts';
import type { RunningProgram } from '../test/running.ts';
import { startProgram } from '../test/running.ts';
import { describe, measurePages, measureServers } from './pages.ts';
import { line, median, percentile } from './table.ts';

const drawings = join(import.meta.dirname, '..', 'sample', 'pictures');
const drawn = readdirSync(drawings).filter((name) => /\.(?:jpe?g|png|webp)$/u.test(name));
const asked = process.argv.slice(2);
const wants = (part: string) => asked.length === 0 || asked.includes(part);
const program = await startProgram({ sample: true });
try {
  const token = await program.token('administrator');
  const desk = { program, token };
  await quiet(desk);
  if (wants('making')) await making(desk);
  if (wants('row')) await row(desk);
  if (wants('sending')) await sending(desk);
} finally {
  await program.stop();
}

interface Desk {
  readonly program: RunningProgram;
  readonly token: string;
}

/** A drawn photograph, and grain over it as a camera leaves it: no two are the same. */
async function photo(seed: number, width: number, height: number): Promise<Buffer> {
  const grain = await sharp({ create: { width: 1024, height: 1024, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 12 } } }).png().toBuffer();
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

async function storyUrl({ url }: RunningProgram): Promise<string> {
  const front = await (await fetch(url)).text();
  return new URL(/<h[23]><a href="([^"]+)"/u.exec(front)![1]!, url).href;
}

async function making(desk: Desk): Promise<void> {
  const story = await storyUrl(desk.program);
  const files = await Promise.all([1, 2, 3, 4].map((seed) => photo(seed, 6_000, 4_000)));
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
  const files = await Promise.all(Array.from({ length: 8 }, (_, seed) => photo(seed, 3_000, 2_000)));
  const seen: number[] = [];
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    // Another file each time: what follows the end of a JPEG is no part of the picture.
    await upload(desk, Buffer.concat([files[at % files.length]!, Buffer.from(`\n${at}`)]));
    if (at % 10 === 9) seen.push(resident(desk.program.pid));
  }
  const half = Math.floor(seen.length / 2);
  const growth = median(seen.slice(half)) - median(seen.slice(0, half));
  line(`${count} pictures of 6 megapixels in a row (${((performance.now() - began) / count).toFixed(0)} ms each): memory, second half less first`, `${growth} MB`, { target: 'flat (15 MB)', met: growth <= 15 });
  console.log(`     every ten: ${seen.join(', ')} MB`);
}

function resident(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

async function sending(desk: Desk): Promise<void> {
  const { url, pid, dataDir } = desk.program;
  const uploaded: PictureJson[] = [];
  for (let seed = 0; seed < 40; seed++) uploaded.push((await upload(desk, await photo(seed + 20, 2_400, 1_600))).picture);
  const { url: path } = uploaded[0]!.renditions.find((one) => one.shape === 'whole' && one.format === 'jpeg' && one.width === 800)!;
  const options = { rounds: 6, seconds: 2 };
  console.log(`from memory, ${path}`);
  for (const measured of await measurePages({ url: url + path, pid, ...options })) console.log(describe(measured));
  // More than is kept in memory, asked for in turn: each comes from disk.
  const paths = uploaded.flatMap(({ renditions }) => renditions.filter((one) => one.shape === 'whole' && one.width >= 1_200).map((one) => one.url));
  const script = join(dataDir, 'paths.lua');
  writeFileSync(script, `local paths = {${paths.map((one) => JSON.stringify(one)).join(',')}}\nlocal at = 0\nrequest = function() at = at % #paths + 1 return wrk.format('GET', paths[at]) end\n`);
  const files = join(dataDir, 'files.json');
  const named = await Promise.all(paths.map(async (one) => [one, await fileOf(dataDir, url + one)] as const));
  writeFileSync(files, JSON.stringify(Object.fromEntries(named)));
  const reference = spawn('taskset', ['-c', '0', process.execPath, join(import.meta.dirname, 'reference-files.ts'), files, '4152'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(reference.stdout, 'data');
  console.log(`from disk, ${paths.length} renditions in turn`);
  console.log(describe(await measureServers('a rendition from disk', { ours: { url, pid }, reference: { url: 'http://127.0.0.1:4152', pid: reference.pid! }, headers: {}, options: { url, pid, ...options }, script })));
  reference.kill();
  rmSync(script);
}

/** Where the store keeps these bytes. */
async function fileOf(dataDir: string, url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const address = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  return join(dataDir, 'objects', address.slice(0, 2), address.slice(2, 4), address);
}
