/**
 * Passkeys of readers (Web Authentication, level 3): made on the account page, asked for at the door. The challenge is a
 * link of kind `passkey` that nobody clicks: random, kept hashed, used once, dead after minutes.
 */
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { countAttempt, type Limit, type TooMany } from '../../platform/signin/limits.ts';
import { openLink, useLink } from '../../platform/signin/links.ts';
import { isFresh } from '../../platform/signin/sessions.ts';
import { readPublication } from '../publication/publication.ts';
import type { NotFresh } from './own.ts';
import { deletePasskey, insertPasskey, listPasskeys, readPasskey, usedPasskey } from './passkey-store.ts';
import { isReader } from './reader.ts';
import { challengeFor, mostPasskeys, nextPath } from './rules.ts';
import { enter, type Entered, type Visitor } from './signing.ts';
import { holdAccount, readAccount } from './store.ts';
import { actorOf, readerRealm, type SignedInReader } from './who.ts';

/** Each asks for a challenge, which is a row; a person needs one or two. */
const challengesOfAddress: Limit = { name: 'passkey-address', most: 60, within: 15 * 60_000 };

export type PasskeyRefusal = Refused<'passkey-failed'>;

/** What the browser needs to make a key for this account, as JSON. */
export async function beginPasskey(house: House, { reader, session }: SignedInReader): Promise<object | NotFresh | Refused<'passkeys-many'>> {
  if (!isFresh(session, house.clock.now())) return refuse('sign-in-again');
  const known = await listPasskeys(house.db, reader.id);
  if (known.length >= mostPasskeys) return refuse('passkeys-many', { most: mostPasskeys });
  const { name } = await readPublication(house.db);
  const challenge = await house.act(actorOf(reader), (tools) => newChallenge(tools, `add:${reader.id}`));
  return generateRegistrationOptions({
    rpName: name, rpID: new URL(house.settings.publicUrl).hostname, userName: reader.email, userDisplayName: reader.name, userID: new Uint8Array(Buffer.from(reader.id)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')), attestationType: 'none', timeout: challengeFor,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Keeps the key that the browser made. */
export async function addPasskey(house: House, { reader, session }: SignedInReader, facts: { response: RegistrationResponseJSON; agent: string }): Promise<null | NotFresh | PasskeyRefusal | Refused<'passkeys-many'>> {
  if (!isFresh(session, house.clock.now())) return refuse('sign-in-again');
  const { heard, expectedChallenge } = listenForChallenge();
  const verified = await verifyRegistrationResponse({ response: facts.response, expectedChallenge, ...expected(house) }).catch(() => null);
  if (verified?.verified !== true) return refuse('passkey-failed');
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return house.act(actorOf(reader), async (tools) => {
    // Held, so that of several answers at once each sees what the one before it has kept.
    if ((await holdAccount(tools.db, reader.id)) === null || !(await takeChallenge(tools, heard(), `add:${reader.id}`))) return refuse('passkey-failed');
    if ((await listPasskeys(tools.db, reader.id)).length >= mostPasskeys) return refuse('passkeys-many', { most: mostPasskeys });
    const kept = await insertPasskey(tools.db, { id, accountId: reader.id, publicKey: new Uint8Array(publicKey), counter, transports, madeOn: facts.agent, createdAt: tools.now, usedAt: null });
    if (!kept) return refuse('passkey-failed');
    await tools.record({ act: 'reader.secure', subject: `reader:${reader.id}`, detail: { passkey: 'added' } });
    return null;
  });
}

export async function removePasskey(house: House, { reader, session }: SignedInReader, id: string): Promise<null | NotFresh | Refused<'not-found'>> {
  if (!isFresh(session, house.clock.now())) return refuse('sign-in-again');
  return house.act(actorOf(reader), async (tools) => {
    if (!(await deletePasskey(tools.db, { id, account: reader.id }))) return refuse('not-found');
    await tools.record({ act: 'reader.secure', subject: `reader:${reader.id}`, detail: { passkey: 'removed' } });
    return null;
  });
}

/** What the browser needs to ask for a key; it names nobody. */
export async function askForPasskey(house: House, address: string): Promise<object | TooMany> {
  const tooMany = await countAttempt(house.db, readerRealm, { limit: challengesOfAddress, whose: address, now: house.clock.now() });
  if (tooMany !== null) return tooMany;
  const challenge = await house.act(actorOf({ id: '' }), (tools) => newChallenge(tools, 'sign-in'));
  return generateAuthenticationOptions({
    rpID: new URL(house.settings.publicUrl).hostname, challenge: new Uint8Array(Buffer.from(challenge, 'base64url')), userVerification: 'required', timeout: challengeFor,
  });
}

/** Signs in with the answer of a key. One refusal for whatever is wrong. */
export async function signInWithPasskey(house: House, facts: { response: AuthenticationResponseJSON; next: string; visitor: Visitor }): Promise<Entered | PasskeyRefusal> {
  const { response, visitor } = facts;
  const passkey = await readPasskey(house.db, response.id);
  const account = passkey === null ? null : await readAccount(house.db, passkey.accountId);
  if (passkey === null || !isReader(account)) return refuse('passkey-failed');
  const { heard, expectedChallenge } = listenForChallenge();
  const credential = { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter, transports: [...passkey.transports] };
  const verified = await verifyAuthenticationResponse({ response, expectedChallenge, credential, ...expected(house) }).catch(() => null);
  if (verified?.verified !== true) return refuse('passkey-failed');
  return house.act(actorOf(account), async (tools) => {
    if ((await holdAccount(tools.db, account.id)) === null || !(await takeChallenge(tools, heard(), 'sign-in'))) return refuse('passkey-failed');
    if (!(await usedPasskey(tools.db, { id: passkey.id, counter: verified.authenticationInfo.newCounter, now: tools.now }))) return refuse('passkey-failed');
    return enter(tools, { reader: account, next: nextPath(facts.next), visitor });
  });
}

/** A challenge, base64url. */
function newChallenge(tools: Tools, detail: string): Promise<string> {
  return openLink(tools.db, readerRealm, { kind: 'passkey', accountId: null, endsAt: new Date(tools.now.getTime() + challengeFor), now: tools.now, detail });
}

/** Uses the challenge up; of two answers to one the second opens nothing. */
async function takeChallenge(tools: Tools, challenge: string, detail: string): Promise<boolean> {
  const link = await useLink(tools.db, readerRealm, { kind: 'passkey', secret: challenge, now: tools.now });
  return !isRefused(link) && link.detail === detail;
}

/** The library asks whether the challenge is the one: the answer is the database's, once the signature holds. */
function listenForChallenge() {
  let challenge = '';
  return { heard: () => challenge, expectedChallenge: (one: string) => { challenge = one; return true; } };
}

function expected({ settings }: House) {
  const { origin, hostname } = new URL(settings.publicUrl);
  return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
}
