/** What administrators do: change a role, suspend, help somebody who lost their telephone, give programs a token. */
import type { Tools } from '../../platform/feature.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import { dropTotp } from '../../platform/signin/credentials.ts';
import { endLinks } from '../../platform/signin/links.ts';
import { endSessions } from '../../platform/signin/sessions.ts';
import { newId } from '../../platform/text/id.ts';
import { hashOf, newSecret } from '../../platform/text/secret.ts';
import type { Language } from '../../platform/words/words.ts';
import { mailInvitation } from './mailing.ts';
import { standing, type Person, type Token } from './person.ts';
import type { Role } from './roles.ts';
import { judgeName, judgeTokenEnd, mayChange, tidyName, type ChangeRefusal, type PersonChange, type WrongEntry } from './rules.ts';
import { countAdministrators, deleteNameOnly, deleteToken, insertPerson, insertToken, lockPeople, readPerson, updatePerson } from './store.ts';
import { staffRealm, tokenPrefix } from './who.ts';

/** Changes name, role or suspension. A suspension ends every session and every open link in the same moment. */
export async function changePerson(tools: Tools, { id, change }: { id: string; change: PersonChange }): Promise<Person | ChangeRefusal | Refused<'not-found'>> {
  await lockPeople(tools.db);
  const person = await readPerson(tools.db, id);
  if (person === null) return refuse('not-found');
  const refused = mayChange(person, change, await countAdministrators(tools.db));
  if (refused !== null) return refused;
  const { name, role, suspended } = change;
  const suspendedAt = suspended === undefined ? person.suspendedAt : suspended ? (person.suspendedAt ?? tools.now) : null;
  await updatePerson(tools.db, id, { ...(name === undefined ? {} : { name: tidyName(name) }), ...(role === undefined ? {} : { role }), suspendedAt });
  if (suspended === true) {
    await endSessions(tools.db, staffRealm, { accountId: id });
    await endLinks(tools.db, staffRealm, { kinds: ['sign-in', 'invitation'], accountId: id });
  }
  const detail = { ...(role === undefined ? {} : { role, before: person.role }), ...(suspended === undefined ? {} : { suspended }), ...(name === undefined ? {} : { renamed: true }) };
  await tools.record({ act: 'staff.edit', subject: `staff:${id}`, detail });
  await tools.announce({ event: 'staff.changed', facts: { id } });
  return { ...person, name: name === undefined ? person.name : tidyName(name), role: role ?? person.role, suspendedAt };
}

/** Sends the invitation again; the link sent before ends. */
export async function inviteAgain(tools: Tools, { id, publicUrl }: { id: string; publicUrl: string }): Promise<Person | Refused<'not-found' | 'has-joined'>> {
  const person = await readPerson(tools.db, id);
  if (person === null) return refuse('not-found');
  if (standing(person) !== 'invited') return refuse('has-joined');
  await endLinks(tools.db, staffRealm, { kinds: ['invitation'], accountId: id });
  await mailInvitation(tools, { publicUrl, person });
  await tools.record({ act: 'staff.invite', subject: `staff:${id}`, detail: { again: true } });
  return person;
}

/** Takes the app and its codes from somebody who lost them, and ends their sessions: they sign in by mail and set it up anew. */
export async function takeSecondFactor(tools: Tools, id: string): Promise<Person | Refused<'not-found'>> {
  const person = await readPerson(tools.db, id);
  if (person === null) return refuse('not-found');
  await dropTotp(tools.db, staffRealm, id);
  await endSessions(tools.db, staffRealm, { accountId: id });
  await tools.record({ act: 'staff.edit', subject: `staff:${id}`, detail: { secondFactor: 'taken away' } });
  return person;
}

/** Makes a token and gives it, this once. */
export async function addToken(tools: Tools, facts: { name: string; role: Role; endsAt: Date | null }): Promise<{ token: Token; secret: string } | WrongEntry | Refused<'end-past'>> {
  const wrong = judgeName(facts.name) ?? judgeTokenEnd(facts.endsAt, tools.now);
  if (wrong !== null) return wrong;
  const token: Token = {
    id: newId(), name: tidyName(facts.name), role: facts.role, createdAt: tools.now, createdByName: tools.by.name, endsAt: facts.endsAt, lastUsedAt: null,
  };
  const secret = tokenPrefix + newSecret();
  await insertToken(tools.db, token, hashOf(secret));
  await tools.record({ act: 'token.edit', subject: `token:${token.id}`, detail: { name: token.name, role: token.role, made: true } });
  return { token, secret };
}

export async function endToken(tools: Tools, id: string): Promise<Token | Refused<'not-found'>> {
  const token = await deleteToken(tools.db, id);
  if (token === null) return refuse('not-found');
  await tools.record({ act: 'token.edit', subject: `token:${id}`, detail: { name: token.name, ended: true } });
  return token;
}

/** A person of the sample: a name on stories and in lists, whom nobody can become. */
export async function addNameOnly(tools: Tools, facts: { name: string; email: string; role: Role; language: Language }): Promise<Person> {
  const person: Person = { ...facts, id: newId(), maySignIn: false, invitedAt: tools.now, joinedAt: null, suspendedAt: null };
  await insertPerson(tools.db, person);
  return person;
}

/** Removes a person of the sample; answers whether there was one. */
export async function removeNameOnly(tools: Tools, id: string): Promise<boolean> {
  return deleteNameOnly(tools.db, id);
}
