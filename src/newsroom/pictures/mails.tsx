/** What the picture desk is told by mail. Values in, HTML out. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Writing } from '../../design/type.ts';
import { writeInstant } from '../../design/type.ts';
import type { MailOrder } from '../../platform/feature.ts';
import type { Translate } from '../../platform/words/translate.ts';

/** A right that will end. */
export interface Ending {
  readonly id: string;
  readonly name: string;
  readonly credit: string;
  readonly endsAt: Date;
  /** What the picture leaves, where it is not every page. */
  readonly leaves: string | null;
  /** By how many things it is used. */
  readonly uses: number;
}

export interface EndingMail {
  readonly t: Translate;
  readonly writing: Writing;
  readonly person: { readonly name: string; readonly email: string };
  readonly endings: readonly Ending[];
  readonly publicUrl: string;
}

/** One mail about all pictures whose right ends soon. */
export function endingMail({ t, writing, person, endings, publicUrl }: EndingMail): MailOrder {
  const subject = t('mail.ending.subject', { count: endings.length });
  const lead = t('mail.ending.lead', { name: person.name, count: endings.length });
  const foot = t('mail.ending.foot');
  const lines = endings.map((ending) => ({ ...ending, link: `${publicUrl}/desk/pictures/${ending.id}`, says: sayWhen(ending, { t, writing }) }));
  const text = [lead, ...lines.map(({ name, says, link }) => `${name}\n${says}\n${link}`), foot].join('\n\n');
  return { to: person.email, subject, text: `${text}\n`, html: `<!doctype html>${renderToStaticMarkup(<Letter {...{ language: writing.language, subject, lead, foot, lines }} />)}` };
}

function sayWhen({ endsAt, leaves, uses, credit }: Ending, { t, writing }: Pick<EndingMail, 't' | 'writing'>): string {
  const at = writeInstant(endsAt, writing);
  const says = leaves === null ? t('mail.ending.everywhere', { at, count: uses }) : t('mail.ending.one', { at, title: leaves });
  return credit === '' ? says : `${credit}. ${says}`;
}

interface LetterValues {
  readonly language: string;
  readonly subject: string;
  readonly lead: string;
  readonly foot: string;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly says: string; readonly link: string }[];
}

// Mail programs know style attributes, little else.
function Letter({ language, subject, lead, foot, lines }: LetterValues): ReactElement {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={{ maxWidth: '34em', margin: '0 auto', padding: '24px 16px', fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: '1.5' }}>
        <p>{lead}</p>
        {lines.map(({ id, name, says, link }, i) => (
          <p key={`${id} ${i}`}>
            <a href={link} style={{ color: 'inherit' }}>{name}</a>
            <br />
            <span style={{ fontSize: '14px' }}>{says}</span>
          </p>
        ))}
        <p style={{ borderTop: '1px solid #999', paddingTop: '12px', fontSize: '14px' }}>{foot}</p>
      </body>
    </html>
  );
}
