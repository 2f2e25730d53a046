/** A person's own data: a copy of all of it, and taking it away. Every feature answers for what it keeps. */
import type { House, Tools } from '../../platform/feature.ts';
import { refuse, type Refused } from '../../platform/result.ts';
import { forgetMails } from '../../platform/mail/outbox.ts';
import { readCredentials } from '../../platform/signin/credentials.ts';
import { isFresh, listSessions } from '../../platform/signin/sessions.ts';
import { mailAbout, type DoorMail } from './mailing.ts';
import { mutedKinds } from './notice-store.ts';
import { listPasskeys } from './passkey-store.ts';
import type { Account } from './reader.ts';
import { deleteAccount, holdAccount } from './store.ts';
import { actorOf, readerRealm, type SignedInReader } from './who.ts';

/** Everything that is kept of the reader, as plain JSON (GDPR, articles 15 and 20; Swiss Data Protection Act, articles 25 and 28). */
export async function copyOfOwnData(house: House, { reader }: SignedInReader): Promise<Record<string, unknown>> {
  const { db, clock } = house;
  const now = clock.now();
  const [credentials, sessions, passkeys, muted] = await Promise.all([
    readCredentials(db, readerRealm, reader.id), listSessions(db, readerRealm, { accountId: reader.id, now }), listPasskeys(db, reader.id), mutedKinds(db, reader.id),
  ]);
  const parts: Record<string, unknown> = {};
  for (const { name, accounts } of house.features) {
    const given = await accounts?.give?.(db, reader.id);
    if (given !== undefined) parts[name] = given;
  }
  await house.act(actorOf(reader), (tools) => tools.record({ act: 'reader.take-copy', subject: `reader:${reader.id}` }));
  return {
    madeAt: now,
    account: {
      id: reader.id, email: reader.email, name: reader.name, nameChangedAt: reader.nameChangedAt, language: reader.language,
      createdAt: reader.createdAt, verifiedAt: reader.verifiedAt, lastSeenOn: reader.seenAt.toISOString().slice(0, 10), hasPassword: credentials.password !== null,
    },
    passkeys: passkeys.map(({ madeOn, createdAt, usedAt }) => ({ madeOn, createdAt, usedAt })),
    sessions: sessions.map(({ agent, createdAt, seenAt, endsAt }) => ({ agent, createdAt, seenAt, endsAt })),
    noticesSwitchedOff: [...muted],
    ...parts,
  };
}

/** Ends the account for good, by the reader's own button. */
export async function leave(house: House, me: SignedInReader): Promise<null | Refused<'sign-in-again'>> {
  if (!isFresh(me.session, house.clock.now())) return refuse('sign-in-again');
  await house.act(actorOf(me.reader), async (tools) => {
    const account = await holdAccount(tools.db, me.reader.id);
    if (account !== null) await removeAccount(house, tools, { account, act: 'reader.leave', mail: 'removed' });
  });
  return null;
}

/**
 * Takes the person out of everything. What others answered to stays readable without them; of the person the log keeps
 * the account's id, which leads nowhere any more, and the last mail, until the list of mails is swept.
 */
export async function removeAccount(house: Pick<House, 'features'>, tools: Tools, { account, act, mail }: { account: Account; act: 'reader.leave' | 'reader.expire'; mail: DoorMail }): Promise<void> {
  for (const { accounts } of house.features) await accounts?.takeAway?.(tools, account.id);
  await forgetMails(tools.db, account.email);
  await deleteAccount(tools.db, account.id);
  await mailAbout(tools, { account, kind: mail });
  await tools.record({ act, subject: `reader:${account.id}` });
  await tools.announce({ event: 'reader.removed', facts: { id: account.id } });
}
