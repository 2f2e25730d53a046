import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { refuse, type Refused } from '../result.ts';

/** NIST SP 800-63B-4, 3.1.1.2 asks for 15 where a password stands alone; 12 where, as here, a second factor and limits stand beside it. */
export const shortestPassword = 12;
/** Long enough for any sentence; a bound, so that nobody has a megabyte hashed. */
const longestPassword = 200;
/** `aaaaaaaaaaaa` and `121212121212` are long and worth nothing. */
const fewestLetters = 5;

/**
 * The cost: 32 MiB and three passes, one of the equal choices of OWASP's Password Storage Cheat Sheet; about a
 * tenth of a second. It is written with each hash, so that it can be raised and old hashes still be read.
 */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const hashBytes = 32;

type WrongPassword = Refused<'password-short' | 'password-long' | 'password-plain'>;

/** Whether this may become a password. `known`: what everybody could guess, such as the person's address and name. */
export function judgePassword(password: string, known: readonly string[]): WrongPassword | null {
  const letters = [...plain(password)];
  if (letters.length < shortestPassword) return refuse('password-short', { least: shortestPassword });
  if (letters.length > longestPassword) return refuse('password-long', { most: longestPassword });
  const guessed = known.some((one) => one !== '' && plain(one).toLowerCase() === plain(password).toLowerCase());
  return guessed || new Set(letters).size < fewestLetters ? refuse('password-plain') : null;
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. RFC 7914. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether the password is the one kept. With nothing kept it takes as long and answers no, so that time tells nothing. */
export async function checkPassword(password: string, kept: string | null): Promise<boolean> {
  if ([...password].length > longestPassword) return false;
  const parsed = parse(kept ?? '');
  const { salt, hash, ...its } = parsed ?? { ...cost, salt: Buffer.alloc(16), hash: Buffer.alloc(hashBytes) };
  const derived = await derive(password, salt, its);
  return timingSafeEqual(derived, hash) && parsed !== null;
}

/** Whether the hash was made at a cost other than today's: it is made anew at the next sign-in. */
export function isOutdated(kept: string): boolean {
  const parsed = parse(kept);
  return parsed === null || parsed.N !== cost.N || parsed.r !== cost.r || parsed.p !== cost.p;
}

interface Kept { readonly N: number; readonly r: number; readonly p: number; readonly salt: Buffer; readonly hash: Buffer }

function parse(kept: string): Kept | null {
  const [name, N, r, p, salt, hash] = kept.split('$');
  if (name !== 'scrypt' || salt === undefined || hash === undefined) return null;
  const read = { N: Number(N), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
  return read.hash.length === hashBytes ? read : null;
}

/** The same letters, however the keyboard composed them (NIST SP 800-63B-4, 3.1.1.2: NFKC). */
function plain(password: string): string {
  return password.normalize('NFKC');
}

// Two at a time: each takes 32 MiB and one of the four threads that reading files needs too.
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, its: { N: number; r: number; p: number }): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const options = { N: its.N, r: its.r, p: its.p, maxmem: 256 * its.N * its.r };
      scrypt(plain(password), salt, hashBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
