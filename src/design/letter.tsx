/** A mail: who writes, what there is to say, one button, and why it came. The same sheet for readers and for staff. Values in, a mail out. */
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MailOrder } from '../platform/feature.ts';
import type { Language } from '../platform/words/words.ts';
import { readableAccent } from './colour.ts';
import { dark, light } from './tokens.ts';

/** What a feature says, as plain text. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Somebody's own words, such as a comment; set apart, line breaks kept. */
  readonly quote?: string;
  /** Things to look at, each at its address. */
  readonly items?: readonly LetterItem[];
  readonly button?: { readonly text: string; readonly url: string };
}

export interface LetterItem {
  readonly name: string;
  readonly says: string;
  readonly url: string;
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
  const quoted = letter.quote === undefined ? [] : [letter.quote.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')];
  const items = (letter.items ?? []).map(({ name, says, url }) => `${name}\n${says}\n${url}`);
  const button = letter.button === undefined ? [] : [`${letter.button.text}\n${letter.button.url}`];
  const link = footLink === undefined ? [] : [`${footLink.text}\n${footLink.url}`];
  const text = `${[...letter.paragraphs, ...quoted, ...items, ...button, '-- ', ...foot, ...link].join('\n\n').replace('\n\n-- \n\n', '\n\n-- \n')}\n`;
  return {
    to, subject: oneLine(letter.subject), text, html: `<!doctype html>${renderToStaticMarkup(<Sheet {...values} />)}`,
    ...(headers === undefined ? {} : { headers }),
  };
}

/** No line break reaches a header. */
function oneLine(subject: string): string {
  return subject.replaceAll(/\s+/gu, ' ').trim().slice(0, 200).toWellFormed();
}

// Mail programs know tables and style attributes, little else; those that know the dark know this sheet too.
const darkSheet = (accent: string) => `:root{color-scheme:light dark}@media(prefers-color-scheme:dark){.head{border-color:${readableAccent(accent, dark.paper)}!important}body,.sheet{background:${dark.paper}!important;color:${dark.ink}!important}.soft{color:${dark.soft}!important}.button{background:${dark.ink}!important;color:${dark.paper}!important}}`;

function Sheet({ language, letter, foot, footLink, sender, accent }: LetterValues): ReactElement {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkSheet(accent) }} />
      </head>
      <body style={{ margin: 0, padding: 0, background: light.paper, color: light.ink }}>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" className="sheet" style={{ background: light.paper, color: light.ink }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: '32px 16px' }}>
                <table role="presentation" cellPadding="0" cellSpacing="0" style={{ maxWidth: '32em', width: '100%', fontFamily: 'Georgia, serif', fontSize: '17px', lineHeight: '1.5', textAlign: 'left', wordBreak: 'break-word' }}>
                  <tbody>
                    <Row name="head" style={{ padding: '0 0 12px', borderBottom: `3px solid ${readableAccent(accent, light.paper)}`, fontSize: '20px', fontWeight: 'bold' }}>{sender}</Row>
                    <Gap />
                    <Content letter={letter} />
                    {foot.map((text, i) => <Row key={i} name="soft" style={i === 0 ? { borderTop: '1px solid #999', padding: '12px 0 0', ...small } : { paddingTop: '8px', ...small }}>{text}</Row>)}
                    {footLink === undefined ? null : <Row name="soft" style={{ paddingTop: '8px', ...small }}><a href={footLink.url} style={{ color: 'inherit' }}>{footLink.text}</a></Row>}
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

function Content({ letter: { paragraphs, quote, items = [], button } }: { readonly letter: Letter }): ReactElement {
  return (
    <>
      {paragraphs.map((text, i) => <Row key={i} style={{ paddingBottom: '20px', whiteSpace: 'pre-wrap' }}>{text}</Row>)}
      {quote === undefined ? null : <Row style={{ padding: '0 0 0 16px', borderLeft: '3px solid #999', whiteSpace: 'pre-wrap' }}>{quote}</Row>}
      {quote === undefined ? null : <Gap />}
      {items.map(({ name, says, url }, i) => <Row key={`${url} ${i}`} style={{ paddingBottom: '16px' }}><a href={url} style={{ color: 'inherit', fontWeight: 'bold' }}>{name}</a><br />{says}</Row>)}
      {button === undefined ? null : <Row style={{ paddingBottom: '16px' }}><a href={button.url} className="button" style={buttonStyle}>{button.text}</a></Row>}
      {button === undefined ? null : <Row name="soft" style={{ paddingBottom: '24px', color: light.soft, fontSize: '13px', wordBreak: 'break-all' }}><a href={button.url} style={{ color: 'inherit' }}>{button.url}</a></Row>}
    </>
  );
}

interface RowValues {
  readonly style: Readonly<Record<string, string | number>>;
  /** What the dark sheet knows it by. */
  readonly name?: 'head' | 'soft';
  readonly children: ReactNode;
}

function Row({ style, name, children }: RowValues): ReactElement {
  return <tr><td style={style} className={name}>{children}</td></tr>;
}

function Gap(): ReactElement {
  return <Row style={{ height: '20px', lineHeight: '20px' }}>{'\u00a0'}</Row>;
}

const small = { color: light.soft, fontSize: '14px' } as const;

const buttonStyle = {
  display: 'inline-block', padding: '12px 24px', background: light.ink, color: light.paper, textDecoration: 'none', fontFamily: 'Helvetica, Arial, sans-serif', fontSize: '16px',
} as const;
