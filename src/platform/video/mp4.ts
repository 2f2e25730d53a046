/** MP4 and QuickTime, read far enough to know what is in them (ISO/IEC 14496-12 and -15; QuickTime File Format). */
import { refuse } from '../result.ts';
import type { VideoFacts, VideoFile, VideoRefusal } from './video-file.ts';

/** Throws RangeError where the boxes do not hold together. */
export async function readMp4(file: VideoFile): Promise<VideoFacts | VideoRefusal> {
  const { brand, moov, media } = await topBoxes(file);
  if (moov === null || !media) return refuse('corrupt', { reason: moov === null ? 'the index is missing' : 'there are no frames' });
  const tracks = children(moov).filter(({ type }) => type === 'trak').map(readTrack);
  const picture = tracks.find(({ handler }) => handler === 'vide');
  if (picture === undefined) return refuse('not-a-video', { reason: 'it has sound only' });
  const sound = tracks.find(({ handler }) => handler === 'soun') ?? null;
  const video = videoCodecs[picture.entry] ?? picture.entry.trim();
  const audio = sound === null ? null : audioCodecs[sound.entry] ?? sound.entry.trim();
  if (picture.entry === 'encv' || sound?.entry === 'enca') return refuse('unsupported-codec', { kind: 'encrypted' });
  const fine = video === 'h264' && isCommonProfile(picture.config);
  const quicktime = brand === 'qt  ';
  return {
    mediaType: quicktime ? 'video/quicktime' : 'video/mp4', ...picture.shape, duration: durationOf(moov, tracks), video: video === 'h264' && !fine ? 'h264-studio' : video, audio, bytes: file.size,
    codecs: fine ? [avcName(picture.config), ...(audio === 'aac' ? ['mp4a.40.2'] : audio === 'mp3' ? ['mp4a.40.34'] : [])].join(', ') : '',
    playable: !quicktime && fine && (audio === null || audio === 'aac' || audio === 'mp3'),
  };
}

/**
 * Where in the file stands what it says beside the film: the place it was made at, the camera, its owner. Each place
 * is a box with its head; what browsers need is in none of them.
 */
export async function privateBoxes(file: VideoFile): Promise<{ readonly at: number; readonly length: number }[]> {
  const found: { at: number; length: number }[] = [];
  const walk = (body: Buffer, from: number) => {
    for (const { type, at, length, head } of places(body)) {
      if (type === 'udta' || type === 'meta' || type === 'uuid') found.push({ at: from + at, length });
      else if (type === 'trak' || type === 'moov') walk(body.subarray(at + head, at + length), from + at + head);
    }
  };
  for (let at = 0; at < file.size;) {
    const head = await file.read(at, 16);
    const [place] = places(Buffer.concat([head, Buffer.alloc(16)]), file.size - at);
    if (place === undefined) break;
    if (['moov', 'meta', 'uuid', 'udta'].includes(place.type) && place.length <= greatestIndex) walk(await file.read(at, place.length), at);
    at += place.length;
  }
  return found;
}

/** A file that begins with a box of a kind that films begin with. */
export function looksLikeMp4(head: Buffer): boolean {
  return head.length >= 12 && /^(ftyp|moov|mdat|wide|free|skip|pnot)$/u.test(head.toString('latin1', 4, 8));
}

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

interface Track {
  readonly handler: string;
  /** The four letters of the first sample entry. */
  readonly entry: string;
  /** Of H.264: profile, compatibility, level. */
  readonly config: Buffer | null;
  readonly shape: { readonly width: number; readonly height: number };
  /** In milliseconds. */
  readonly duration: number;
}

// The index of ten hours in small fragments; a greater one is an attack.
const greatestIndex = 128 * 1024 * 1024;
const mostBoxes = 100_000;

const videoCodecs: Readonly<Record<string, string>> = {
  avc1: 'h264', avc3: 'h264', hvc1: 'hevc', hev1: 'hevc', dvh1: 'hevc', dvhe: 'hevc', av01: 'av1', vp09: 'vp9', vp08: 'vp8', mp4v: 'mpeg4',
  apch: 'prores', apcn: 'prores', apcs: 'prores', apco: 'prores', ap4h: 'prores', ap4x: 'prores', 'jpeg': 'mjpeg', 'mjp2': 'mjpeg2000',
};
const audioCodecs: Readonly<Record<string, string>> = { mp4a: 'aac', '.mp3': 'mp3', Opus: 'opus', 'ac-3': 'ac3', 'ec-3': 'eac3', alac: 'alac', sowt: 'pcm', twos: 'pcm', lpcm: 'pcm', in24: 'pcm', ipcm: 'pcm' };

