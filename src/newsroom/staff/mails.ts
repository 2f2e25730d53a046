/** The mails of the door: one sentence, one button, and what to do if nobody asked for it. */
import { letterMail } from '../../design/letter.tsx';
import { light } from '../../design/tokens.ts';
import type { MailOrder } from '../../platform/feature.ts';
import type { Translate } from '../../platform/words/translate.ts';
import type { Language } from '../../platform/words/words.ts';
import type { Person } from './person.ts';

interface MailValues {
  readonly t: Translate;
  readonly language: Language;
  readonly person: Pick<Person, 'name' | 'email' | 'role'>;
  readonly link: string;
  readonly host: string;
}

export function signInMail(values: MailValues): MailOrder {
  const { t, person, host } = values;
  return mail(values, {
    subject: t('mail.signin.subject', { host }), lead: t('mail.signin.lead', { name: person.name, host }),
    button: t('mail.signin.button'), foot: t('mail.signin.foot'),
  });
}

export function invitationMail(values: MailValues & { readonly byName: string }): MailOrder {
  const { t, person, host, byName } = values;
  return mail(values, {
    subject: t('mail.invitation.subject', { host }), lead: t('mail.invitation.lead', { name: person.name, byName, host, role: t(`role.${person.role}`) }),
    button: t('mail.invitation.button'), foot: t('mail.invitation.foot'),
  });
}

interface Sentences { readonly subject: string; readonly lead: string; readonly button: string; readonly foot: string }

// People come before the publication in the plan: its address stands for its name, the ink for its colour.
function mail({ language, person, link, host }: MailValues, { subject, lead, button, foot }: Sentences): MailOrder {
  return letterMail({ to: person.email, language, letter: { subject, paragraphs: [lead], button: { text: button, url: link } }, foot: [foot], sender: host, accent: light.ink });
}
