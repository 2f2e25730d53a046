import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, for an address that is itself the key (links, tokens). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: enough to know it again, not enough to use it. It has full entropy, so no salt is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
