/** Keys that live for a while: of networks' hashes, and of what a form carries to be recognised when it comes back. */
import { createHmac } from 'node:crypto';
import type { Db } from '../../platform/database/database.ts';
import { sameSecret } from '../../platform/signin/secrets.ts';
import { newSecret } from '../../platform/text/secret.ts';
import { keepKey } from './keys-store.ts';
import { networksKeptFor } from './rules.ts';

const day = 24 * 60 * 60_000;
/** How long each kind of key is used before the next one is made. */
const periods = { network: networksKeptFor, form: day } as const;

/** Keys that this process has looked up, per database. */
const known = new WeakMap<Db, Map<string, Promise<string>>>();

function keyOf(db: Db, name: keyof typeof periods, at: number): Promise<string> {
  const startsAt = new Date(at - (at % periods[name]));
  const keys = known.get(db) ?? new Map<string, Promise<string>>();
  known.set(db, keys);
  const label = `${name} ${startsAt.getTime()}`;
  const key = keys.get(label) ?? keepKey(db, { name, startsAt, secret: newSecret() });
  keys.set(label, key);
  // What could not be looked up is asked for again.
  key.catch(() => keys.delete(label));
  return key;
}

/** What is kept of the network that something came from: equal for equal networks within a week, and meaning nothing without its key. */
export async function networkHash(db: Db, address: string, now: Date): Promise<string | null> {
  if (address === '') return null;
  return createHmac('sha256', await keyOf(db, 'network', now.getTime())).update(address).digest('base64url').slice(0, 22);
}

/** Words that only this house can have signed, at this instant: `<instant>.<words>.<signature>`. */
export async function sign(db: Db, words: string, now: Date): Promise<string> {
  const said = `${now.getTime().toString(36)}.${words}`;
  return `${said}.${await signature(db, said, now.getTime())}`;
}

/** What was signed and when; null: by nobody here, or too long ago for anybody to know. */
export async function readSigned(db: Db, text: string, now: Date): Promise<{ readonly at: Date; readonly words: string } | null> {
  const [, said = '', stamp = '', words = '', given = ''] = /^(([0-9a-z]{1,9})\.([\w-]{0,200}))\.([\w-]{43})$/u.exec(text) ?? [];
  const at = Number.parseInt(stamp, 36);
  if (said === '' || now.getTime() - at > day || at - now.getTime() > day) return null;
  return sameSecret(given, await signature(db, said, at)) ? { at: new Date(at), words } : null;
}

async function signature(db: Db, said: string, at: number): Promise<string> {
  return createHmac('sha256', await keyOf(db, 'form', at)).update(said).digest('base64url');
}