async function topBoxes(file: VideoFile): Promise<{ brand: string; moov: Buffer | null; media: boolean }> {
  let [brand, moov, media] = ['qt  ', null as Buffer | null, false];
  let at = 0;
  for (let count = 0; at < file.size; count++) {
    const head = await file.read(at, 16);
    if (head.length < 8 || count > mostBoxes) throw new RangeError('a box has no head');
    const type = head.toString('latin1', 4, 8);
    let length = head.readUInt32BE(0);
    if (length === 0) length = file.size - at;
    else if (length === 1) length = Number(head.length < 16 ? 0 : head.readBigUInt64BE(8));
    if (length < 8 || at + length > file.size) throw new RangeError(`the box ${printable(type)} ends beyond the file: it is cut off`);
    if (type === 'ftyp') brand = (await file.read(at + 8, 4)).toString('latin1');
    if (type === 'mdat' && length > 8) media = true;
    if (type === 'moov') {
      if (length > greatestIndex) throw new RangeError('the index is longer than any film needs');
      moov = (await file.read(at, length)).subarray(8);
    }
    at += length;
  }
  return { brand, moov, media };
}

function readTrack({ body }: Box): Track {
  const media = inside(body, 'mdia');
  const header = inside(media, 'mdhd');
  const [scale, length] = header[0] === 1 ? [header.readUInt32BE(20), Number(header.readBigUInt64BE(24))] : [header.readUInt32BE(12), header.readUInt32BE(16)];
  const entries = inside(inside(inside(media, 'minf'), 'stbl'), 'stsd');
  const [entry] = children(entries.subarray(8));
  if (entry === undefined) throw new RangeError('a track does not say what it is coded in');
  const handler = inside(media, 'hdlr').toString('latin1', 8, 12);
  const visual = handler === 'vide';
  return {
    handler, entry: entry.type, duration: scale === 0 ? 0 : (length / scale) * 1000,
    config: visual && entry.body.length > 78 ? (children(entry.body.subarray(78)).find(({ type }) => type === 'avcC')?.body.subarray(1, 4) ?? null) : null,
    shape: visual ? shapeOf(inside(body, 'tkhd'), entry.body) : { width: 0, height: 0 },
  };
}

/** The sizes that the track is shown at; of the samples where it does not say; swapped where it is turned by a quarter. */
function shapeOf(header: Buffer, sample: Buffer): { width: number; height: number } {
  const at = header[0] === 1 ? 52 : 40;
  const stored = { width: header.readUInt32BE(at + 36) >>> 16, height: header.readUInt32BE(at + 40) >>> 16 };
  const shown = stored.width > 0 && stored.height > 0 ? stored : { width: sample.readUInt16BE(24), height: sample.readUInt16BE(26) };
  if (shown.width === 0 || shown.height === 0) throw new RangeError('the picture has no size');
  const turned = header.readInt32BE(at) === 0 && header.readInt32BE(at + 4) !== 0;
  return turned ? { width: shown.height, height: shown.width } : shown;
}

function durationOf(moov: Buffer, tracks: readonly Track[]): number | null {
  const header = inside(moov, 'mvhd');
  const [scale, length] = header[0] === 1 ? [header.readUInt32BE(20), Number(header.readBigUInt64BE(24))] : [header.readUInt32BE(12), header.readUInt32BE(16)];
  const extended = find(find(moov, 'mvex'), 'mehd');
  const fragmented = extended === null ? 0 : extended[0] === 1 ? Number(extended.readBigUInt64BE(4)) : extended.readUInt32BE(4);
  const known = scale === 0 || length === 0xffffffff ? 0 : (Math.max(length, fragmented) / scale) * 1000;
  const longest = Math.max(known, ...tracks.map(({ duration }) => duration));
  return longest > 0 && Number.isFinite(longest) ? Math.round(longest) : null;
}

/** Baseline, Main, Extended, High: 8 bits, 4:2:0. What cameras and agencies write beside them no browser plays everywhere. */
function isCommonProfile(config: Buffer | null): boolean {
  return config !== null && [66, 77, 88, 100].includes(config[0] ?? 0);
}

function avcName(config: Buffer | null): string {
  return `avc1.${(config ?? Buffer.of(66, 0, 30)).toString('hex')}`;
}

function children(body: Buffer): Box[] {
  return places(body).map(({ type, at, length, head }) => ({ type, body: body.subarray(at + head, at + length) }));
}

interface Place {
  readonly type: string;
  readonly at: number;
  readonly length: number;
  /** Length of the head within that length. */
  readonly head: 8 | 16;
}

/** The boxes that begin in these bytes, which may go on beyond them. */
function places(body: Buffer, size = body.length): Place[] {
  const found: Place[] = [];
  for (let at = 0; at + 8 <= body.length;) {
    const short = body.readUInt32BE(at);
    if (short === 1 && at + 16 > body.length) break;
    const length = short === 0 ? size - at : short === 1 ? Number(body.readBigUInt64BE(at + 8)) : short;
    // QuickTime ends some lists of boxes with four zeros.
    if (length < 8 || at + length > size) break;
    found.push({ type: body.toString('latin1', at + 4, at + 8), at, length, head: short === 1 ? 16 : 8 });
    if (found.length > mostBoxes) throw new RangeError('more boxes than any film has');
    at += length;
  }
  return found;
}

function find(body: Buffer | null, type: string): Buffer | null {
  return body === null ? null : children(body).find((box) => box.type === type)?.body ?? null;
}

function inside(body: Buffer, type: string): Buffer {
  const found = find(body, type);
  if (found === null) throw new RangeError(`the box ${type} is missing`);
  return found;
}

function printable(type: string): string {
  return type.replaceAll(/[^\x20-\x7e]/gu, '?');
}
