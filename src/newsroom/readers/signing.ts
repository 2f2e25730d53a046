/** How readers come in: a link by mail, a password, and out again. A key on a device is in `passkeys.ts`. */
import type { Actor, Feature, House, Tools, WaitingText } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { keepPassword, readCredentials } from '../../platform/signin/credentials.ts';
import { countAttempt, forgetAttempts, linksOfAccount, passwordsOfAccount, passwordsOfAddress, type TooMany } from '../../platform/signin/limits.ts';
import { lookAtLink, openLink, signInLinkFor, useLink, type LinkRefusal } from '../../platform/signin/links.ts';
import { checkPassword, hashPassword, isOutdated } from '../../platform/signin/passwords.ts';
import { dropSession, endSession, openSession } from '../../platform/signin/sessions.ts';
import { newId } from '../../platform/text/id.ts';
import { newSecret } from '../../platform/text/secret.ts';
import type { Language } from '../../platform/words/words.ts';
import { judgeEmail } from '../staff/rules.ts';
import { packErrand, unpackErrand } from './errand.ts';
import { mailSignInLink } from './mailing.ts';
import { takeName, type Unnameable } from './naming.ts';
import { isReader, type Account, type Reader } from './reader.ts';
import { firstLinkFor, home, linksOfNetwork, nextPath } from './rules.ts';
import { findOrInsert, holdAccount, readAccount, readAccountByEmail, updateAccount } from './store.ts';
import { actorOf, readerRealm, type SignedInReader } from './who.ts';

export interface SignInWish {
  readonly email: string;
  /** The name that somebody new would like; asked again where it cannot be had. */
  readonly name?: string;
  readonly language: Language;
  /** Where to go afterwards: a path of the site. */
  readonly next: string;
  /** The network's key, as `addressKey` gives it. */
  readonly address: string;
}

/** Who is at the door, as far as the list of sessions needs it. */
export interface Visitor {
  readonly address: string;
  readonly agent: string;
  /** The cookie that the browser still had: its session ends when a new one begins. */
  readonly previous: string | null;
}

export interface Entered {
  readonly secret: string;
  readonly reader: Reader;
  readonly next: string;
}

export type BeginRefusal = TooMany | Refused<'email-wrong'>;

/**
 * Sends a link that signs in, and with it makes the account where there is none. The answer is the same in both cases,
 * and too many are refused whether there is an account or not: it tells nothing.
 *
 * `errand` is what a form brought that waits for the proof, such as a comment: done in the same transaction, it answers
 * `<feature>:<reference>`. The mail's page shows it by that feature (`accounts.errands`), and its buttons say whether it
 * goes: whoever typed the address need not be its owner. Its refusal rolls everything back and is the answer.
 */
export async function beginSignIn<Name extends string = never>(house: House, wish: SignInWish, errand?: (tools: Tools) => Promise<string | Refused<Name>>): Promise<null | BeginRefusal | Refused<Name>> {
  const email = wish.email.trim().normalize('NFC');
  if (judgeEmail(email) !== null) return refuse('email-wrong');
  const now = house.clock.now();
  const tooMany = await countAttempt(house.db, readerRealm, { limit: linksOfNetwork, whose: wish.address, now })
    ?? await countAttempt(house.db, readerRealm, { limit: linksOfAccount, whose: email, now });
  if (tooMany !== null) return tooMany;
  return house.act(atTheDoor, async (tools) => {
    const what = await errand?.(tools);
    if (isRefused(what)) return what;
    const account = await findOrInsert(tools.db, newAccount({ email, language: wish.language, now: tools.now }));
    const secret = await openLink(tools.db, readerRealm, {
      kind: 'sign-in', accountId: account.id, now: tools.now, endsAt: new Date(tools.now.getTime() + (isReader(account) ? signInLinkFor : firstLinkFor)),
      detail: packErrand({ next: nextPath(wish.next), name: (wish.name ?? '').slice(0, 200), errand: what ?? null }),
    });
    await mailSignInLink(house, tools, { account, secret, waits: what === undefined ? undefined : featureOf(house, what) });
    return null;
  });
}

/** What the page behind a link shows; looking uses nothing up. */
export async function whoseLink(house: House, secret: string): Promise<{ account: Account; wish: string; waiting: WaitingText | null } | LinkRefusal> {
  const link = await lookAtLink(house.db, readerRealm, { kind: 'sign-in', secret, now: house.clock.now() });
  if (isRefused(link)) return link;
  const account = link.accountId === null ? null : await readAccount(house.db, link.accountId);
  if (account === null) return refuse('link-unknown');
  const { name, errand } = unpackErrand(link.detail);
  const waiting = errand === null ? null : await featureOf(house, errand)?.accounts?.errands?.show(house.db, { errand, now: house.clock.now() });
  return { account, wish: name, waiting: waiting ?? null };
}

