/** Codes from an authenticator app: TOTP with HMAC-SHA-1, six digits, thirty seconds (RFC 6238, RFC 4226). */
import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from './secrets.ts';

const stepSeconds = 30;
/** One step either way: clocks differ and people type slowly (RFC 6238, 5.2). */
const tolerance = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret of 160 bits in base32 (RFC 4226, 4: R6 recommends that length). */
export function newTotpSecret(): string {
  let secret = '';
  let bits = 0;
  let held = 0;
  for (const byte of randomBytes(20)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      secret += alphabet[(held >>> (bits - 5)) & 31];
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  return secret;
}

/** The number of the thirty seconds in which an instant lies. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/** The six digits for one step. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', base32Bytes(secret)).update(counter).digest();
  const offset = mac[mac.length - 1]! & 15;
  return ((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}

/**
 * The step that a code belongs to, or null. A step once used is given as `lastStep` and never accepted again, nor
 * any before it (RFC 6238, 5.2: 'MUST NOT accept the second attempt').
 */
export function totpMatch(facts: { secret: string; code: string; now: Date; lastStep: number }): number | null {
  const current = totpStep(facts.now);
  let found: number | null = null;
  for (let step = current - tolerance; step <= current + tolerance; step++) {
    if (sameSecret(totpCode(facts.secret, step), facts.code) && step > facts.lastStep) found = step;
  }
  return found;
}

/** What the app reads from the QR code (Key Uri Format of Google Authenticator). */
export function totpAddress(facts: { secret: string; account: string; issuer: string }): string {
  const label = `${encodeURIComponent(facts.issuer)}:${encodeURIComponent(facts.account)}`;
  return `otpauth://totp/${label}?secret=${facts.secret}&issuer=${encodeURIComponent(facts.issuer)}&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}

function base32Bytes(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.toUpperCase().replaceAll(/[\s=-]/gu, '')) {
    held = (held << 5) | Math.max(0, alphabet.indexOf(letter));
    bits += 5;
    if (bits >= 8) {
      bytes.push((held >>> (bits - 8)) & 255);
      bits -= 8;
    }
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
