/**
 * Objects in a bucket that speaks the S3 interface, by the address of their content below a prefix. No conditional writes
 * are needed, which not every such server knows: content has one address, and who sweeps says so first (`leaving/`).
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { S3mini, S3ServiceError } from 's3mini';
import { addressOf } from './address.ts';
import type { ObjectAddress, ObjectStore } from './objects.ts';
import { StoreFull } from './store-full.ts';

export interface S3Place {
  /** With its scheme, without bucket and path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Before every name, such as `bote/`; may be empty. */
  readonly prefix: string;
  /** In place of the runtime's own; for tests. */
  readonly fetch?: typeof fetch;
}

/** A store in that bucket, which must exist. */
export function s3Store(place: S3Place): ObjectStore {
  const bucket = openBucket(place);
  return {
    put: (bytes) => put(bucket, bytes),
    putFile: (path) => putFile(bucket, path),
    get: (address) => get(bucket, address),
    open: (address, range) => openObject(bucket, address, range),
    remove: (address, writtenBefore) => remove(bucket, address, writtenBefore),
    list: () => list(bucket),
    removeUnfinished: (begunBefore) => removeUnfinished(bucket, begunBefore),
  };
}

export type BucketTrouble = 'refused' | 'no-bucket' | 'no-answer' | 'not-writable';

/** What is wrong with a bucket, as a word; null where it can be read and written. */
export async function whatIsWrong(place: S3Place): Promise<BucketTrouble | null> {
  const { s3, prefix } = openBucket(place);
  try {
    const there = await s3.listObjectsPaged('/', prefix, 1);
    if (there === null || there === undefined) return 'no-bucket';
  } catch (error) {
    const status = statusOf(error);
    // A server that is at work on itself, or overrun, may take the key tomorrow.
    return status === 404 ? 'no-bucket' : status === null || status >= 500 ? 'no-answer' : 'refused';
  }
  try {
    await s3.putObject(`${prefix}probe`, 'probe');
    await s3.deleteObject(`${prefix}probe`);
    return null;
  } catch {
    return 'not-writable';
  }
}

interface Bucket {
  readonly s3: S3mini;
  readonly prefix: string;
}

/** Larger bodies are sent in parts of this size: 10,000 of them, the most there may be, are 160 GB. */
const partBytes = 16 * 1024 * 1024;
const partsAtOnce = 3;
/** A request that takes longer is on a dead line: a part over one megabit takes two minutes. */
const patience = 180_000;

function openBucket({ endpoint, region, bucket, accessKey, secretKey, prefix, fetch: ask }: S3Place): Bucket {
  const s3 = new S3mini({
    endpoint: `${endpoint}/${bucket}`, region, accessKeyId: accessKey, secretAccessKey: secretKey, requestAbortTimeout: patience,
    ...(ask !== undefined && { fetch: ask }),
  });
  return { s3, prefix };
}

const addressForm = /^[0-9a-f]{64}$/u;

const keyOf = ({ prefix }: Bucket, address: ObjectAddress): string => `${prefix}objects/${address}`;
/** Says that the object may be removed at any moment. */
const leavingKeyOf = ({ prefix }: Bucket, address: ObjectAddress): string => `${prefix}leaving/${address}`;

async function put(bucket: Bucket, bytes: Uint8Array): Promise<ObjectAddress> {
  const address = addressOf(bytes);
  await putSafely(bucket, address, () => trying(() => putWhole(bucket, keyOf(bucket, address), bytes)));
  return address;
}

/** Read twice, since its name is its content's; large ones in parts. */
async function putFile(bucket: Bucket, path: string): Promise<ObjectAddress> {
  await using file = await open(path, 'r');
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of file.createReadStream({ autoClose: false, start: 0 })) {
    hash.update(part as Buffer);
    size += (part as Buffer).length;
  }
  const address = hash.digest('hex');
  const key = keyOf(bucket, address);
  const part = async (at: number): Promise<Buffer> => {
    const length = Math.max(0, Math.min(partBytes, size - at));
    return (await file.read(Buffer.alloc(length), 0, length, at)).buffer;
  };
  await putSafely(bucket, address, async () => {
    if (size <= partBytes) await trying(async () => putWhole(bucket, key, await part(0)));
    else await putInParts(bucket, { key, size, part });
  });
  return address;
}

