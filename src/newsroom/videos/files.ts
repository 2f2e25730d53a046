/**
 * Films on their way to readers, on the bare server: `/videos/<film>/<hash of the content>.<ending>`. An address names
 * one content for ever, so browsers keep it. Films are streamed from the store in the parts that are asked for.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { FirstAnswer, House } from '../../platform/feature.ts';
import { missed } from '../../platform/events/stream.ts';
import { namesEtag } from '../../platform/pages/etag.ts';
import { readRange } from '../pictures/range.ts';
import type { ShownFile } from './shown-files.ts';
import { shownFiles } from './shown-files.ts';
import { readVideoRow } from './store.ts';

/** The files of a film by their names; `gone` where it may not be shown; null where there is none. */
type Files = ReadonlyMap<string, ShownFile> | 'gone' | null;

// A film that is watched is asked for in hundreds of parts: its rows are read once. Captions and playlists are some 100 KB.
const mostKept = 200;

export function videoAnswers(house: House): FirstAnswer {
  const kept = new Map<string, Promise<Files>>();
  house.events.listen(({ event, facts }) => {
    if (event === missed) kept.clear();
    else if (event.startsWith('video.')) kept.delete(String(facts['id']));
  });
  const filesOf = (id: string) => {
    const files = kept.get(id) ?? readFiles(house, id);
    kept.delete(id);
    kept.set(id, files);
    files.catch(() => kept.delete(id));
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return files;
  };
  return (request, response) => {
    const [, id = '', name = ''] = form.exec(request.url ?? '') ?? [];
    if (id === '') return false;
    void answer({ house, files: filesOf(id), name, request, response }).catch((error: unknown) => {
      house.log.error({ route: '/videos/:id/:file', error: String(error) }, 'a film could not be sent');
      if (response.headersSent) response.destroy();
      else say(response, 503, { 'Retry-After': '5' });
    });
    return true;
  };
}

const form = /^\/videos\/([2-9b-z]{8})\/([0-9a-f]{16}\.[a-z0-9]{2,4})(?:\?|$)/u;

async function readFiles(house: House, id: string): Promise<Files> {
  const video = await readVideoRow(house.db, id);
  if (video === null) return null;
  if (video.sealed || video.blocked_at !== null) return 'gone';
  return new Map(shownFiles(video).map((file) => [file.name, file]));
}

interface Asked {
  readonly house: House;
  readonly files: Promise<Files>;
  readonly name: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer({ house, files, name, request, response }: Asked): Promise<void> {
  const found = await files;
  const file = found === 'gone' ? 'gone' : found?.get(name) ?? null;
  if (file === 'gone') return say(response, 410);
  if (file === null) return say(response, 404);
  const bytes = 'text' in file ? Buffer.from(file.text) : null;
  const size = 'text' in file ? bytes!.length : file.size;
  const etag = `"${name}"`;
  const headers = headersOf({ house, file, size, etag });
  const known = request.headers['if-none-match'];
  if (known !== undefined && namesEtag(known, etag)) {
    response.writeHead(304, { ETag: etag, 'Cache-Control': forAYear }).end();
    return;
  }
  const range = readRange(request.headers, { size, etag });
  if (range === 'none') return say(response, 416, { 'Content-Range': `bytes */${size}` });
  const part = range === null ? {} : { 'Content-Length': range.to - range.from + 1, 'Content-Range': `bytes ${range.from}-${range.to}/${size}` };
  const head = () => response.writeHead(range === null ? 200 : 206, { ...headers, ...part });
  if (request.method === 'HEAD') return void head().end();
  if ('text' in file) return void head().end(range === null ? bytes : bytes!.subarray(range.from, range.to + 1));
  const opened = await house.objects.open(file.address, range ?? undefined);
  if (opened === null) throw new Error(`object ${file.address} is gone`);
  head();
  // Whoever jumps to another place closes the connection: that is no fault, and the store stops reading.
  await pipeline(Readable.fromWeb(opened.stream as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => response.destroy());
}

const forAYear = 'public, max-age=31536000, immutable';

function headersOf({ house, file, size, etag }: { house: House; file: ShownFile; size: number; etag: string }): Record<string, string | number> {
  return {
    'Content-Type': file.type, 'Content-Length': size, 'Cache-Control': forAYear, ETag: etag, 'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'", 'Cross-Origin-Resource-Policy': 'same-origin',
    ...(house.settings.publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

function say(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Length': 0, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', ...headers });
  response.end();
}
