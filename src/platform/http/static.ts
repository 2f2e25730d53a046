/**
 * Files that never change under their address: fonts, the desk's build, readers' scripts. Only addresses from a list
 * made at the start are known; no request's path ever reaches the file system.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Kept } from '../pages/kept.ts';
import { keepBytes } from '../pages/kept.ts';

export interface Assets {
  /** The file at a path, if there is one. Reads it on the first demand and keeps it. */
  find(path: string): Promise<Kept> | Kept | undefined;
  /** The address of a file by its name in the list; throws where there is none, which is a mistake in the page. */
  address(name: string): string;
}

export interface AssetFile {
  /** How pages name it: `newsreader.woff2`. */
  readonly name: string;
  readonly file: string;
}

/** Files that get an address with the hash of their content: `/assets/newsreader.3f9c2a71d0.woff2`. */
export async function hashedAssets(at: string, files: readonly AssetFile[]): Promise<Assets> {
  const listed = await Promise.all(files.map(async ({ name, file }) => ({ name, file, address: `${at}/${withHash(name, await readFile(file))}` })));
  return assets(listed);
}

/** Every file of a folder whose names hold their hash already, as Vite's build writes them. */
export async function builtAssets(at: string, folder: string): Promise<Assets> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return assets(files.map((file) => {
    const name = relative(folder, file).split(sep).join('/');
    return { name, file, address: `${at}/${name}` };
  }));
}

/** Files that were made in memory, at addresses that carry their hash. */
export function madeAssets(files: readonly { readonly name: string; readonly address: string; readonly text: string }[]): Assets {
  return assets(files.map(({ name, address, text }) => ({ name, file: name, address, content: () => Buffer.from(text) })));
}

interface Listed extends AssetFile {
  readonly address: string;
  /** Where it is in no file. */
  content?(): Buffer;
}

function assets(listed: readonly Listed[]): Assets {
  const byAddress = new Map(listed.map((asset) => [asset.address, asset]));
  const byName = new Map(listed.map((asset) => [asset.name, asset]));
  const loaded = new Map<string, Kept>();
  return {
    find(path) {
      const there = loaded.get(path);
      if (there !== undefined) return there;
      const asset = byAddress.get(path);
      return asset === undefined ? undefined : load(asset).then((kept) => (loaded.set(path, kept), kept));
    },
    address(name) {
      const asset = byName.get(name);
      if (asset === undefined) throw new Error(`There is no file called ${name}.`);
      return asset.address;
    },
  };
}

async function load({ file, address, content }: Listed): Promise<Kept> {
  const [type, compressible] = types[extname(address)] ?? ['application/octet-stream', 'no'];
  const body = content?.() ?? await readFile(file);
  return keepBytes({ key: address, body, type, compressible: compressible === 'yes', headers: { ...headers } });
}

/** A year: the address changes with the content. Fonts are fetched in a mode that asks for CORS even on the same site. */
const headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'`,
};

const types: Readonly<Record<string, readonly [type: string, compressible: 'yes' | 'no']>> = {
  '.css': ['text/css; charset=utf-8', 'yes'],
  '.html': ['text/html; charset=utf-8', 'yes'],
  '.ico': ['image/x-icon', 'no'],
  '.js': ['text/javascript; charset=utf-8', 'yes'],
  '.json': ['application/json; charset=utf-8', 'yes'],
  '.map': ['application/json; charset=utf-8', 'yes'],
  '.png': ['image/png', 'no'],
  '.svg': ['image/svg+xml', 'yes'],
  '.txt': ['text/plain; charset=utf-8', 'yes'],
  '.webmanifest': ['application/manifest+json', 'yes'],
  '.woff2': ['font/woff2', 'no'],
};

function withHash(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)}.${hash}${ending}`;
}
