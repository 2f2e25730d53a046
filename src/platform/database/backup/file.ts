import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse, type Refused } from '../../result.ts';
import { kinds, LARGEST_FRAME, MAGIC, trailerForm, type Frame, type Kind, type Trailer } from './format.ts';

export type Damaged = Refused<'no-backup' | 'damaged'>;

/** Writes under another name beside the file and renames at the end: an unfinished backup is never taken for one. */
export class BackupFile {
  readonly #path: string;
  readonly #draft: string;
  readonly #file: FileHandle;
  readonly #hash = createHash('sha256');

  private constructor(path: string, draft: string, file: FileHandle) {
    this.#path = path;
    this.#draft = draft;
    this.#file = file;
  }

  static async create(path: string): Promise<BackupFile> {
    const draft = `${path}.${process.pid}.unfinished`;
    const made = new BackupFile(path, draft, await open(draft, 'w', 0o600));
    try {
      await made.#write(Buffer.from(MAGIC));
    } catch (error) {
      await made.discard();
      throw error;
    }
    return made;
  }

  async frame(kind: Kind, content: Uint8Array): Promise<void> {
    await this.#write(head(kind, content.length));
    await this.#write(content);
  }

  json(kind: Kind, value: unknown): Promise<void> {
    return this.frame(kind, Buffer.from(JSON.stringify(value)));
  }

  /** Puts it in its place, on disk for good. */
  async finish(counted: Omit<Trailer, 'sha256'>): Promise<void> {
    await this.json(kinds.trailer, { ...counted, sha256: this.#hash.copy().digest('hex') });
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#draft, this.#path);
    const folder = await open(dirname(this.#path), 'r');
    await folder.sync().catch(() => undefined);
    await folder.close();
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#draft, { force: true });
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, at);
      at += bytesWritten;
    }
  }
}

/** Reads a backup through once and changes nothing: whether it is whole. */
export async function checkBackup(path: string): Promise<Trailer | Damaged> {
  try {
    let trailer: Trailer | null = null;
    for await (const { kind, content } of readFrames(path)) {
      if (kind === kinds.trailer) trailer = trailerForm.parse(JSON.parse(content.toString()));
    }
    return trailer ?? damaged(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code)) {
      return refuse('no-backup', { message: `${path} cannot be read (${error.code}).` });
    }
    if (error instanceof NoBackup) return refuse('no-backup', { message: `${path} is no backup of Broadsheet.` });
    if (error instanceof Torn || error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')) return damaged(path);
    throw error;
  }
}

/** The frames in their order; throws where the file is not what it was when it was written. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const bytes = new Bytes(createReadStream(path, { highWaterMark: 1024 * 1024 }));
  const hash = createHash('sha256');
  const magic = await bytes.take(MAGIC.length);
  if (magic?.toString() !== MAGIC) throw new NoBackup(path);
  hash.update(magic);
  for (;;) {
    const start = await bytes.take(5);
    const length = start?.readUInt32BE(1) ?? 0;
    if (start === null || length > LARGEST_FRAME) throw new Torn(path);
    const content = await bytes.take(length);
    if (content === null) throw new Torn(path);
    const kind = String.fromCharCode(start[0]!) as Kind;
    if (kind === kinds.trailer) {
      const trailer = trailerForm.parse(JSON.parse(content.toString()));
      if (trailer.sha256 !== hash.digest('hex') || (await bytes.take(1)) !== null) throw new Torn(path);
      yield { kind, content };
      return;
    }
    hash.update(start).update(content);
    yield { kind, content };
  }
}

function head(kind: Kind, length: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.write(kind, 'latin1');
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

function damaged(path: string): Damaged {
  return refuse('damaged', { message: `${path} is damaged or was cut off: its checksum is wrong. Nothing was changed. Use another backup.` });
}

class NoBackup extends Error {}
class Torn extends Error {}

/** Takes a wanted number of bytes from a stream, whatever pieces it comes in. */
class Bytes {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** Null where fewer are left. */
  async take(count: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > this.#rest.length) {
      if (this.#rest.length > 0) parts.push(this.#rest);
      missing -= this.#rest.length;
      const next = await this.#pieces.next();
      if (next.done === true) return null;
      this.#rest = next.value;
    }
    parts.push(this.#rest.subarray(0, missing));
    this.#rest = this.#rest.subarray(missing);
    return Buffer.concat(parts);
  }
}
