/**
 * Proof of work, asked for while very many newcomers write at once: a sum that costs a device a second or two and a
 * flood of them a fortune. The protocol is ALTCHA's first (SHA-256 of salt and number), the script `proof.client.ts`.
 * Without script, or without an answer, a comment waits for a moderator like any other.
 */
import { hash, randomBytes, randomInt } from 'node:crypto';
import type { Db } from '../../platform/database/database.ts';
import { readSigned, sign } from './keys.ts';
import { hasWrittenSince } from './own-store.ts';

/** Half of this many tries on average: about a second on an old telephone. */
export const mostTries = 100_000;
/** Long enough to write a comment in between. */
const answerWithin = 60 * 60_000;

export interface Challenge {
  readonly salt: string;
  /** SHA-256 of salt and the number looked for, in hexadecimal. */
  readonly challenge: string;
  readonly maxnumber: number;
}

/** A new sum for one account. Its salt is signed: nobody makes easier ones, lends theirs, and nothing has to be remembered. */
export async function newChallenge(db: Db, reader: string, now: Date): Promise<Challenge> {
  const number = randomInt(mostTries);
  const seed = `${reader}-${randomBytes(12).toString('base64url')}`;
  const salt = await sign(db, `${digest(seed, number)}${seed}`, now);
  return { salt, challenge: digest(salt, number), maxnumber: mostTries };
}

/**
 * What an answer `<salt>:<number>` is worth: `given` where it answers in time a sum that was made for this account;
 * `spent` where the account has written since, because a sum is for one comment; `worthless` otherwise.
 */
export async function weighProof(db: Db, { answer, reader, now }: { answer: string; reader: string; now: Date }): Promise<'given' | 'spent' | 'worthless'> {
  const [, salt = '', number = ''] = /^(.{1,400}):(\d{1,7})$/u.exec(answer) ?? [];
  const signed = salt === '' ? null : await readSigned(db, salt, now);
  if (signed === null || now.getTime() - signed.at.getTime() > answerWithin) return 'worthless';
  // The seed is part of what is signed: the number that belongs to it is checked without having been kept.
  const seed = signed.words.slice(64);
  if (!seed.startsWith(`${reader}-`) || signed.words.slice(0, 64) !== digest(seed, Number(number))) return 'worthless';
  return (await hasWrittenSince(db, reader, signed.at)) ? 'spent' : 'given';
}

function digest(salt: string, number: number): string {
  return hash('sha256', `${salt}${number}`, 'hex');
}
