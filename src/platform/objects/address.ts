/** The address of an object: what its content says. */
import { createHash } from 'node:crypto';
import type { ObjectAddress } from './objects.ts';

export function addressOf(bytes: Uint8Array): ObjectAddress {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of a content that comes piece by piece: a stream of a file or of a store. */
export async function addressOfParts(parts: AsyncIterable<Uint8Array>): Promise<ObjectAddress> {
  const hash = createHash('sha256');
  for await (const part of parts) hash.update(part);
  return hash.digest('hex');
}
