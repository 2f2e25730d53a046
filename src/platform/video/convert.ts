/** One film in several qualities: MP4 for every browser, and the same as HTTP Live Streaming (RFC 8216) for those that change quality on the way. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refused } from '../result.ts';
import { isRefused } from '../result.ts';
import { runFfmpeg, threads } from './ffmpeg.ts';
import { readVideo } from './read.ts';
import type { VideoFacts } from './video-file.ts';
import { withVideoFile } from './video-file.ts';

export interface Quality {
  readonly width: number;
  readonly height: number;
  /** Bits in a second at most, of the picture. */
  readonly rate: number;
}

export interface ConvertOrder {
  readonly from: string;
  readonly facts: Pick<VideoFacts, 'mediaType' | 'duration'>;
  readonly quality: Quality;
  /** A folder of the work's own, for its files. */
  readonly folder: string;
  readonly stop: AbortSignal;
  /** From 0 to 1. */
  onProgress?(part: number): void;
}

export interface Converted {
  /** Played from beginning to end, or from anywhere by ranges. */
  readonly file: string;
  readonly codecs: string;
  /** The fragments, one behind the other, and the list that says where each lies; it calls them `media`. */
  readonly stream: string;
  readonly playlist: string;
  /** The fullest fragment, in bits a second. */
  readonly bandwidth: number;
}

/** What stands in the playlist for the address of the fragments. */
export const mediaPlace = 'media.m4s';

export async function convertVideo({ from, facts, quality, folder, stop, onProgress }: ConvertOrder): Promise<Converted | Refused<'stopped' | 'not-converted'>> {
  const name = `${quality.width}x${quality.height}`;
  const [file, list] = [join(folder, `${name}.mp4`), join(folder, `${name}.m3u8`)];
  const stream = join(folder, `${name}.m4s`);
  const made = await runFfmpeg({
    stop, words: [...input(from, facts), ...picture(quality), ...sound, '-movflags', '+faststart', '-f', 'mp4', file],
    onProgress: (done) => onProgress?.(facts.duration === null ? 0 : Math.min(1, done / facts.duration)),
  });
  if (made !== null) return made;
  const cut = await runFfmpeg({
    stop, words: ['-protocol_whitelist', 'file', '-f', 'mov', '-i', file, '-c', 'copy', '-f', 'hls', '-hls_time', '6', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-hls_flags', 'single_file', '-hls_segment_filename', stream, list],
  });
  if (cut !== null) return cut;
  const read = await withVideoFile(file, readVideo);
  if (isRefused(read)) return { refused: 'not-converted', detail: { reason: read.refused } };
  const playlist = (await readFile(list, 'utf8')).replaceAll(`${name}.m4s`, mediaPlace);
  return { file, codecs: read.codecs.replaceAll(' ', ''), stream, playlist, bandwidth: fullest(playlist) };
}

/** The container is named, so that no list of other files can be smuggled in as a film; nothing but this file may be opened. */
function input(from: string, { mediaType }: Pick<VideoFacts, 'mediaType'>): string[] {
  return ['-protocol_whitelist', 'file', '-f', mediaType === 'video/webm' ? 'matroska' : 'mov', '-i', from, '-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1', '-map_chapters', '-1'];
}

/** A key frame every two seconds, so that every quality can be left and entered at the same places. */
function picture({ width, height, rate }: Quality): string[] {
  return [
    '-vf', `scale=${width}:${height}:flags=lanczos,format=yuv420p,setsar=1`, '-c:v', 'libx264', '-preset', 'fast', '-profile:v', 'high', '-crf', '22',
    '-maxrate', String(rate), '-bufsize', String(rate * 2), '-sc_threshold', '0', '-force_key_frames', 'expr:gte(t,n_forced*2)', '-fpsmax', '60', '-threads', String(threads),
  ];
}

const sound = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000'];

function fullest(playlist: string): number {
  const rates = [...playlist.matchAll(/#EXTINF:([\d.]+),[^#]*#EXT-X-BYTERANGE:(\d+)/gu)].map(([, seconds, bytes]) => (Number(bytes) * 8) / Math.max(0.5, Number(seconds)));
  return Math.ceil(Math.max(0, ...rates));
}
