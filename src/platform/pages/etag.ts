import { createHash } from 'node:crypto';

/**
 * A page's validator. It is weak on purpose: one page has three encodings, and its brotli is replaced by a smaller
 * one later; a strong validator names bytes and would have to change with them (RFC 9110 section 8.8.1), so that
 * readers would fetch again what they have. Nothing asks a page for ranges. It is made from the content alone:
 * every process gives the same page the same one.
 */
export function etagOf(body: string | Uint8Array, headers: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of headers) hash.update(part).update('\n');
  return `W/"${hash.update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether an `If-None-Match` header names this validator: `*`, one, or a list, compared weakly (RFC 9110 section 13.1.2). */
export function namesEtag(header: string, etag: string): boolean {
  if (header === etag) return true;
  const opaque = withoutWeakness(etag);
  if (header === opaque || header.trim() === '*') return true;
  if (!header.includes(opaque)) return false;
  return listed(header).some((candidate) => candidate === opaque);
}

function withoutWeakness(etag: string): string {
  return etag.startsWith('W/') ? etag.slice(2) : etag;
}

/** The opaque tags of a list; a comma may stand inside the quotes. */
function listed(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].map((match) => match[1] ?? '');
}
