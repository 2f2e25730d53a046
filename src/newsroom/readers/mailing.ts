/** The mails of the door, written in the transaction of what they tell. */
import type { Feature, House, Tools } from '../../platform/feature.ts';
import { letterMail, type Letter } from '../../design/letter.tsx';
import { translator } from '../../platform/words/translate.ts';
import { readPublication } from '../publication/publication.ts';
import { isReader, type Account } from './reader.ts';
import { readerTranslator } from './words.ts';

export async function mailSignInLink(house: Pick<House, 'settings'>, tools: Tools, { account, secret, waits }: { account: Account; secret: string; waits: Feature | undefined }): Promise<void> {
  const kind = isReader(account) ? 'signin' : 'welcome';
  await mailAbout(tools, { account, kind, waits, button: `${house.settings.publicUrl}/konto/link?token=${secret}` });
}

export type DoorMail = 'signin' | 'welcome' | 'email-new' | 'email-taken' | 'email-old' | 'email-changed' | 'removed' | 'unused' | 'expired';

interface MailFacts {
  readonly account: Pick<Account, 'email' | 'name' | 'language'>;
  readonly kind: DoorMail;
  /** Where it goes, if not to the account's own address. */
  readonly to?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The feature to which something was brought with this address, and waits. */
  readonly waits?: Feature | undefined;
  /** Where its button leads. */
  readonly button?: string;
}

/** One of the door's own mails: its sentences by its kind. */
export async function mailAbout(tools: Tools, { account, kind, to, values = {}, waits, button }: MailFacts): Promise<void> {
  const publication = await readPublication(tools.db);
  const t = readerTranslator(account.language, publication.addressForm);
  const said = { publication: publication.name, name: account.name ?? '', ...values };
  const waiting = waits?.words === undefined ? [] : [translator(waits.words, account.language)('waits-for-proof', { form: publication.addressForm })];
  const letter: Letter = {
    subject: t(`mail.${kind}.subject`, said),
    paragraphs: [t(`mail.${kind}.lead`, said), ...waiting],
    ...(button === undefined ? {} : { button: { text: t(`mail.${kind}.button`, said), url: button } }),
  };
  await tools.mail(letterMail({ to: to ?? account.email, language: account.language, letter, foot: [t(`mail.${kind}.foot`, said)], accent: publication.accent, sender: publication.name }));
}
