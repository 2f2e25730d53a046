/** A file of another system, opened: unpacked where it is packed, and known by its beginning. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Arrived, ExportFile, ExportReader, Format } from './arriving.ts';
import { ExportBroken, formats } from './arriving.ts';
import { readCoral } from './coral.ts';
import { readDisqus } from './disqus.ts';
import { readIsso } from './isso.ts';
import { readRemark42 } from './remark42.ts';
import { readWordpress } from './wordpress.ts';

const readers: Readonly<Record<Format, ExportReader>> = { disqus: readDisqus, wordpress: readWordpress, coral: readCoral, remark42: readRemark42, isso: readIsso };

// Signs that no other of the five has, as they stand in the first kilobytes of an export.
const signs: Readonly<Record<Format, RegExp>> = {
  disqus: /<disqus[\s>]/u,
  wordpress: /<wp:|xmlns:wp=|wordpress\.org\/export/u,
  coral: /"(storyID|tenantID)"\s*:/u,
  remark42: /"locator"\s*:|^\s*\{"version":\s*1,\s*"users"/u,
  isso: /^SQLite format 3|"remote_addr"\s*:/u,
};
const bytesToTell = 20_000;

export const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);

/** Which system wrote it; null where none of the five did. Rejects where there is no such file. */
export async function formatOf(path: string): Promise<Format | null> {
  await using opened = await open(path, 'r');
  const { bytesRead, buffer } = await opened.read(Buffer.alloc(bytesToTell), 0, bytesToTell, 0);
  let beginning = buffer.subarray(0, bytesRead).toString('utf8');
  if (isPacked(buffer)) for await (const chunk of exportFile(path).text()) {
    beginning = chunk.slice(0, bytesToTell);
    break;
  }
  return formats.find((format) => signs[format].test(beginning)) ?? null;
}

/** Everything in the file, in its order. Throws `ExportBroken` where it ends too early or is something else. */
export function readExport(path: string, format: Format): AsyncIterable<Arrived> {
  return readers[format](exportFile(path));
}

function exportFile(path: string): ExportFile {
  return { path, text: () => textOfFile(path) };
}

async function* textOfFile(path: string): AsyncGenerator<string> {
  await using opened = await open(path, 'r');
  const { buffer } = await opened.read(Buffer.alloc(2), 0, 2, 0);
  const bytes = createReadStream(path);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of isPacked(buffer) ? bytes.pipe(createGunzip()) : bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new ExportBroken('it is packed, and the packing is broken');
    throw error;
  } finally {
    bytes.destroy();
  }
  yield decoder.decode();
}

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
