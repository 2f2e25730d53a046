/** A picture on its way in: streamed to a file as it comes, so that many slow lines take no memory. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { greatestBytes } from '../../platform/images/limits.ts';
import { meansFull } from '../../platform/objects/store-full.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';

export interface Arrived {
  /** Removed by `discard`. */
  readonly path: string;
  /** As the sender called it, without folders. */
  readonly name: string;
  /** The other fields of the form, or of the query. */
  readonly fields: Readonly<Record<string, string>>;
  discard(): Promise<void>;
}

export type ArrivalRefusal = Refused<'no-file' | 'too-large' | 'store-full' | 'cut-off'>;

/** Takes a form with one file (RFC 7578), or the file alone as the body with its name in the query. */
export async function receive(request: Request, folder: string): Promise<Arrived | ArrivalRefusal> {
  const type = request.headers.get('content-type') ?? '';
  if (request.body === null) return refuse('no-file');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder);
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    const found = /^multipart\/form-data\b/iu.test(type) ? await fromForm(body, type, path) : await fromBody(body, request.url, path);
    if (found === null) return (await discard(), refuse('no-file'));
    return { path, ...found, name: plainName(found.name), discard };
  } catch (error) {
    await discard();
    if (error instanceof TooLarge) return refuse('too-large', { most: greatestBytes });
    return meansFull(error) ? refuse('store-full') : refuse('cut-off');
  }
}

class TooLarge extends Error {}

const day = 24 * 60 * 60 * 1000;
const longestName = 200;

type Found = Pick<Arrived, 'name' | 'fields'> | null;

async function fromBody(body: Readable, url: string, path: string): Promise<Found> {
  const bytes = await write(body, path);
  const { name = '', ...fields } = Object.fromEntries(new URL(url).searchParams);
  return bytes === 0 ? null : { name, fields };
}

async function fromForm(body: Readable, type: string, path: string): Promise<Found> {
  const form = new Busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 20, fieldSize: 40_000, fileSize: greatestBytes + 1 } });
  const fields: Record<string, string> = {};
  let name: string | null = null;
  let written: Promise<unknown> = Promise.resolve();
  form.on('field', (field, value) => void (fields[field] = value));
  form.on('file', (_field, file, filename) => {
    name = filename ?? '';
    written = write(file, path).catch((error: unknown) => {
      body.destroy(error as Error);
      throw error;
    });
    // Awaited below; until then it is nobody's unhandled refusal.
    written.catch(() => undefined);
  });
  try {
    await pipeline(body, form);
  } finally {
    await written;
  }
  return name === null ? null : { name, fields };
}

async function write(from: Readable, path: string): Promise<number> {
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > greatestBytes ? new TooLarge() : null, chunk);
    },
  });
  await pipeline(from, counting, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  return bytes;
}

/** What a killed process had begun to receive. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const there = await stat(path).catch(() => null);
    if (there !== null && there.mtimeMs < Date.now() - day) await rm(path, { force: true });
  }
}

function plainName(name: string): string {
  // eslint-disable-next-line no-control-regex
  return basename(name.replaceAll('\\', '/')).toWellFormed().replaceAll(/[\u0000-\u001f\u007f]/gu, '').normalize('NFC').slice(0, longestName);
}
