/** A film's file as the readers of its formats see it: parts of it, never the whole. */
import { open } from 'node:fs/promises';
import type { Refused } from '../result.ts';

export interface VideoFile {
  readonly size: number;
  /** At most so many bytes from there; fewer at the end. */
  read(at: number, length: number): Promise<Buffer>;
}

export interface VideoFacts {
  readonly mediaType: 'video/mp4' | 'video/webm' | 'video/quicktime';
  /** Of the picture as it is to be seen: turned, where the camera was held upright. In pixels. */
  readonly width: number;
  readonly height: number;
  /** In milliseconds; null where the file does not say. */
  readonly duration: number | null;
  readonly video: string;
  readonly audio: string | null;
  /** As browsers are told it (RFC 6381); empty where they cannot play it anyway. */
  readonly codecs: string;
  /** Every browser plays it as it is. */
  readonly playable: boolean;
  readonly bytes: number;
}

/** `unsupported-type` and `unsupported-codec` say which `kind` it is. */
export type VideoRefusal = Refused<'not-a-video' | 'unsupported-type' | 'unsupported-codec' | 'corrupt'>;

/** Opens a file for reading in parts, for as long as the work lasts. */
export async function withVideoFile<T>(path: string, work: (file: VideoFile) => Promise<T>): Promise<T> {
  await using opened = await open(path, 'r');
  const { size } = await opened.stat();
  // Awaited here: the file is closed when this returns.
  return await work({
    size,
    async read(at, length) {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(Math.max(0, Math.min(length, size - at))), 0, undefined, at);
      return buffer.subarray(0, bytesRead);
    },
  });
}

export function videoInMemory(bytes: Buffer): VideoFile {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}
