/** The files of the built app, as browsers fetch them: their addresses carry a hash, so they are kept for ever. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskEntryFiles } from './page.ts';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Reads from Vite's manifest what the first page must name. */
export async function entryFiles(folder: string): Promise<DeskEntryFiles> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, ManifestChunk>;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry === true);
  if (entry === undefined) throw new Error('the built desk has no entry');
  const seen = new Set<ManifestChunk>();
  const walk = (chunk: ManifestChunk) => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports ?? []) if (manifest[name] !== undefined) walk(manifest[name]);
  };
  walk(entry);
  const chunks = [...seen];
  return {
    script: entry.file,
    styles: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].reverse(),
    preload: chunks.filter((chunk) => chunk !== entry).map((chunk) => chunk.file),
  };
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

/** One file of the app, already compressed where the browser takes it; null where there is none of that name. */
export async function assetResponse(folder: string, name: string, accepted: string): Promise<Response | null> {
  const match = /^[\w.-]+\.(\w+)$/u.exec(name);
  const type = match === null ? undefined : types[match[1]!];
  if (type === undefined) return null;
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  };
  const encoding = /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : null;
  if (encoding !== null) {
    const packed = await readOrNull(join(folder, 'assets', `${name}.${encoding === 'br' ? 'br' : 'gz'}`));
    if (packed !== null) return new Response(packed, { headers: { ...headers, 'content-encoding': encoding } });
  }
  const plain = await readOrNull(join(folder, 'assets', name));
  return plain === null ? null : new Response(plain, { headers });
}

function readOrNull(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readFile(file).then((bytes) => new Uint8Array(bytes), () => null);
}
