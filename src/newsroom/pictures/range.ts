import type { IncomingHttpHeaders } from 'node:http';

/**
 * The one range that a request asks for (RFC 9110, section 14): from and to inclusive; null where the whole is to be
 * sent; 'none' where nothing of it exists. Several ranges at once are answered with the whole, as the RFC allows.
 */
export function readRange(headers: IncomingHttpHeaders, { size, etag }: { size: number; etag: string }): { from: number; to: number } | null | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(headers.range ?? '') ?? [];
  if (first === '' && last === '') return null;
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  if (first === '') return Number(last) === 0 || size === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'none' : { from, to };
}
