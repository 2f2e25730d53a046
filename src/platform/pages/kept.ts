/** A rendered page made ready to be sent: its bytes in each encoding, and its headers as node:http writes them. */
import { brotliBest, brotliQuickly, gzipOnce, leastWorthCompressing } from './compress.ts';
import type { Encoding } from './encoding.ts';
import { etagOf } from './etag.ts';
import type { Page } from './page.ts';

export interface Variant {
  readonly body: Buffer;
  /** Names and values in turn, as `writeHead` takes them without copying. */
  readonly headers: string[];
}

export interface Kept {
  readonly key: string;
  /** Whether anybody can invent such addresses: kept apart from the real pages. */
  readonly passing: boolean;
  readonly status: Page['status'];
  readonly etag: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 from which it must be made anew; Infinity where it stays true. */
  readonly freshUntil: number;
  /** Milliseconds since 1970 from which it is never served. */
  readonly ends: number;
  readonly notModified: string[];
  readonly identity: Variant;
  br: Variant | undefined;
  gzip: Variant | undefined;
  /** Whether its smallest brotli has been made or ordered. */
  polished: boolean;
  /** Compressions on their way, so that none is done twice. */
  readonly pending: Map<Encoding, Promise<Variant>>;
  readonly common: readonly string[];
  hits: number;
  /** The cache's tick at the last hit: the smallest leaves first. */
  seen: number;
}

export interface Order {
  readonly key: string;
  readonly passing: boolean;
  /** What every page of the house carries. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes a page ready. Throws on a page that sets a cookie, or redirects away from the site. */
export function keep(page: Page, { key, passing, headers }: Order): Kept {
  const ends = page.ends?.getTime() ?? Infinity;
  return {
    ...ready({ status: page.status, body: Buffer.from(page.body, 'utf8'), common: commonHeaders(page, headers) }),
    key,
    passing: passing || page.status !== 200,
    tags: page.tags,
    freshUntil: Math.min(page.expires?.getTime() ?? Infinity, ends),
    ends,
  };
}

export interface BytesOrder {
  readonly key: string;
  readonly body: Buffer;
  readonly type: string;
  readonly compressible: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes a file ready, which is sent by the same way as a page and never leaves. */
export function keepBytes({ key, body, type, compressible, headers }: BytesOrder): Kept {
  const common = ['Content-Type', type, ...(compressible ? ['Vary', 'Accept-Encoding'] : []), ...Object.entries(headers).flat()];
  const kept = { ...ready({ status: 200, body, common }), key, passing: false, tags: [], freshUntil: Infinity, ends: Infinity };
  return compressible ? kept : { ...kept, br: kept.identity, gzip: kept.identity };
}

type Ready = Omit<Kept, 'key' | 'passing' | 'tags' | 'freshUntil' | 'ends'>;

function ready({ status, body, common }: { status: Page['status']; body: Buffer; common: readonly string[] }): Ready {
  const etag = etagOf(body, [String(status), ...common]);
  const validated = status === 200 ? [...common, 'ETag', etag] : common;
  return {
    status,
    etag,
    notModified: validated.slice(2),
    identity: variant(body, validated, 'identity'),
    br: undefined,
    gzip: undefined,
    polished: false,
    pending: new Map(),
    common: validated,
    hits: 0,
    seen: 0,
  };
}

/** The bytes it takes up, with what the maps around it need, its spellings included. */
export function bytesOf(kept: Kept): number {
  const bodies = kept.identity.body.length + extra(kept.br, kept) + extra(kept.gzip, kept);
  return bodies + bookkeeping + kept.tags.length * bytesPerTag + 4 * kept.key.length;
}

const bookkeeping = 2_500;
const bytesPerTag = 150;

function extra(variant: Variant | undefined, kept: Kept): number {
  return variant === undefined || variant === kept.identity ? 0 : variant.body.length;
}

/** The variant in an encoding, compressed on the first demand. */
export function variantIn(kept: Kept, encoding: Encoding): Promise<Variant> {
  const pending = kept.pending.get(encoding);
  if (pending !== undefined) return pending;
  const made = make(kept, encoding).finally(() => kept.pending.delete(encoding));
  kept.pending.set(encoding, made);
  return made;
}

async function make(kept: Kept, encoding: Encoding): Promise<Variant> {
  if (encoding === 'identity') return kept.identity;
  const there = kept[encoding];
  if (there !== undefined) return there;
  const made = await smaller(kept, encoding, encoding === 'br' ? brotliQuickly : gzipOnce);
  kept[encoding] = made;
  return made;
}

/** Replaces the quick brotli by the smallest one. */
export async function polish(kept: Kept): Promise<void> {
  kept.polished = true;
  kept.br = await smaller(kept, 'br', brotliBest);
}

async function smaller(kept: Kept, encoding: Encoding, compress: (body: Buffer) => Promise<Buffer>): Promise<Variant> {
  const plain = kept.identity.body;
  if (plain.length < leastWorthCompressing) return kept.identity;
  const body = await compress(plain);
  return body.length < plain.length ? variant(body, kept.common, encoding) : kept.identity;
}

function variant(body: Buffer, common: readonly string[], encoding: Encoding): Variant {
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  return { body, headers: [...common, ...coding, 'Content-Length', String(body.length)] };
}

/** Its type first, which a 304 leaves out. Headers of the page win over the house's; `Vary` and `Cache-Control` belong to the cache. */
function commonHeaders(page: Page, house: Readonly<Record<string, string>>): string[] {
  const named = new Map<string, [string, string]>();
  for (const [name, value] of [...Object.entries(house), ...Object.entries(page.headers ?? {})]) {
    named.set(name.toLowerCase(), [name, value]);
  }
  if (named.has('set-cookie')) throw new Error('A page that is kept for everybody may not set a cookie.');
  for (const owned of ['vary', 'cache-control', 'etag', 'content-length', 'content-encoding', 'content-type']) named.delete(owned);
  const location = page.location === undefined ? [] : ['Location', locationHeader(page.location)];
  return [
    'Content-Type', page.type,
    'Cache-Control', page.status === 503 ? 'no-store' : 'no-cache',
    'Vary', 'Accept-Encoding',
    ...location,
    ...[...named.values()].flat(),
  ];
}

/** A redirect stays on the site: `//elsewhere.example` and `/\elsewhere.example` would leave it. */
function locationHeader(path: string): string {
  if (!/^\/(?![/\\])/.test(path)) throw new Error(`A page redirects to a path of the site, not to ${JSON.stringify(path)}.`);
  return encodeURI(path).replaceAll(/%25([0-9A-Fa-f]{2})/g, '%$1');
}