/** Uses a link up, by a button on its page: what waits is sent with it or forgotten. Somebody new gives their name with it. */
export async function signInByLink(house: House, facts: { secret: string; name: string; sends: boolean; visitor: Visitor }): Promise<Entered | LinkRefusal | Unnameable> {
  const looked = await whoseLink(house, facts.secret);
  if (isRefused(looked)) return looked;
  return house.act(actorOf(looked.account), async (tools) => {
    // The account first, then what hangs on it: an account that goes takes its links along in the same order.
    const account = await holdAccount(tools.db, looked.account.id);
    if (account === null) return refuse('link-unknown');
    const link = await useLink(tools.db, readerRealm, { kind: 'sign-in', secret: facts.secret, now: tools.now });
    if (isRefused(link)) return link;
    const reader = isReader(account) ? account : await welcome(tools, account, facts.name);
    if (isRefused(reader)) return reader;
    const { next, errand } = unpackErrand(link.detail);
    const errands = errand === null ? undefined : featureOf(house, errand)?.accounts?.errands;
    if (errand !== null) await (facts.sends ? errands?.proven(tools, { account: reader.id, errand }) : errands?.forget(tools, errand));
    // The way back leads to what was not sent.
    return enter(tools, { reader, next: facts.sends ? next : home, visitor: facts.visitor });
  });
}

/** One refusal for an unknown address and a wrong password, after the same time: it tells nothing. */
export async function signInWithPassword(house: House, facts: { email: string; password: string; next: string; visitor: Visitor }): Promise<Entered | TooMany | Refused<'sign-in-wrong'>> {
  const { email, visitor } = facts;
  const now = house.clock.now();
  const tooMany = await countAttempt(house.db, readerRealm, { limit: passwordsOfAddress, whose: visitor.address, now })
    ?? await countAttempt(house.db, readerRealm, { limit: passwordsOfAccount, whose: email, now });
  if (tooMany !== null) return tooMany;
  const account = await readAccountByEmail(house.db, email.trim().normalize('NFC'));
  const kept = account === null ? null : (await readCredentials(house.db, readerRealm, account.id)).password;
  const right = await checkPassword(facts.password, kept);
  if (!right || !isReader(account)) return refuse('sign-in-wrong');
  const newHash = kept !== null && isOutdated(kept) ? await hashPassword(facts.password) : null;
  const entered = await house.act(actorOf(account), async (tools) => {
    if (newHash !== null) await keepPassword(tools.db, readerRealm, { accountId: account.id, hash: newHash });
    return enter(tools, { reader: account, next: nextPath(facts.next), visitor });
  });
  await forgetAttempts(house.db, readerRealm, { limits: [passwordsOfAccount], whose: email });
  return entered;
}

export async function signOut(house: House, { reader, session }: SignedInReader): Promise<void> {
  await house.act(actorOf(reader), (tools) => endSession(tools.db, readerRealm, { accountId: reader.id, id: session.id }));
}

/** Opens a session in the action's transaction. Visits of readers stand in no log: it would be a diary of what they read. */
export async function enter(tools: Tools, { reader, next, visitor }: { reader: Reader; next: string; visitor: Visitor }): Promise<Entered> {
  if (visitor.previous !== null) await dropSession(tools.db, readerRealm, visitor.previous);
  const secret = await openSession(tools.db, readerRealm, { accountId: reader.id, agent: visitor.agent, secondDue: false, now: tools.now });
  await updateAccount(tools.db, reader.id, { seenAt: tools.now, toldAt: null });
  return { secret, reader, next };
}

async function welcome(tools: Tools, account: Account, typed: string): Promise<Reader | Unnameable> {
  const named = await takeName(tools, { account: account.id, typed });
  if (isRefused(named)) return named;
  await updateAccount(tools.db, account.id, { ...named, verifiedAt: tools.now });
  await tools.record({ act: 'reader.join', subject: `reader:${account.id}` });
  await tools.announce({ event: 'reader.verified', facts: { id: account.id } });
  return { ...account, name: named.name, verifiedAt: tools.now };
}

function newAccount({ email, language, now }: { email: string; language: Language; now: Date }): Account {
  return { id: newId(), email, name: null, nameChangedAt: null, language, createdAt: now, verifiedAt: null, seenAt: now, toldAt: null, noticeKey: newSecret() };
}

function featureOf({ features }: House, errand: string): Feature | undefined {
  return features.find(({ name }) => errand.startsWith(`${name}:`));
}

/** The house itself, before it is known who stands at the door. */
const atTheDoor: Actor = { kind: 'program', id: 'reader-sign-in', name: 'Broadsheet', role: null };
