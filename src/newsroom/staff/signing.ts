/** What people do at the door: sign in by password, by link, by code; accept an invitation; leave. */
import type { Actor, House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { keepPassword, needsSecondFactor, readCredentials, useSecondFactor } from '../../platform/signin/credentials.ts';
import { codesOfAccount, codesOfAccountDaily, countAttempt, forgetAttempts, passwordsOfAccount, passwordsOfAddress, type TooMany } from '../../platform/signin/limits.ts';
import { useLink, type LinkRefusal } from '../../platform/signin/links.ts';
import { checkPassword, hashPassword, isOutdated } from '../../platform/signin/passwords.ts';
import { dropSession, endSession, openSession, waitingSession } from '../../platform/signin/sessions.ts';
import { mayEnter, type Person } from './person.ts';
import { readPerson, readPersonByEmail } from './store.ts';
import { actorOf, staffRealm, type SignedIn } from './who.ts';

/** Who is at the door, as far as limits and the list of sessions need it. */
export interface Visitor {
  readonly address: string;
  readonly agent: string;
  /** The cookie that the browser still had: its session ends when a new one begins. */
  readonly previous: string | null;
}

/** A session was opened. `secondDue`: it opens nothing yet but the page that asks for the code. */
export interface Entered {
  readonly secret: string;
  readonly person: Person;
  readonly secondDue: boolean;
}

export type WayIn = 'password' | 'link' | 'invitation' | 'first-administrator';

/** One refusal for an unknown address, a wrong password and a suspended account, after the same time: it tells nothing. */
export async function signInWithPassword(house: House, facts: { email: string; password: string; visitor: Visitor }): Promise<Entered | TooMany | Refused<'sign-in-wrong'>> {
  const { email, visitor } = facts;
  const now = house.clock.now();
  const tooMany = await countAttempt(house.db, staffRealm, { limit: passwordsOfAddress, whose: visitor.address, now })
    ?? await countAttempt(house.db, staffRealm, { limit: passwordsOfAccount, whose: email, now });
  if (tooMany !== null) return tooMany;
  const person = await readPersonByEmail(house.db, email.trim());
  const kept = person === null ? null : (await readCredentials(house.db, staffRealm, person.id)).password;
  const right = await checkPassword(facts.password, kept);
  if (!right || person === null || !mayEnter(person)) return refuse('sign-in-wrong');
  const newHash = kept !== null && isOutdated(kept) ? await hashPassword(facts.password) : null;
  const entered = await house.act(actorOf(person), async (tools) => {
    if (newHash !== null) await keepPassword(tools.db, staffRealm, { accountId: person.id, hash: newHash });
    return enter(tools, { person, by: 'password', visitor });
  });
  await forgetAttempts(house.db, staffRealm, { limits: [passwordsOfAccount], whose: email });
  return entered;
}

/** Uses up a link from a mail, by the button on its page. */
export async function signInByLink(house: House, facts: { secret: string; visitor: Visitor }): Promise<Entered | LinkRefusal> {
  const person = await house.act(atTheDoor, async (tools) => {
    const link = await useLink(tools.db, staffRealm, { kind: 'sign-in', secret: facts.secret, now: tools.now });
    if (isRefused(link)) return link;
    const whose = link.accountId === null ? null : await readPerson(tools.db, link.accountId);
    return whose !== null && mayEnter(whose) ? whose : refuse('link-unknown');
  });
  if (isRefused(person)) return person;
  return house.act(actorOf(person), (tools) => enter(tools, { person, by: 'link', visitor: facts.visitor }));
}

/** The code of the app, or one from paper, after password or link. */
export async function showSecondFactor(house: House, facts: { secret: string; code: string; visitor: Visitor }): Promise<Entered | TooMany | Refused<'code-wrong' | 'sign-in-over'>> {
  const now = house.clock.now();
  const waiting = await waitingSession(house.db, staffRealm, { secret: facts.secret, now });
  const person = waiting === null ? null : await readPerson(house.db, waiting.accountId);
  if (waiting === null || person === null || !mayEnter(person)) return refuse('sign-in-over');
  const tooMany = await countAttempt(house.db, staffRealm, { limit: codesOfAccount, whose: person.id, now })
    ?? await countAttempt(house.db, staffRealm, { limit: codesOfAccountDaily, whose: person.id, now });
  if (tooMany !== null) return tooMany;
  const entered = await house.act(actorOf(person), async (tools) => {
    const used = await useSecondFactor(tools.db, staffRealm, { accountId: person.id, code: facts.code, now: tools.now });
    if (used === null) return refuse('code-wrong');
    // The waiting session ends and another secret begins: what was known before the code opens nothing after it.
    if (!(await endSession(tools.db, staffRealm, { accountId: person.id, id: waiting.id }))) return refuse('sign-in-over');
    return openFor(tools, { person, by: used, visitor: facts.visitor });
  });
  if (!isRefused(entered)) await forgetAttempts(house.db, staffRealm, { limits: [codesOfAccount, codesOfAccountDaily], whose: person.id });
  return entered;
}

export async function signOut(house: House, { actor, session }: SignedIn): Promise<void> {
  await house.act(actor, async (tools) => {
    await endSession(tools.db, staffRealm, { accountId: session.accountId, id: session.id });
    await tools.record({ act: 'staff.sign-out', subject: `staff:${actor.id}` });
  });
}

/** Opens a session in the action's transaction: a waiting one where the account has a second factor, else a whole one. */
export async function enter(tools: Tools, facts: { person: Person; by: WayIn; visitor: Visitor }): Promise<Entered> {
  const { person, visitor } = facts;
  if (visitor.previous !== null) await dropSession(tools.db, staffRealm, visitor.previous);
  const secondDue = needsSecondFactor(await readCredentials(tools.db, staffRealm, person.id));
  if (!secondDue) return openFor(tools, facts);
  const secret = await openSession(tools.db, staffRealm, { accountId: person.id, agent: visitor.agent, secondDue, now: tools.now });
  return { secret, person, secondDue };
}

async function openFor(tools: Tools, { person, by, visitor }: { person: Person; by: WayIn | 'totp' | 'recovery'; visitor: Visitor }): Promise<Entered> {
  const secret = await openSession(tools.db, staffRealm, { accountId: person.id, agent: visitor.agent, secondDue: false, now: tools.now });
  await tools.record({ act: 'staff.sign-in', subject: `staff:${person.id}`, detail: { by } });
  return { secret, person, secondDue: false };
}

/** The house itself, before it is known who stands at the door. */
export const atTheDoor: Actor = { kind: 'program', id: 'sign-in', name: 'Broadsheet', role: null };
