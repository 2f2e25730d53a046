/** Who stands behind a request: a journalist's session by cookie, or a program's token. */
import type { Actor, House } from '../../platform/feature.ts';
import { cookieName, readCookie } from '../../platform/signin/cookies.ts';
import { cookieBase, type Realm } from '../../platform/signin/realm.ts';
import { hashOf } from '../../platform/text/secret.ts';
import { sawSession, seenEvery, type Session } from '../../platform/signin/sessions.ts';
import { mayEnter, type Person } from './person.ts';
import { tokenHasEnded } from './rules.ts';
import { readPerson, readSignedIn, readToken, readTokenById, sawToken } from './store.ts';

const day = 24 * 60 * 60_000;
/** Whoever has not come to the desk for two weeks signs in again, and everybody after three months. */
export const staffRealm: Realm = { name: 'staff', idle: 14 * day, most: 90 * day };
/** By which a token is known in a log or a leaked file. */
export const tokenPrefix = 'bs_';

export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
  readonly session: Session;
}

type Lent = Pick<House, 'db' | 'clock' | 'settings'>;

/** The actor of a request, or null for the public. Nothing is remembered between requests: a suspension counts at once. */
export async function whoIs(house: Lent, request: Request): Promise<Actor | null> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return tokenActor(house, authorization);
  return (await signedIn(house, request))?.actor ?? null;
}

/** The journalist's session of a request, by its cookie alone. */
export async function signedIn(house: Lent, request: Request): Promise<SignedIn | null> {
  const secret = staffCookie(house, request);
  if (secret === null) return null;
  const now = house.clock.now();
  const found = await readSignedIn(house.db, hashOf(secret), now);
  if (found === null) return null;
  await sawSession(house.db, staffRealm, { session: found.session, now });
  return { ...found, actor: actorOf(found.person) };
}

export function staffCookie(house: Pick<House, 'settings'>, request: Request): string | null {
  return readCookie(request, cookieName(house.settings.publicUrl, cookieBase(staffRealm)));
}

export function actorOf(person: Person): Actor {
  return { kind: 'staff', id: person.id, name: person.name, role: person.role, language: person.language };
}

/** The actor as they stand now; null for a person who left, was suspended or never came, and for a token that has ended. */
export async function whoIsNow({ db, clock }: Pick<House, 'db' | 'clock'>, actor: Actor): Promise<Actor | null> {
  if (actor.kind === 'program') return actor;
  if (actor.kind === 'staff') {
    const person = await readPerson(db, actor.id);
    return person !== null && mayEnter(person) ? actorOf(person) : null;
  }
  const token = actor.kind === 'token' ? await readTokenById(db, actor.id) : null;
  return token === null || tokenHasEnded(token.endsAt, clock.now()) ? null : { kind: 'token', id: token.id, name: token.name, role: token.role };
}

async function tokenActor(house: Lent, authorization: string): Promise<Actor | null> {
  const secret = /^Bearer +(\S+)$/iu.exec(authorization)?.[1];
  if (secret === undefined || !secret.startsWith(tokenPrefix)) return null;
  const now = house.clock.now();
  const token = await readToken(house.db, hashOf(secret));
  if (token === null || tokenHasEnded(token.endsAt, now)) return null;
  if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() >= seenEvery) await sawToken(house.db, token, now);
  return { kind: 'token', id: token.id, name: token.name, role: token.role };
}
