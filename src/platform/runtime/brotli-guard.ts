/**
 * CVE-2026-111497: the Brotli decoder of a Node without the fixes of 2026-10-21 can be made to write outside its
 * memory by a hostile answer, and `fetch` decodes Brotli unasked. Where this Node is such a one, nothing in this
 * process reaches the decoder any more: a stream passes the bytes on undecoded (one that fails would leave the
 * reader of an answer waiting), the other ways refuse. Encoding stays. For the server program alone: tools that
 * unpack files of their own with it must still work.
 */
import { syncBuiltinESMExports } from 'node:module';
import { PassThrough } from 'node:stream';
import zlib from 'node:zlib';
import { isPatched } from './versions.cjs';

/** Takes the decoder away where it is unsafe; true where it did. */
export function guardBrotli(version: string = process.versions.node): boolean {
  if (isPatched(version)) return false;
  // these properties are not writable, but can be defined anew
  const set = (name: string, value: unknown) => Object.defineProperty(zlib, name, { value, enumerable: true, configurable: true, writable: false });
  set('BrotliDecompress', PassThrough);
  set('createBrotliDecompress', () => new PassThrough());
  set('brotliDecompressSync', () => { throw new BrotliIsOff(); });
  set('brotliDecompress', (...args: unknown[]) => {
    const done = args.at(-1) as (error: Error) => void;
    queueMicrotask(() => done(new BrotliIsOff()));
  });
  syncBuiltinESMExports();
  return true;
}

class BrotliIsOff extends Error {
  readonly code = 'ERR_BROTLI_OFF';
  constructor() {
    super('Brotli decoding is off: this Node lacks the security fixes of 2026-10-21 (CVE-2026-111497)');
  }
}
