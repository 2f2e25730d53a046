/** The mails of the door: one sentence, one button, and what to do if nobody asked for it. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
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

/** What the mail is handed over as. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function signInMail(values: MailValues): Mail {
  const { t, person, host } = values;
  return mail(values, {
    subject: t('mail.signin.subject', { host }), lead: t('mail.signin.lead', { name: person.name, host }),
    button: t('mail.signin.button'), foot: t('mail.signin.foot'),
  });
}

export function invitationMail(values: MailValues & { readonly byName: string }): Mail {
  const { t, person, host, byName } = values;
  return mail(values, {
    subject: t('mail.invitation.subject', { host }), lead: t('mail.invitation.lead', { name: person.name, byName, host, role: t(`role.${person.role}`) }),
    button: t('mail.invitation.button'), foot: t('mail.invitation.foot'),
  });
}

interface Sentences { readonly subject: string; readonly lead: string; readonly button: string; readonly foot: string }

function mail({ language, person, link }: MailValues, sentences: Sentences): Mail {
  const { subject, lead, foot } = sentences;
  const html = renderToStaticMarkup(<Letter language={language} link={link} {...sentences} />);
  return { to: person.email, subject, text: `${lead}\n\n${link}\n\n${foot}\n`, html: `<!doctype html>${html}` };
}

// Mail programs know tables and style attributes, little else.
function Letter({ language, link, subject, lead, button, foot }: Sentences & { language: Language; link: string }): ReactElement {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, padding: 0 }}>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
          <tbody>
            <tr>
              <td align="center" style={{ padding: '32px 16px' }}>
                <table role="presentation" cellPadding="0" cellSpacing="0" style={{ maxWidth: '30em', width: '100%', fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: '1.5' }}>
                  <tbody>
                    <tr><td style={{ paddingBottom: '24px' }}>{lead}</td></tr>
                    <tr><td style={{ paddingBottom: '24px' }}><a href={link} style={buttonStyle}>{button}</a></td></tr>
                    <tr><td style={{ paddingBottom: '24px', fontSize: '14px', wordBreak: 'break-all' }}><a href={link} style={{ color: 'inherit' }}>{link}</a></td></tr>
                    <tr><td style={{ borderTop: '1px solid #999', paddingTop: '12px', fontSize: '14px' }}>{foot}</td></tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

const buttonStyle = {
  display: 'inline-block', padding: '12px 24px', background: '#16140f', color: '#ffffff', textDecoration: 'none', fontFamily: 'Helvetica, Arial, sans-serif', fontSize: '16px',
} as const;
