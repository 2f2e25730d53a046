/** What readers do about their own account: name, address, password, sessions. */
import type { House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { keepPassword } from '../../platform/signin/credentials.ts';
import { countAttempt, linksOfAccount, type TooMany } from '../../platform/signin/limits.ts';
import { endLinks, lookAtLink, openLink, useLink, type LinkRefusal } from '../../platform/signin/links.ts';
import { hashPassword, judgePassword } from '../../platform/signin/passwords.ts';
import { endSession, endSessions, isFresh } from '../../platform/signin/sessions.ts';
import { readPublication } from '../publication/publication.ts';
import { judgeEmail } from '../staff/rules.ts';
import { mailAbout } from './mailing.ts';
import { tidyName } from './names/rules.ts';
import { takeName, type Unnameable } from './naming.ts';
import { isReader, type Account, type Reader } from './reader.ts';
import { linksOfNetwork, mayRename, newEmailLinkFor } from './rules.ts';
import { holdAccount, readAccount, readAccountByEmail, takeEmailFor, updateAccount } from './store.ts';
import { actorOf, readerRealm, type SignedInReader } from './who.ts';

export type NotFresh = Refused<'sign-in-again'>;

/** A new name, once a month; every page that shows the old one is dropped. */
export async function rename(house: House, { reader }: SignedInReader, typed: string): Promise<null | Unnameable | Refused<'name-changed-lately' | 'not-found'>> {
  return house.act(actorOf(reader), async (tools) => {
    const account = await holdAccount(tools.db, reader.id);
    if (account === null) return refuse('not-found');
    if (account.name === tidyName(typed)) return null;
    const tooSoon = mayRename(account.nameChangedAt, tools.now);
    if (tooSoon !== null) return tooSoon;
    const named = await takeName(tools, { account: reader.id, typed });
    if (isRefused(named)) return named;
    await updateAccount(tools.db, reader.id, { ...named, nameChangedAt: tools.now });
    await tools.record({ act: 'reader.rename', subject: `reader:${reader.id}` });
    await tools.announce({ event: 'reader.renamed', facts: { id: reader.id } });
    return null;
  });
}

/** The language of this reader's pages and mails; one that the publication does not have changes nothing. */
export async function chooseLanguage(house: House, { reader }: SignedInReader, typed: string): Promise<null> {
  const language = (await readPublication(house.db)).languages.find((one) => one === typed);
  if (language !== undefined) await updateAccount(house.db, reader.id, { language });
  return null;
}

/** Asks both addresses: the new one for its proof, the old one to know. Whether the new one has an account is told to its owner alone. */
export async function askForEmail(house: House, me: SignedInReader, facts: { email: string; address: string }): Promise<null | NotFresh | TooMany | Refused<'email-wrong'>> {
  const now = house.clock.now();
  if (!isFresh(me.session, now)) return refuse('sign-in-again');
  const email = facts.email.trim().normalize('NFC');
  if (judgeEmail(email) !== null) return refuse('email-wrong');
  const tooMany = await countAttempt(house.db, readerRealm, { limit: linksOfNetwork, whose: facts.address, now })
    ?? await countAttempt(house.db, readerRealm, { limit: linksOfAccount, whose: email, now });
  if (tooMany !== null) return tooMany;
  const { reader } = me;
  await house.act(actorOf(reader), async (tools) => {
    const other = await readAccountByEmail(tools.db, email);
    if (isReader(other)) {
      if (other.id !== reader.id) await mailAbout(tools, { account: other, kind: 'email-taken' });
    } else await sendEmailLink(house, tools, { reader, email });
    await mailAbout(tools, { account: reader, kind: 'email-old' });
    await tools.record({ act: 'reader.change-email', subject: `reader:${reader.id}`, detail: { step: 'asked' } });
  });
  return null;
}

async function sendEmailLink(house: House, tools: Tools, { reader, email }: { reader: Reader; email: string }): Promise<void> {
  await holdAccount(tools.db, reader.id);
  await endLinks(tools.db, readerRealm, { kinds: ['email'], accountId: reader.id });
  const endsAt = new Date(tools.now.getTime() + newEmailLinkFor);
  const secret = await openLink(tools.db, readerRealm, { kind: 'email', accountId: reader.id, endsAt, now: tools.now, detail: email });
  await mailAbout(tools, { account: reader, kind: 'email-new', to: email, button: `${house.settings.publicUrl}/konto/adresse?token=${secret}` });
}

/** What the page behind the link to a new address shows. */
export async function whoseNewEmail(house: House, secret: string): Promise<{ account: Account; email: string } | LinkRefusal> {
  const link = await lookAtLink(house.db, readerRealm, { kind: 'email', secret, now: house.clock.now() });
  if (isRefused(link)) return link;
  const account = link.accountId === null ? null : await readAccount(house.db, link.accountId);
  return account === null || link.detail === null ? refuse('link-unknown') : { account, email: link.detail };
}

/** The new address counts from now on; links that went to the old one open nothing any more. */
export async function takeEmail(house: House, secret: string): Promise<null | LinkRefusal> {
  const looked = await whoseNewEmail(house, secret);
  if (isRefused(looked)) return looked;
  return house.act(actorOf(looked.account), async (tools) => {
    const account = await holdAccount(tools.db, looked.account.id);
    if (account === null) return refuse('link-unknown');
    const link = await useLink(tools.db, readerRealm, { kind: 'email', secret, now: tools.now });
    if (isRefused(link)) return link;
    if (link.detail === null) return refuse('link-unknown');
    // Somebody opened an account with it meanwhile: theirs it is.
    if (!(await takeEmailFor(tools.db, link.detail, account.id))) return refuse('link-used');
    await endLinks(tools.db, readerRealm, { kinds: ['sign-in', 'email'], accountId: account.id });
    await mailAbout(tools, { account, kind: 'email-changed' });
    await tools.record({ act: 'reader.change-email', subject: `reader:${account.id}`, detail: { step: 'done' } });
    return null;
  });
}

/** Sets a password, or with null takes it away; signs out everywhere else. */
export async function setPassword(house: House, { reader, session }: SignedInReader, password: string | null): Promise<null | NotFresh | NonNullable<ReturnType<typeof judgePassword>>> {
  if (!isFresh(session, house.clock.now())) return refuse('sign-in-again');
  const wrong = password === null ? null : judgePassword(password, [reader.email, reader.email.split('@')[0] ?? '', reader.name]);
  if (wrong !== null) return wrong;
  const hash = password === null ? null : await hashPassword(password);
  return house.act(actorOf(reader), async (tools) => {
    await keepPassword(tools.db, readerRealm, { accountId: reader.id, hash });
    if (hash !== null) await endSessions(tools.db, readerRealm, { accountId: reader.id, except: session.id });
    await tools.record({ act: 'reader.secure', subject: `reader:${reader.id}`, detail: { password: hash === null ? 'taken away' : 'set' } });
    return null;
  });
}

export async function endMySession(house: House, { reader }: SignedInReader, id: string): Promise<null | Refused<'not-found'>> {
  return house.act(actorOf(reader), async (tools) => {
    if (!(await endSession(tools.db, readerRealm, { accountId: reader.id, id }))) return refuse('not-found');
    await tools.record({ act: 'reader.secure', subject: `reader:${reader.id}`, detail: { session: 'ended' } });
    return null;
  });
}

/** Ends all other sessions, and with them what somebody else may have begun there: a change of the address that waits for its proof. */
export async function endMyOtherSessions(house: House, { reader, session }: SignedInReader): Promise<null> {
  return house.act(actorOf(reader), async (tools) => {
    const ended = await endSessions(tools.db, readerRealm, { accountId: reader.id, except: session.id });
    await endLinks(tools.db, readerRealm, { kinds: ['email', 'sign-in'], accountId: reader.id });
    await tools.record({ act: 'reader.secure', subject: `reader:${reader.id}`, detail: { endedSessions: ended } });
    return null;
  });
}
