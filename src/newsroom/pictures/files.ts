/**
 * Renditions on their way to readers, on the bare server: `/bilder/<picture>/<made of>-<width>.<ending>`. An address
 * names one content for ever, so browsers keep it for a year. What is asked for often is answered from memory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { FirstAnswer, House } from '../../platform/feature.ts';
import { missed } from '../../platform/events/stream.ts';
import { namesEtag } from '../../platform/pages/etag.ts';
import type { Format, Shape } from './picture.ts';
import { crops, endingOf, formats, madeOf, mediaTypeOf, renditionUrl } from './picture.ts';
import { readRange } from './range.ts';
import { Shelf } from './shelf.ts';
import type { PictureWithRenditions, StoredRendition } from './store.ts';
import { readPicture } from './store.ts';

/** A rendition that was found, ready to be sent. */
export interface Found {
  readonly picture: string;
  readonly address: string;
  readonly etag: string;
  readonly size: number;
  /** When its right ends, in milliseconds of the house's clock; infinite where it does not. */
  readonly until: number;
  readonly headers: Readonly<Record<string, string | number>>;
}

// Renditions are below 400 KB; a larger one is a chart without end, and is streamed.
const greatestInMemory = 1024 * 1024;

export function renditionAnswers(house: House): FirstAnswer {
  const shelf = new Shelf<Found>();
  house.events.listen(({ event, facts }) => {
    // Whatever happened to a picture, or may have happened while nobody was heard: look again.
    if (event === missed) shelf.dropIf(() => true);
    else if (event.startsWith('picture.')) shelf.dropIf((found) => found.picture === facts['id']);
  });
  return (request, response) => {
    const target = pathOf(request.url ?? '');
    if (!target.startsWith('/bilder/')) return false;
    const kept = shelf.get(target);
    if (kept?.bytes !== undefined && isUsable(kept.facts, house)) {
      send(kept.facts, kept.bytes, { request, response });
      return true;
    }
    void answer({ house, shelf, target, request, response }).catch((error: unknown) => {
      house.log.error({ route: '/bilder/:id/:file', error: String(error) }, 'a rendition could not be sent');
      if (response.headersSent) response.destroy();
      else say(response, 503, { 'Retry-After': '5' });
    });
    return true;
  };
}

/** Whatever a query says, it is the same picture. */
function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? target : target.slice(0, mark);
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Asked extends Exchange {
  readonly house: House;
  readonly shelf: Shelf<Found>;
  readonly target: string;
}

async function answer({ house, shelf, target, request, response }: Asked): Promise<void> {
  const before = shelf.lastDrop;
  const found = shelf.get(target)?.facts ?? await find(house, target);
  if (found === null) return say(response, 404);
  if (found === 'gone' || (typeof found !== 'string' && !isUsable(found, house))) return say(response, 410);
  if (typeof found === 'string') return say(response, 302, { Location: found });
  if (found.size <= greatestInMemory) {
    const bytes = await house.objects.get(found.address);
    if (bytes === null) throw new Error(`object ${found.address} is gone`);
    // What was blocked while its bytes were fetched is not laid back where it was taken from.
    if (shelf.lastDrop === before) shelf.put(target, found, bytes);
    return send(found, bytes, { request, response });
  }
  if (shelf.lastDrop === before) shelf.put(target, found);
  const range = request.method === 'GET' ? readRange(request.headers, found) : null;
  if (range === 'none' || request.method === 'HEAD' || isKnown(found, request)) return send(found, null, { request, response });
  const opened = await house.objects.open(found.address, range ?? undefined);
  if (opened === null) throw new Error(`object ${found.address} is gone`);
  response.writeHead(range === null ? 200 : 206, range === null ? found.headers : partHeaders(found, range));
  await pipeline(Readable.fromWeb(opened.stream as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => response.destroy());
}

/** With all its bytes at hand; null bytes where none are going to be sent. */
function send(found: Found, bytes: Uint8Array | null, { request, response }: Exchange): void {
  if (isKnown(found, request)) {
    response.writeHead(304, { ETag: found.etag, 'Cache-Control': forAYear });
    response.end();
    return;
  }
  const range = request.headers.range === undefined ? null : readRange(request.headers, found);
  if (range === 'none') return say(response, 416, { 'Content-Range': `bytes */${found.size}` });
  response.writeHead(range === null ? 200 : 206, range === null ? found.headers : partHeaders(found, range));
  if (bytes === null || request.method === 'HEAD') response.end();
  else response.end(range === null ? bytes : bytes.subarray(range.from, range.to + 1));
}

const forAYear = 'public, max-age=31536000, immutable';
const form = /^\/bilder\/([2-9b-z]{8})\/([0-9a-f]{16})-(?:(wide|square|tall|social)-)?([1-9][0-9]{0,3})\.(avif|webp|jpg)$/u;

/** The rendition; the address that it has now, where it was made anew; 'gone' where it may not be shown; or null. */
async function find(house: House, target: string): Promise<Found | string | null> {
  const [, id = '', made = '', crop, width = '', ending = ''] = form.exec(target) ?? [];
  const picture = id === '' ? null : await readPicture(house.db, id);
  if (picture === null) return null;
  if (picture.sealed || picture.blocked_at !== null || picture.ended) return 'gone';
  const format = formats.find((one) => endingOf[one] === ending) ?? 'jpeg';
  const shape = crops.find((one) => one === crop) ?? 'whole';
  const rendition = picture.renditions.find((one) => one.shape === shape && one.format === format && one.width === Number(width));
  if (madeOf(picture, shape) === made) return rendition === undefined ? null : found(house, picture, rendition);
  const instead = rendition ?? nearest(picture, { shape, format, width: Number(width) });
  return instead === undefined ? null : renditionUrl({ id, ...instead, made: madeOf(picture, instead.shape) });
}

function nearest(picture: PictureWithRenditions, { shape, format, width }: { shape: Shape; format: Format; width: number }): StoredRendition | undefined {
  const shaped = picture.renditions.filter((one) => one.shape === shape);
  const renditions = shaped.length > 0 ? shaped : picture.renditions.filter((one) => one.shape === 'whole');
  const jpegs = renditions.filter((one) => one.format === 'jpeg');
  const same = renditions.filter((one) => one.format === format);
  return (same.length > 0 ? same : jpegs).toSorted((a, b) => Math.abs(a.width - width) - Math.abs(b.width - width))[0];
}

function found({ settings }: House, picture: PictureWithRenditions, { format, address, bytes }: StoredRendition): Found {
  const etag = `"${address.slice(0, 20)}"`;
  return {
    picture: picture.id, address, etag, size: bytes, until: picture.usable_until?.getTime() ?? Number.POSITIVE_INFINITY,
    headers: {
      'Content-Type': mediaTypeOf[format], 'Content-Length': bytes, 'Cache-Control': forAYear, ETag: etag, 'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'",
      // Feed readers and social networks show our pictures on pages of theirs.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ...(settings.publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    },
  };
}

/** To the instant, whoever notes it in the rows. */
function isUsable(found: Found, house: House): boolean {
  return found.until === Number.POSITIVE_INFINITY || house.clock.now().getTime() < found.until;
}

function isKnown(found: Found, request: IncomingMessage): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && namesEtag(known, found.etag);
}

function partHeaders(found: Found, { from, to }: { from: number; to: number }): Record<string, string | number> {
  return { ...found.headers, 'Content-Length': to - from + 1, 'Content-Range': `bytes ${from}-${to}/${found.size}` };
}

function say(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Length': 0, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', ...headers });
  response.end();
}