async function putWhole({ s3 }: Bucket, key: string, bytes: Uint8Array): Promise<void> {
  await s3.putObject(key, bytes as Uint8Array<ArrayBuffer>, 'application/octet-stream', undefined, undefined, bytes.length);
}

async function putInParts({ s3 }: Bucket, { key, size, part }: { key: string; size: number; part: (at: number) => Promise<Buffer> }): Promise<void> {
  const upload = await trying(() => s3.getMultipartUploadId(key));
  try {
    const count = Math.ceil(size / partBytes);
    const parts: Awaited<ReturnType<typeof s3.uploadPart>>[] = [];
    for (let from = 0; from < count; from += partsAtOnce) {
      const numbers = Array.from({ length: Math.min(partsAtOnce, count - from) }, (_, index) => from + index);
      parts.push(...(await Promise.all(numbers.map(async (number) => {
        const bytes = await part(number * partBytes);
        return trying(() => s3.uploadPart(key, upload, bytes as Uint8Array<ArrayBuffer>, number + 1));
      }))));
    }
    await trying(() => s3.completeMultipartUpload(key, upload, parts));
  } catch (error) {
    await s3.abortMultipartUpload(key, upload).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes, and looks whether somebody is removing the same object: then it waits until that is over, and writes anew.
 * A remover that says so after this look sees the object as young, since it was written before.
 */
async function putSafely(bucket: Bucket, address: ObjectAddress, write: () => Promise<void>): Promise<void> {
  try {
    for (;;) {
      await write();
      if (!(await isLeaving(bucket, address))) return;
      while (await isLeaving(bucket, address)) await pause(200);
    }
  } catch (error) {
    throw meansFull(error) ? new StoreFull(error) : error;
  }
}

/** A remover that is slower than this removes nothing; one that was killed leaves its word behind. */
const leavingFor = 30_000;

async function isLeaving(bucket: Bucket, address: ObjectAddress): Promise<boolean> {
  const word = await headOf(bucket, leavingKeyOf(bucket, address));
  return word !== null && word.answered.getTime() - word.written.getTime() < 2 * leavingFor;
}

async function remove(bucket: Bucket, address: ObjectAddress, writtenBefore?: Date): Promise<void> {
  if (!addressForm.test(address)) return;
  const { s3 } = bucket;
  const key = keyOf(bucket, address);
  if (writtenBefore === undefined) return void (await trying(() => s3.deleteObject(key)));
  const began = performance.now();
  await trying(() => s3.putObject(leavingKeyOf(bucket, address), 'leaving'));
  try {
    const there = await headOf(bucket, key);
    const inTime = performance.now() - began < leavingFor;
    if (there !== null && inTime && there.written < writtenBefore) await s3.deleteObject(key);
  } finally {
    await trying(() => s3.deleteObject(leavingKeyOf(bucket, address)));
  }
}

async function get({ s3, ...bucket }: Bucket, address: ObjectAddress): Promise<Uint8Array | null> {
  if (!addressForm.test(address)) return null;
  return orNull(async () => new Uint8Array(await (await s3.getObjectRaw(keyOf({ s3, ...bucket }, address))).arrayBuffer()));
}

async function openObject(bucket: Bucket, address: ObjectAddress, range?: { from: number; to?: number }) {
  if (!addressForm.test(address)) return null;
  const key = keyOf(bucket, address);
  const { from = 0, to } = range ?? {};
  const empty = () => new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
  try {
    const whole = from === 0 && to === undefined;
    const answer = await trying(() => bucket.s3.getObjectRaw(key, whole, from, to === undefined ? undefined : to + 1));
    const total = /\/(\d+)$/u.exec(answer.headers.get('content-range') ?? '')?.[1] ?? answer.headers.get('content-length') ?? '0';
    return { size: Number(total), stream: (answer.body as ReadableStream<Uint8Array> | null) ?? empty() };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    // Nothing of it lies there.
    if (statusOf(error) !== 416) throw error;
    const there = await headOf(bucket, key);
    return there === null ? null : { size: there.size, stream: empty() };
  }
}

async function* list({ s3, prefix }: Bucket) {
  const below = `${prefix}objects/`;
  for (let next: string | undefined; ;) {
    const page = await trying(() => s3.listObjectsPaged('/', below, 1_000, next));
    for (const { Key, Size, LastModified } of page?.objects ?? []) {
      const address = Key.slice(below.length);
      if (addressForm.test(address)) yield { address, size: Number(Size), written: new Date(LastModified) };
    }
    next = page?.nextContinuationToken;
    if (next === undefined || next === '') return;
  }
}

/** Parts without an end, and the words of removers that were killed. */
async function removeUnfinished({ s3, prefix }: Bucket, begunBefore: Date): Promise<number> {
  const answer = await trying(() => s3.listMultipartUploads('/', '', 'GET', { prefix: `${prefix}objects/` })) as unknown as Record<string, unknown>;
  const listed = uploadsIn(answer).filter(({ begun }) => begun < begunBefore);
  for (const { key, id } of listed) await s3.abortMultipartUpload(key, id);
  const words = (await trying(() => s3.listObjectsPaged('/', `${prefix}leaving/`, 1_000)))?.objects ?? [];
  const left = words.filter(({ LastModified }) => new Date(LastModified) < begunBefore);
  for (const { Key } of left) await s3.deleteObject(Key);
  return listed.length + left.length;
}

/** One, several or none: the library answers as the XML lies. */
function uploadsIn(answer: Record<string, unknown>): { key: string; id: string; begun: Date }[] {
  const inside = (answer['ListMultipartUploadsResult'] ?? answer['listMultipartUploadsResult'] ?? answer) as Record<string, unknown>;
  const found = inside['Upload'] ?? inside['upload'] ?? inside['uploads'] ?? [];
  return [found].flat().flatMap((one) => {
    const upload = one as Record<string, unknown>;
    const [key, id, begun] = ['Key', 'UploadId', 'Initiated'].map((name) => upload[name] ?? upload[name.charAt(0).toLowerCase() + name.slice(1)]);
    return typeof key === 'string' && typeof id === 'string' ? [{ key, id, begun: new Date(String(begun)) }] : [];
  });
}

interface Head {
  readonly size: number;
  readonly written: Date;
  /** By the clock of the server, which wrote the other too. */
  readonly answered: Date;
}

async function headOf({ s3 }: Bucket, key: string): Promise<Head | null> {
  return orNull(async () => {
    // A body of one byte, since the library has no HEAD that tells its headers.
    const answer = await s3.getObjectRaw(key, false, 0, 1).catch((error: unknown) => {
      if (statusOf(error) === 416) return s3.getObjectRaw(key);
      throw error;
    });
    await answer.arrayBuffer();
    const size = /\/(\d+)$/u.exec(answer.headers.get('content-range') ?? '')?.[1] ?? answer.headers.get('content-length') ?? '0';
    const date = answer.headers.get('date');
    return { size: Number(size), written: new Date(answer.headers.get('last-modified') ?? 0), answered: date === null ? new Date() : new Date(date) };
  });
}

const attempts = 4;

/** Everything here may be done twice: a server that is away for a moment is asked again. */
async function trying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const status = statusOf(error);
      const passes = status === null || status === 429 || (status >= 500 && status !== 507 && status !== 501);
      if (!passes || attempt === attempts) throw error;
      await pause(200 * 3 ** attempt);
    }
  }
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await trying(work);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** Null where there was no answer. The library wraps what it throws. */
function statusOf(error: unknown): number | null {
  if (error instanceof S3ServiceError) return error.status;
  return error instanceof Error && error.cause !== undefined ? statusOf(error.cause) : null;
}

/** A quota or a disk: each server has a word of its own. */
function meansFull(error: unknown): boolean {
  const words = error instanceof S3ServiceError ? `${error.serviceCode} ${error.body}` : '';
  return statusOf(error) === 507 || /quota|insufficientstorage|storagefull|nospace/iu.test(words);
}
