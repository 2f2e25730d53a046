/** The mails of the door, written in the transaction of what they tell. */
import type { House, Tools } from '../../platform/feature.ts';
import { letterMail, type Letter } from '../../design/letter.tsx';
import { readPublication } from '../publication/publication.ts';
import { isReader, type Account } from './reader.ts';
import { readerTranslator } from './words.ts';

export async function mailSignInLink(house: Pick<House, 'settings'>, tools: Tools, { account, secret }: { account: Account; secret: string }): Promise<void> {
  const kind = isReader(account) ? 'signin' : 'welcome';
  await mailAbout(tools, { account, kind, button: `${house.settings.publicUrl}/konto/link?token=${secret}` });
}

export type DoorMail = 'signin' | 'welcome' | 'email-new' | 'email-taken' | 'email-old' | 'email-changed' | 'removed' | 'unused' | 'expired';

interface MailFacts {
  readonly account: Pick<Account, 'email' | 'name' | 'language'>;
  readonly kind: DoorMail;
  /** Where it goes, if not to the account's own address. */
  readonly to?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Where its button leads. */
  readonly button?: string;
}

/** One of the door's own mails: its sentences by its kind. */
export async function mailAbout(tools: Tools, { account, kind, to, values = {}, button }: MailFacts): Promise<void> {
  const publication = await readPublication(tools.db);
  const t = readerTranslator(account.language, publication.addressForm);
  const said = { publication: publication.name, name: account.name ?? '', ...values };
  const letter: Letter = {
    subject: t(`mail.${kind}.subject`, said), paragraphs: [t(`mail.${kind}.lead`, said)],
    ...(button === undefined ? {} : { button: { text: t(`mail.${kind}.button`, said), url: button } }),
  };
  await tools.mail(letterMail({ to: to ?? account.email, language: account.language, letter, foot: [t(`mail.${kind}.foot`, said)], accent: publication.accent, sender: publication.name }));
}
