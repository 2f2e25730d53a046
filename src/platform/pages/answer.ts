import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingFor } from './encoding.ts';
import { namesEtag } from './etag.ts';
import type { Kept } from './kept.ts';
import type { PageCache } from './page-cache.ts';

/**
 * Sends a kept page if all its bytes are at hand; false where its encoding has first to be made. This is the way of
 * nearly every request: no parsing, no promise, one write.
 */
export function answerNow(kept: Kept, request: IncomingMessage, response: ServerResponse): boolean {
  const headers = request.headers;
  const known = headers['if-none-match'];
  if (known !== undefined && kept.status === 200 && namesEtag(known, kept.etag)) {
    response.writeHead(304, kept.notModified);
    response.end();
    return true;
  }
  const variant = kept[encodingFor(headers['accept-encoding'])];
  if (variant === undefined) return false;
  response.writeHead(kept.status, variant.headers);
  response.end(variant.body);
  return true;
}

/** Sends a kept page, after compressing it where need be. */
export async function answerWith(kept: Kept, cache: PageCache, { request, response }: Exchange): Promise<void> {
  if (answerNow(kept, request, response)) return;
  const variant = await cache.inEncoding(kept, encodingFor(request.headers['accept-encoding']));
  response.writeHead(kept.status, variant.headers);
  response.end(variant.body);
}

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}
