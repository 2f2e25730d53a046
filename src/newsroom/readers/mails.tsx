/** A mail to a reader: the newsroom's name, what there is to say, one button, and why it came. Values in, a mail out. */
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MailOrder } from '../../platform/feature.ts';
import type { Language } from '../../platform/words/words.ts';

/** What a feature says to a reader, as plain text. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Somebody's own words, such as a comment; set apart, line breaks kept. */
  readonly quote?: string;
  readonly button?: { readonly text: string; readonly url: string };
}

export interface LetterValues {
  readonly to: string;
  readonly language: Language;
  readonly letter: Letter;
  /** Why it came, and what to do about it. */
  readonly foot: readonly string[];
  /** A quiet link below, such as the one that switches such mails off. */
  readonly footLink?: { readonly text: string; readonly url: string };
  readonly sender: string;
  readonly accent: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function letterMail(values: LetterValues): MailOrder {
  const { to, letter, foot, footLink, headers } = values;
  const quoted = letter.quote === undefined ? [] : [letter.quote.split('\n').map((line) => `> ${line}`).join('\n')];
  const button = letter.button === undefined ? [] : [`${letter.button.text}:\n${letter.button.url}`];
  const link = footLink === undefined ? [] : [`${footLink.text}:\n${footLink.url}`];
  const text = `${[...letter.paragraphs, ...quoted, ...button, '-- ', ...foot, ...link].join('\n\n').replace('\n\n-- \n\n', '\n\n-- \n')}\n`;
  return {
    to, subject: oneLine(letter.subject), text, html: `<!doctype html>${renderToStaticMarkup(<Sheet {...values} />)}`,
    ...(headers === undefined ? {} : { headers }),
  };
}

/** No line break reaches a header. */
function oneLine(subject: string): string {
  return subject.replaceAll(/\s+/gu, ' ').trim().slice(0, 200).toWellFormed();
}

// Mail programs know tables and style attributes, little else.
function Sheet({ language, letter, foot, footLink, sender, accent }: LetterValues): ReactElement {
  const { subject, paragraphs, quote, button } = letter;
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
                <table role="presentation" cellPadding="0" cellSpacing="0" style={{ maxWidth: '32em', width: '100%', fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: '1.5', textAlign: 'left' }}>
                  <tbody>
                    <Row style={{ padding: '0 0 12px', borderBottom: `3px solid ${accent}`, fontSize: '20px', fontWeight: 'bold' }}>{sender}</Row>
                    <Row style={{ height: '20px', lineHeight: '20px' }}>{'\u00a0'}</Row>
                    {paragraphs.map((text, i) => <Row key={i} style={{ paddingBottom: '20px' }}>{text}</Row>)}
                    {quote === undefined ? null : <Row style={{ padding: '0 0 0 16px', borderLeft: '3px solid #999', whiteSpace: 'pre-wrap' }}>{quote}</Row>}
                    {quote === undefined ? null : <Row style={{ height: '20px', lineHeight: '20px' }}>{'\u00a0'}</Row>}
                    {button === undefined ? null : <Row style={{ paddingBottom: '24px' }}><a href={button.url} style={buttonStyle}>{button.text}</a></Row>}
                    {button === undefined ? null : <Row style={{ paddingBottom: '24px', fontSize: '13px', wordBreak: 'break-all' }}><a href={button.url} style={{ color: 'inherit' }}>{button.url}</a></Row>}
                    {foot.map((text, i) => <Row key={i} style={i === 0 ? { borderTop: '1px solid #999', padding: '12px 0 0', fontSize: '14px' } : { paddingTop: '8px', fontSize: '14px' }}>{text}</Row>)}
                    {footLink === undefined ? null : <Row style={{ paddingTop: '8px', fontSize: '14px' }}><a href={footLink.url} style={{ color: 'inherit' }}>{footLink.text}</a></Row>}
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

function Row({ style, children }: { readonly style: Readonly<Record<string, string | number>>; readonly children: ReactNode }): ReactElement {
  return <tr><td style={style}>{children}</td></tr>;
}

const buttonStyle = {
  display: 'inline-block', padding: '12px 24px', background: '#16140f', color: '#ffffff', textDecoration: 'none', fontFamily: 'Helvetica, Arial, sans-serif', fontSize: '16px',
} as const;
