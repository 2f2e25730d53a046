/** Links that are sent: to sign in, to join. */
import type { House, Tools } from '../../platform/feature.ts';
import { countAttempt, linksOfAccount, linksOfAddress, type TooMany } from '../../platform/signin/limits.ts';
import { invitationFor, openLink, signInLinkFor } from '../../platform/signin/links.ts';
import { translator } from '../../platform/words/translate.ts';
import { invitationMail, signInMail } from './mails.ts';
import { mayEnter, standing, type Person } from './person.ts';
import { readPersonByEmail } from './store.ts';
import { actorOf, staffRealm } from './who.ts';
import { words } from './words.ts';

/**
 * Sends a link where there is such a person who may enter. The answer is the same whether there is one or not;
 * only too many requests from one network address are refused.
 */
export async function requestSignInLink(house: House, facts: { email: string; address: string }): Promise<TooMany | null> {
  const now = house.clock.now();
  const fromHere = await countAttempt(house.db, staffRealm, { limit: linksOfAddress, whose: facts.address, now });
  if (fromHere !== null) return fromHere;
  const forThem = await countAttempt(house.db, staffRealm, { limit: linksOfAccount, whose: facts.email, now });
  const person = await readPersonByEmail(house.db, facts.email.trim());
  if (forThem !== null || person === null) return null;
  if (standing(person) === 'invited') await house.act(actorOf(person), (tools) => mailInvitation(tools, { publicUrl: house.settings.publicUrl, person }));
  if (!mayEnter(person)) return null;
  await house.act(actorOf(person), async (tools) => {
    const link = await openSignInLink(tools, { publicUrl: house.settings.publicUrl, person });
    await tools.mail(signInMail({ ...addressed(person), link, host: new URL(house.settings.publicUrl).host }));
  });
  return null;
}

/** A link to sign in, for the mail or the command line: fifteen minutes, once. */
export async function openSignInLink(tools: Tools, { publicUrl, person }: { publicUrl: string; person: Person }): Promise<string> {
  const endsAt = new Date(tools.now.getTime() + signInLinkFor);
  const secret = await openLink(tools.db, staffRealm, { kind: 'sign-in', accountId: person.id, endsAt, now: tools.now });
  return `${publicUrl}/desk/signin/link?token=${secret}`;
}

/** A link to join: a day, once. */
export async function openInvitation(tools: Tools, { publicUrl, person }: { publicUrl: string; person: Person }): Promise<string> {
  const endsAt = new Date(tools.now.getTime() + invitationFor);
  const secret = await openLink(tools.db, staffRealm, { kind: 'invitation', accountId: person.id, endsAt, now: tools.now });
  return `${publicUrl}/desk/invitation?token=${secret}`;
}

export async function mailInvitation(tools: Tools, { publicUrl, person }: { publicUrl: string; person: Person }): Promise<void> {
  const link = await openInvitation(tools, { publicUrl, person });
  await tools.mail(invitationMail({ ...addressed(person), link, host: new URL(publicUrl).host, byName: tools.by.name }));
}

/** To whom it goes, in which words. */
function addressed(person: Person) {
  return { t: translator(words, person.language), language: person.language, person };
}
