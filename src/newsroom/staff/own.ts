/** What people do about their own account: name, language, password, app, codes on paper, sessions. */
import type { House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { confirmTotp, dropTotp, keepPassword, needsSecondFactor, proposeTotp, readCredentials, renewRecoveryCodes } from '../../platform/signin/credentials.ts';
import { codesOfAccount, codesOfAccountDaily, countAttempt, forgetAttempts, type TooMany } from '../../platform/signin/limits.ts';
import { hashPassword, judgePassword } from '../../platform/signin/passwords.ts';
import { endSession, endSessions, isFresh } from '../../platform/signin/sessions.ts';
import type { Language } from '../../platform/words/words.ts';
import type { Person } from './person.ts';
import { judgeName, tidyName, type WrongEntry } from './rules.ts';
import { updatePerson } from './store.ts';
import { staffRealm, type SignedIn } from './who.ts';

/** Changes of how one signs in ask for a recent sign-in. */
export type NotFresh = Refused<'sign-in-again'>;

export async function changeMe(tools: Tools, { person, change }: { person: Person; change: { name?: string | undefined; language?: Language | undefined } }): Promise<Person | WrongEntry> {
  const wrong = change.name === undefined ? null : judgeName(change.name);
  if (wrong !== null) return wrong;
  const fields = { ...(change.name === undefined ? {} : { name: tidyName(change.name) }), ...(change.language === undefined ? {} : { language: change.language }) };
  await updatePerson(tools.db, person.id, fields);
  await tools.record({ act: 'staff.edit-me', subject: `staff:${person.id}`, detail: { changed: Object.keys(fields) } });
  await tools.announce({ event: 'staff.changed', facts: { id: person.id } });
  return { ...person, ...fields };
}

/** Sets a password and signs out everywhere else. */
export async function setPassword(house: House, me: SignedIn, password: string): Promise<NotFresh | ReturnType<typeof judgePassword>> {
  if (!isFresh(me.session, house.clock.now())) return refuse('sign-in-again');
  const { email, name } = me.person;
  const wrong = judgePassword(password, [email, email.split('@')[0] ?? '', name]);
  if (wrong !== null) return wrong;
  const hash = await hashPassword(password);
  return house.act(me.actor, async (tools) => {
    await keepPassword(tools.db, staffRealm, { accountId: me.person.id, hash });
    const ended = await endSessions(tools.db, staffRealm, { accountId: me.person.id, except: me.session.id });
    await tools.record({ act: 'staff.secure', subject: `staff:${me.person.id}`, detail: { password: 'set', endedSessions: ended } });
    return null;
  });
}

/** Takes the password away: from now on a link by mail signs in. */
export async function dropPassword(house: House, me: SignedIn): Promise<NotFresh | null> {
  return secure(house, me, async (tools) => {
    await keepPassword(tools.db, staffRealm, { accountId: me.person.id, hash: null });
    return { password: 'taken away' };
  });
}

/** Proposes a secret for an app; it counts once a code of it was shown. */
export async function proposeApp(house: House, me: SignedIn): Promise<NotFresh | null> {
  return secure(house, me, async (tools) => {
    await proposeTotp(tools.db, staffRealm, me.person.id);
    return { app: 'proposed' };
  });
}

/** Switches the app on by its first code, and gives the codes for paper. */
export async function confirmApp(house: House, me: SignedIn, code: string): Promise<readonly string[] | NotFresh | TooMany | Refused<'code-wrong'>> {
  const now = house.clock.now();
  if (!isFresh(me.session, now)) return refuse('sign-in-again');
  const tooMany = await countAttempt(house.db, staffRealm, { limit: codesOfAccount, whose: me.person.id, now })
    ?? await countAttempt(house.db, staffRealm, { limit: codesOfAccountDaily, whose: me.person.id, now });
  if (tooMany !== null) return tooMany;
  const codes = await house.act(me.actor, async (tools) => {
    const credentials = await readCredentials(tools.db, staffRealm, me.person.id);
    if (needsSecondFactor(credentials)) return refuse('code-wrong');
    const codes = await confirmTotp(tools.db, staffRealm, { accountId: me.person.id, code, now: tools.now });
    if (codes === null) return refuse('code-wrong');
    await endSessions(tools.db, staffRealm, { accountId: me.person.id, except: me.session.id });
    await tools.record({ act: 'staff.secure', subject: `staff:${me.person.id}`, detail: { app: 'on' } });
    return codes;
  });
  if (!isRefused(codes)) await forgetAttempts(house.db, staffRealm, { limits: [codesOfAccount, codesOfAccountDaily], whose: me.person.id });
  return codes;
}

export async function dropApp(house: House, me: SignedIn): Promise<NotFresh | null> {
  return secure(house, me, async (tools) => {
    await dropTotp(tools.db, staffRealm, me.person.id);
    return { app: 'off' };
  });
}

/** New codes for paper; the old ones are void. Refused where there is no app to stand in for. */
export async function renewCodes(house: House, me: SignedIn): Promise<readonly string[] | NotFresh | Refused<'no-app'>> {
  if (!isFresh(me.session, house.clock.now())) return refuse('sign-in-again');
  return house.act(me.actor, async (tools) => {
    if (!needsSecondFactor(await readCredentials(tools.db, staffRealm, me.person.id))) return refuse('no-app');
    const codes = await renewRecoveryCodes(tools.db, staffRealm, me.person.id);
    await tools.record({ act: 'staff.secure', subject: `staff:${me.person.id}`, detail: { codes: 'new' } });
    return codes;
  });
}

/** Ends one of the person's own sessions. */
export async function endMySession(tools: Tools, { accountId, id }: { accountId: string; id: string }): Promise<null | Refused<'not-found'>> {
  if (!(await endSession(tools.db, staffRealm, { accountId, id }))) return refuse('not-found');
  await tools.record({ act: 'staff.end-session', subject: `staff:${accountId}` });
  return null;
}

/** Ends all of the person's sessions but this one; how many. */
export async function endMyOtherSessions(tools: Tools, { accountId, except }: { accountId: string; except: string }): Promise<number> {
  const ended = await endSessions(tools.db, staffRealm, { accountId, except });
  await tools.record({ act: 'staff.end-session', subject: `staff:${accountId}`, detail: { ended } });
  return ended;
}

async function secure(house: House, me: SignedIn, work: (tools: Tools) => Promise<Record<string, unknown>>): Promise<NotFresh | null> {
  if (!isFresh(me.session, house.clock.now())) return refuse('sign-in-again');
  return house.act(me.actor, async (tools) => {
    const detail = await work(tools);
    await tools.record({ act: 'staff.secure', subject: `staff:${me.person.id}`, detail });
    return null;
  });
}
