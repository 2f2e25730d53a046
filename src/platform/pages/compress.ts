import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this many bytes the headers outweigh what compression saves. */
export const leastWorthCompressing = 300;

/** Quality 5 costs about as much as gzip and is smaller; 4 lacks the context modelling that HTML gains from. */
const quickQuality = 5;

/** Brotli for the first reader after a change, in the thread pool. */
export function brotliQuickly(body: Buffer): Promise<Buffer> {
  return brotliAsync(body, brotliOptions(body, quickQuality));
}

/** The smallest brotli, some 50 times the work: off the request, once. */
export function brotliBest(body: Buffer): Promise<Buffer> {
  return brotliAsync(body, brotliOptions(body, constants.BROTLI_MAX_QUALITY));
}

export function gzipOnce(body: Buffer): Promise<Buffer> {
  return gzipAsync(body, { level: 6 });
}

function brotliOptions(body: Buffer, quality: number): { params: Record<number, number> } {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
}
