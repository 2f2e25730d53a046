/** How people come: the first administrator by the link of an empty house, everybody else by invitation. */
import type { House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { keepPassword } from '../../platform/signin/credentials.ts';
import { endLinks, invitationFor, lookAtLink, openLink, useLink, type LinkRefusal } from '../../platform/signin/links.ts';
import { hashPassword, judgePassword } from '../../platform/signin/passwords.ts';
import { newId } from '../../platform/text/id.ts';
import type { Language } from '../../platform/words/words.ts';
import { mailInvitation } from './mailing.ts';
import type { Person } from './person.ts';
import { judgeEmail, judgeName, tidyName, type WrongEntry } from './rules.ts';
import type { Role } from './roles.ts';
import { atTheDoor, enter, type Entered, type Visitor } from './signing.ts';
import { countAdministrators, insertPerson, lockPeople, readPerson, readPersonByEmail, updatePerson } from './store.ts';
import { actorOf, staffRealm } from './who.ts';

/** While nobody runs the house: a fresh link whose page makes the first administrator (a day, once). Null when somebody does. */
export async function firstAdministratorLink(house: Pick<House, 'act' | 'settings'>): Promise<string | null> {
  return house.act(atTheDoor, async (tools) => {
    if ((await countAdministrators(tools.db)) > 0) return null;
    const endsAt = new Date(tools.now.getTime() + invitationFor);
    const secret = await openLink(tools.db, staffRealm, { kind: 'first-administrator', accountId: null, endsAt, now: tools.now });
    return `${house.settings.publicUrl}/desk/welcome?token=${secret}`;
  });
}

export type JoinRefusal = LinkRefusal | WrongEntry | NonNullable<ReturnType<typeof judgePassword>> | Refused<'email-taken'>;

interface Joining { readonly secret: string; readonly name: string; readonly password: string; readonly language: Language; readonly visitor: Visitor }

/** Makes the first administrator. A password is optional: the mail address signs in too. */
export async function createFirstAdministrator(house: House, facts: Joining & { email: string }): Promise<Entered | JoinRefusal> {
  const email = facts.email.trim();
  const wrong = judgeName(facts.name) ?? judgeEmail(email) ?? judgeOptionalPassword(facts, email);
  if (wrong !== null) return wrong;
  const hash = facts.password === '' ? null : await hashPassword(facts.password);
  return house.act(atTheDoor, async (tools) => {
    await lockPeople(tools.db);
    const link = await useLink(tools.db, staffRealm, { kind: 'first-administrator', secret: facts.secret, now: tools.now });
    if (isRefused(link)) return link;
    if ((await countAdministrators(tools.db)) > 0) return refuse('link-used');
    const known = await readPersonByEmail(tools.db, email);
    if (known !== null) return refuse('email-taken');
    const person: Person = {
      id: newId(), name: tidyName(facts.name), email, role: 'administrator', language: facts.language, maySignIn: true,
      invitedAt: tools.now, joinedAt: tools.now, suspendedAt: null,
    };
    await insertPerson(tools.db, person);
    await endLinks(tools.db, staffRealm, { kinds: ['first-administrator'], accountId: null });
    return welcome(tools, { person, hash, by: 'first-administrator', visitor: facts.visitor });
  });
}

/** Whom an invitation is for, without using it up. */
export async function whoIsInvited(house: Pick<House, 'db' | 'clock'>, secret: string): Promise<Person | LinkRefusal> {
  const link = await lookAtLink(house.db, staffRealm, { kind: 'invitation', secret, now: house.clock.now() });
  if (isRefused(link)) return link;
  const person = link.accountId === null ? null : await readPerson(house.db, link.accountId);
  return person === null || person.suspendedAt !== null ? refuse('link-unknown') : person;
}

/** Accepts an invitation: the name as the person writes it, and a password where they want one. */
export async function acceptInvitation(house: House, facts: Joining): Promise<Entered | JoinRefusal> {
  const invited = await whoIsInvited(house, facts.secret);
  if (isRefused(invited)) return invited;
  const wrong = judgeName(facts.name) ?? judgeOptionalPassword(facts, invited.email);
  if (wrong !== null) return wrong;
  const hash = facts.password === '' ? null : await hashPassword(facts.password);
  return house.act(actorOf(invited), async (tools) => {
    const link = await useLink(tools.db, staffRealm, { kind: 'invitation', secret: facts.secret, now: tools.now });
    if (isRefused(link)) return link;
    const name = tidyName(facts.name);
    await updatePerson(tools.db, invited.id, { name, language: facts.language, joinedAt: tools.now });
    await endLinks(tools.db, staffRealm, { kinds: ['invitation'], accountId: invited.id });
    return welcome(tools, { person: { ...invited, name, language: facts.language, joinedAt: tools.now }, hash, by: 'invitation', visitor: facts.visitor });
  });
}

/** Writes somebody into the staff, not yet joined. */
export async function addPerson(tools: Tools, facts: { name: string; email: string; role: Role; language: Language }): Promise<Person | WrongEntry | Refused<'email-taken'>> {
  const email = facts.email.trim();
  const wrong = judgeName(facts.name) ?? judgeEmail(email);
  if (wrong !== null) return wrong;
  if ((await readPersonByEmail(tools.db, email)) !== null) return refuse('email-taken', { email });
  const person: Person = {
    id: newId(), name: tidyName(facts.name), email, role: facts.role, language: facts.language, maySignIn: true,
    invitedAt: tools.now, joinedAt: null, suspendedAt: null,
  };
  await insertPerson(tools.db, person);
  await tools.record({ act: 'staff.invite', subject: `staff:${person.id}`, detail: { role: person.role } });
  await tools.announce({ event: 'staff.changed', facts: { id: person.id } });
  return person;
}

/** Adds somebody and sends the invitation. Somebody invited before who has not come gets a new mail, and the old link ends. */
export async function invitePerson(tools: Tools, facts: { name: string; email: string; role: Role; language: Language; publicUrl: string }): Promise<Person | WrongEntry | Refused<'email-taken'>> {
  const person = await addPerson(tools, facts);
  if (!isRefused(person)) await mailInvitation(tools, { publicUrl: facts.publicUrl, person });
  return person;
}

function judgeOptionalPassword(facts: { password: string; name: string }, email: string) {
  return facts.password === '' ? null : judgePassword(facts.password, [email, email.split('@')[0] ?? '', facts.name]);
}

async function welcome(tools: Tools, facts: { person: Person; hash: string | null; by: 'invitation' | 'first-administrator'; visitor: Visitor }): Promise<Entered> {
  const { person, hash } = facts;
  if (hash !== null) await keepPassword(tools.db, staffRealm, { accountId: person.id, hash });
  await tools.record({ act: 'staff.join', subject: `staff:${person.id}`, detail: { role: person.role } });
  await tools.announce({ event: 'staff.changed', facts: { id: person.id } });
  return enter(tools, facts);
}
