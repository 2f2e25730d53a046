/** A film on its way in: streamed to a file as it comes, whatever its length. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { meansFull } from '../../platform/objects/store-full.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { greatestBytes } from './rules.ts';

export interface ArrivedVideo {
  readonly path: string;
  discard(): Promise<void>;
}

/** Takes the body of a request; the caller discards the file in the end. */
export async function receiveVideo(body: ReadableStream | null, folder: string): Promise<ArrivedVideo | Refused<'no-file' | 'too-large' | 'store-full' | 'cut-off'>> {
  if (body === null) return refuse('no-file');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  let bytes = 0;
  const counting = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      done(bytes > greatestBytes ? new TooLarge() : null, part);
    },
  });
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), counting, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await discard();
    if (error instanceof TooLarge) return refuse('too-large', { most: greatestBytes });
    return meansFull(error) ? refuse('store-full') : refuse('cut-off');
  }
  if (bytes > 0) return { path, discard };
  await discard();
  return refuse('no-file');
}

class TooLarge extends Error {}
