/** Films become several qualities, in a job that says how far it is and can be stopped. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { House, Job, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import { convertVideo } from '../../platform/video/convert.ts';
import type { Converted, Quality } from '../../platform/video/convert.ts';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import { conversionJobName, editable, videosThemselves } from './actions.ts';
import { qualitiesOf } from './rules.ts';
import type { StoredQuality, WholeVideo } from './store.ts';
import { lockVideo, moveConversion, readVideoRow, replaceQualities } from './store.ts';
import type { Conversion } from './video.ts';

export type ConversionRefusal = Refused<'no-such-video' | 'not-yours' | 'no-ffmpeg' | 'converting-already' | 'not-converting'>;

/** Orders the qualities of a film, or orders them anew. */
export async function startConversion(tools: Tools, { id }: { id: string }): Promise<null | ConversionRefusal> {
  const video = await editable(tools, id);
  if (isRefused(video)) return video;
  if ((await ffmpegVersion()) === null) return refuse('no-ffmpeg');
  if (!(await moveConversion(tools.db, id, { from: resting, to: 'waiting', progress: 0 }))) return refuse('converting-already');
  await tools.later(conversionJobName, { id });
  await tools.record({ act: 'video.convert', subject: `video:${id}` });
  return tell(tools, id, 'waiting');
}

/** Whoever is at it hears of it at the next step, within seconds. What readers see stays. */
export async function stopConversion(tools: Tools, { id }: { id: string }): Promise<null | ConversionRefusal> {
  const video = await editable(tools, id);
  if (isRefused(video)) return video;
  if (!(await moveConversion(tools.db, id, { from: ['waiting', 'running'], to: 'stopped', progress: 0 }))) return refuse('not-converting');
  await tools.record({ act: 'video.convert-stop', subject: `video:${id}` });
  return tell(tools, id, 'stopped');
}

export const conversionJob: Job = {
  name: conversionJobName,
  within: 12 * 60 * 60,
  run: (house, { id }) => convert(house, String(id)),
};

const resting: readonly Conversion[] = ['none', 'done', 'stopped', 'failed'];
// Often enough to see that it goes on, and to stop; seldom enough that nobody is kept busy by it.
const tellEvery = 2_000;

async function convert(house: House, id: string): Promise<void> {
  const video = await readVideoRow(house.db, id);
  if (video === null || video.sealed || !['waiting', 'running'].includes(video.conversion)) return;
  if ((await ffmpegVersion()) === null) return void (await end(house, id, 'none'));
  await house.act(videosThemselves, async (tools) => {
    await moveConversion(tools.db, id, { from: ['waiting'], to: 'running', progress: 0 });
    await tell(tools, id, 'running');
  });
  const folder = await workFolder(house);
  const watch = watchOver(house, id);
  try {
    const made = await makeAll(house, { video, folder, watch });
    if (!isRefused(made)) await keep(house, video, made);
    else if (made.refused === 'not-converted') {
      house.log.error({ video: id, reason: String(made.detail?.['reason']) }, 'a film could not be converted');
      await end(house, id, 'failed');
    }
  } finally {
    watch.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function workFolder({ settings }: House): Promise<string> {
  const folder = join(settings.dataDir, 'converting');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // What a killed process had begun; no work lasts so long.
  for (const name of await readdir(folder)) {
    const there = await stat(join(folder, name)).catch(() => null);
    if (there !== null && there.mtimeMs < Date.now() - 2 * 24 * 60 * 60 * 1000) await rm(join(folder, name), { recursive: true, force: true });
  }
  return mkdtemp(join(folder, 'film-'));
}

interface Watch {
  readonly stop: AbortSignal;
  /** From 0 to 1. */
  tell(part: number): void;
  end(): void;
}

/** Says how far the work is, and stops it where somebody has said so in any process. */
function watchOver(house: House, id: string): Watch {
  const stopping = new AbortController();
  let [reached, busy] = [0, false];
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void house.act(videosThemselves, async (tools) => {
      const goesOn = await moveConversion(tools.db, id, { from: ['running'], to: 'running', progress: Math.min(99, Math.floor(reached * 100)) });
      if (goesOn) await tell(tools, id, 'running');
      else stopping.abort();
    }).catch((error: unknown) => house.log.warn({ video: id, error: String(error) }, 'how far a film is could not be noted')).finally(() => (busy = false));
  }, tellEvery);
  return { stop: stopping.signal, tell: (part) => (reached = part), end: () => clearInterval(timer) };
}

interface Making {
  readonly video: WholeVideo;
  readonly folder: string;
  readonly watch: Watch;
}

async function makeAll(house: House, { video, folder, watch }: Making): Promise<StoredQuality[] | Refused<'stopped' | 'not-converted'>> {
  const from = join(folder, 'original');
  const opened = await house.objects.open(video.original);
  if (opened === null) return refuse('not-converted', { reason: 'the original is gone' });
  await pipeline(Readable.fromWeb(opened.stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(from, { mode: 0o600 }));
  const qualities = qualitiesOf(video);
  const made: StoredQuality[] = [];
  for (const [index, quality] of qualities.entries()) {
    const converted = await convertVideo({
      from, folder, quality, stop: watch.stop, facts: { mediaType: video.media_type, duration: video.duration }, onProgress: (part) => watch.tell((index + part) / qualities.length),
    });
    if (isRefused(converted)) return converted;
    made.push(...await store(house, quality, converted));
  }
  return made;
}

async function store({ objects }: House, { width, height }: Quality, { file, stream, codecs, bandwidth, playlist }: Converted): Promise<StoredQuality[]> {
  const [ofFile, ofStream] = [await stat(file), await stat(stream)];
  const both = { width, height, codecs, bandwidth };
  const kept: StoredQuality[] = [
    { kind: 'file', ...both, address: await objects.putFile(file), bytes: ofFile.size, playlist: '' },
    { kind: 'stream', ...both, address: await objects.putFile(stream), bytes: ofStream.size, playlist },
  ];
  await Promise.all([rm(file), rm(stream)]);
  return kept;
}

/** Unless somebody has stopped or sealed it meanwhile. */
async function keep(house: House, { id, original }: WholeVideo, made: readonly StoredQuality[]): Promise<void> {
  await house.act(videosThemselves, async (tools) => {
    const now = await lockVideo(tools.db, id);
    if (now === null || (await isSealed(tools.db, 'object', original))) return;
    if (!(await moveConversion(tools.db, id, { from: ['running', 'waiting'], to: 'done', progress: 100 }))) return;
    await replaceQualities(tools.db, id, made);
    await tools.record({ act: 'video.converted', subject: `video:${id}`, detail: { qualities: made.length / 2 } });
    await tools.announce({ event: 'video.ready', facts: { id }, tags: [`video:${id}`] });
  });
}

async function end(house: House, id: string, to: Conversion): Promise<void> {
  await house.act(videosThemselves, async (tools) => {
    if (await moveConversion(tools.db, id, { from: ['waiting', 'running'], to, progress: 0 })) await tell(tools, id, to);
  });
}

/** For the desk alone: what readers see has not changed. */
async function tell(tools: Tools, id: string, state: Conversion): Promise<null> {
  await tools.announce({ event: 'video.converting', facts: { id, state } });
  return null;
}
