/** WebM, read far enough to know what is in it (RFC 8794 and RFC 9559; https://www.webmproject.org/docs/container/). */
import { refuse } from '../result.ts';
import type { VideoFacts, VideoFile, VideoRefusal } from './video-file.ts';

/** Throws RangeError where the elements do not hold together. */
export async function readWebm(file: VideoFile): Promise<VideoFacts | VideoRefusal> {
  const head = await elementAt(file, 0);
  const kind = text(findIn(await bodyOf(file, head), ids.docType)) || 'matroska';
  if (kind !== 'webm') return refuse('unsupported-type', { kind: 'mkv' });
  const segment = await elementAt(file, head.end);
  if (segment.id !== ids.segment) throw new RangeError('the segment is missing');
  const { info, tracks, frames } = await partsOf(file, segment);
  if (tracks === null || !frames) return refuse('corrupt', { reason: tracks === null ? 'it does not say what is in it' : 'there are no frames' });
  const entries = elements(tracks).filter(({ id }) => id === ids.trackEntry).map(({ body }) => readEntry(body));
  const picture = entries.find(({ type }) => type === 1);
  if (picture === undefined) return refuse('not-a-video', { reason: 'it has sound only' });
  if (entries.some(({ encrypted }) => encrypted)) return refuse('unsupported-codec', { kind: 'encrypted' });
  const sound = entries.find(({ type }) => type === 2);
  const [video, audio] = [codecs[picture.codec] ?? picture.codec, sound === undefined ? null : codecs[sound.codec] ?? sound.codec];
  if (picture.width === 0 || picture.height === 0) throw new RangeError('the picture has no size');
  const playable = ['vp8', 'vp9', 'av1'].includes(video) && (audio === null || ['opus', 'vorbis'].includes(audio));
  return {
    mediaType: 'video/webm', width: picture.width, height: picture.height, duration: durationOf(info), video, audio, bytes: file.size,
    codecs: playable ? [video === 'av1' ? 'av01.0.08M.08' : video, ...(audio === null ? [] : [audio])].join(', ') : '', playable,
  };
}

export function looksLikeEbml(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32BE(0) === ids.ebml;
}

const ids = {
  ebml: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, info: 0x1549a966, tracks: 0x1654ae6b, cluster: 0x1f43b675,
  scale: 0x2ad7b1, duration: 0x4489, trackEntry: 0xae, trackType: 0x83, codec: 0x86, video: 0xe0, width: 0xb0, height: 0xba, encodings: 0x6d80, encoding: 0x6240, encryption: 0x5035,
} as const;
const codecs: Readonly<Record<string, string>> = { V_VP8: 'vp8', V_VP9: 'vp9', V_AV1: 'av1', A_OPUS: 'opus', A_VORBIS: 'vorbis' };
// Info and tracks are some kilobytes; more is an attack.
const greatestPart = 4 * 1024 * 1024;
const mostElements = 100_000;

interface Place {
  readonly id: number;
  /** Where the content begins and ends in the file. */
  readonly from: number;
  readonly end: number;
}

async function elementAt(file: VideoFile, at: number): Promise<Place> {
  const head = await file.read(at, 12);
  const id = vint(head, 0, 'with-marker');
  const size = vint(head, id.length, 'value');
  const from = at + id.length + size.length;
  // A live recording does not know its length: it goes to the end of the file.
  const end = size.unknown ? file.size : from + size.value;
  if (end > file.size) throw new RangeError('an element ends beyond the file: it is cut off');
  return { id: id.value, from, end };
}

async function bodyOf(file: VideoFile, { from, end }: Place): Promise<Buffer> {
  if (end - from > greatestPart) throw new RangeError('a part is longer than any film needs');
  return file.read(from, end - from);
}

/** Up to the first cluster that comes after the tracks; what is behind is frames. */
async function partsOf(file: VideoFile, segment: Place): Promise<{ info: Buffer; tracks: Buffer | null; frames: boolean }> {
  let [info, tracks, frames] = [Buffer.alloc(0) as Buffer, null as Buffer | null, false];
  let at = segment.from;
  for (let count = 0; at < segment.end && count < mostElements; count++) {
    const part = await elementAt(file, at);
    if (part.id === ids.info) info = await bodyOf(file, part);
    if (part.id === ids.tracks) tracks = await bodyOf(file, part);
    if (part.id === ids.cluster) frames = true;
    if (frames && tracks !== null) break;
    at = part.end;
  }
  return { info, tracks, frames };
}

function readEntry(body: Buffer) {
  const video = findIn(body, ids.video) ?? Buffer.alloc(0);
  const encodings = elements(findIn(body, ids.encodings) ?? Buffer.alloc(0));
  return {
    type: number(findIn(body, ids.trackType)), codec: text(findIn(body, ids.codec)), width: number(findIn(video, ids.width)), height: number(findIn(video, ids.height)),
    encrypted: encodings.some((one) => findIn(one.body, ids.encryption) !== null),
  };
}

function durationOf(info: Buffer): number | null {
  const stated = findIn(info, ids.duration);
  const length = stated?.length === 8 ? stated.readDoubleBE() : stated?.length === 4 ? stated.readFloatBE() : 0;
  const nanoseconds = number(findIn(info, ids.scale)) || 1_000_000;
  const duration = (length * nanoseconds) / 1_000_000;
  return duration > 0 && Number.isFinite(duration) ? Math.round(duration) : null;
}

function elements(body: Buffer): { id: number; body: Buffer }[] {
  const found: { id: number; body: Buffer }[] = [];
  for (let at = 0; at < body.length && found.length < mostElements;) {
    const id = vint(body, at, 'with-marker');
    const size = vint(body, at + id.length, 'value');
    const from = at + id.length + size.length;
    const end = size.unknown ? body.length : from + size.value;
    if (end > body.length) throw new RangeError('an element ends beyond the one that it stands in');
    found.push({ id: id.value, body: body.subarray(from, end) });
    at = end;
  }
  return found;
}

function findIn(body: Buffer, id: number): Buffer | null {
  return elements(body).find((one) => one.id === id)?.body ?? null;
}

/** A number of one to eight bytes whose first bits say how many (RFC 8794, section 4). */
function vint(bytes: Buffer, at: number, as: 'with-marker' | 'value'): { value: number; length: number; unknown: boolean } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) throw new RangeError('a number is cut off');
  let value = as === 'value' ? first & (0xff >> length) : first;
  let unknown = (first & (0xff >> length)) === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i]!;
    unknown &&= bytes[at + i] === 0xff;
  }
  return { value, length, unknown: as === 'value' && unknown };
}

function number(bytes: Buffer | null): number {
  return bytes === null || bytes.length === 0 || bytes.length > 6 ? 0 : bytes.readUIntBE(0, bytes.length);
}

function text(bytes: Buffer | null): string {
  return bytes === null ? '' : bytes.toString('latin1').replaceAll(/[^\x20-\x7e]/gu, '').slice(0, 40);
}
