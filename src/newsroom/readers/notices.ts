/** Notices: mails that a reader gets because something happened, each kind of which can be switched off, in the mail itself too. */
import { createHmac } from 'node:crypto';
import { letterMail, type Letter } from '../../design/letter.tsx';
import type { House, Tools } from '../../platform/feature.ts';
import { isRefused, refuse, type Refused } from '../../platform/result.ts';
import { sameSecret } from '../../platform/signin/secrets.ts';
import { translator } from '../../platform/words/translate.ts';
import type { Language } from '../../platform/words/words.ts';
import { readPublication } from '../publication/publication.ts';
import { mutedKinds, muteKind } from './notice-store.ts';
import { isReader, type Account, type Reader } from './reader.ts';
import { readAccount } from './store.ts';
import { actorOf } from './who.ts';
import { readerTranslator } from './words.ts';

export interface Notice {
  /** One of those that a feature names on its door. */
  readonly kind: string;
  /** The reader's id. */
  readonly to: string;
  letter(reader: { readonly language: Language; readonly name: string; readonly form: 'du' | 'sie' }): Letter;
}

/** Orders the mail in the action's transaction, unless the reader has switched its kind off or is gone. */
export async function notify(house: Pick<House, 'settings' | 'features'>, tools: Tools, { kind, to, letter }: Notice): Promise<'ordered' | 'muted' | 'gone'> {
  const reader = await readAccount(tools.db, to);
  if (!isReader(reader)) return 'gone';
  if ((await mutedKinds(tools.db, to)).has(kind)) return 'muted';
  const publication = await readPublication(tools.db);
  const t = readerTranslator(reader.language, publication.addressForm);
  const off = `${house.settings.publicUrl}/konto/abbestellen?${new URLSearchParams({ konto: reader.id, art: kind, s: signature(reader, kind) }).toString()}`;
  const name = noticeName(house, { kind, language: reader.language });
  await tools.mail(letterMail({
    to: reader.email, language: reader.language, sender: publication.name, accent: publication.accent,
    letter: letter({ language: reader.language, name: reader.name, form: publication.addressForm }),
    foot: [t('notice.foot', { publication: publication.name, kind: name })], footLink: { text: t('notice.off'), url: off },
    // RFC 8058: the mail program's own button, without opening a page.
    headers: { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }));
  return 'ordered';
}

export interface NoticeSwitch {
  readonly kind: string;
  readonly name: string;
  readonly on: boolean;
}

/** Every kind that the features send, as the account page shows it. */
export async function noticeSwitches(house: Pick<House, 'db' | 'features'>, reader: Pick<Reader, 'id'>, language: Language): Promise<NoticeSwitch[]> {
  const muted = await mutedKinds(house.db, reader.id);
  return kindsOf(house).map((kind) => ({ kind, name: noticeName(house, { kind, language }), on: !muted.has(kind) }));
}

/** Switches exactly these on, all others off. */
export async function chooseNotices(house: House, reader: Reader, wanted: ReadonlySet<string>): Promise<void> {
  await house.act(actorOf(reader), async (tools) => {
    for (const kind of kindsOf(house)) await muteKind(tools.db, { account: reader.id, kind, muted: !wanted.has(kind), now: tools.now });
  });
}

export interface OffLink { readonly account: string; readonly kind: string; readonly signature: string }

/** Whose link it is and what it switches off; a wrong signature is nobody's. */
export async function lookAtOffLink(house: House, link: OffLink): Promise<{ reader: Reader; name: string; on: boolean } | Refused<'link-unknown'>> {
  const reader = await readAccount(house.db, link.account);
  const right = reader !== null && sameSecret(signature(reader, link.kind), link.signature);
  if (!right || !isReader(reader) || !kindsOf(house).includes(link.kind)) return refuse('link-unknown');
  return { reader, name: noticeName(house, { kind: link.kind, language: reader.language }), on: !(await mutedKinds(house.db, reader.id)).has(link.kind) };
}

/** Switches it off, without a sign-in: who holds the mail may. Repeatable. */
export async function switchOff(house: House, link: OffLink): Promise<{ name: string; language: Language } | Refused<'link-unknown'>> {
  const looked = await lookAtOffLink(house, link);
  if (isRefused(looked)) return looked;
  await house.act(actorOf(looked.reader), (tools) => muteKind(tools.db, { account: looked.reader.id, kind: link.kind, muted: true, now: tools.now }));
  return { name: looked.name, language: looked.reader.language };
}

/** Where readers find what they made: each feature's page, by its name. */
export function ownPages({ features }: Pick<House, 'features'>, language: Language): { name: string; url: string }[] {
  return features.flatMap(({ accounts, words }) => (accounts?.ownPage === undefined || words === undefined ? [] : [{ name: translator(words, language)('own-page'), url: accounts.ownPage }]));
}

function kindsOf({ features }: Pick<House, 'features'>): string[] {
  return features.flatMap(({ accounts }) => accounts?.notices ?? []);
}

function noticeName({ features }: Pick<House, 'features'>, { kind, language }: { kind: string; language: Language }): string {
  const feature = features.find(({ accounts }) => accounts?.notices?.includes(kind) === true);
  return feature?.words === undefined ? kind : translator(feature.words, language)(`notice.${kind}`);
}

function signature({ noticeKey }: Pick<Account, 'noticeKey'>, kind: string): string {
  return createHmac('sha256', noticeKey).update(`notice:${kind}`).digest('base64url');
}
