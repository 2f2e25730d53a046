/** The foot of a page: pages written in the desk, feeds, who publishes. */
import type { ReactElement } from 'react';
import { sheet, Style } from './sheet.tsx';

export interface FooterValues {
  readonly name: string;
  readonly tagline: string;
  /** Of the tagline, where the page speaks another. */
  readonly language: string | undefined;
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Publisher's name and seat; empty lines are left out. */
  readonly publisher: readonly string[];
  readonly contact: string | null;
  readonly words: { readonly footer: string; readonly top: string };
}

export function Footer({ name, tagline, language, links, publisher, contact, words }: FooterValues): ReactElement {
  const lines = publisher.filter((line) => line !== '');
  return (
    <footer className="foot">
      <Style of={footerSheet} />
      <div className="wrap">
        <p className="foot-name">{name}</p>
        {tagline === '' ? null : <p className="soft" lang={language}>{tagline}</p>}
        <nav className="screen" aria-label={words.footer}>
          <ul>
            {links.map(({ name: text, url }) => (
              <li key={url}>
                <a href={url}>{text}</a>
              </li>
            ))}
            <li>
              <a href="#top">{words.top}</a>
            </li>
          </ul>
        </nav>
        {lines.length === 0 && contact === null ? null : (
          <p className="soft foot-publisher">
            {lines.join(', ')}
            {contact === null ? null : (
              <>
                {lines.length === 0 ? null : ' · '}
                <a href={`mailto:${contact}`}>{contact}</a>
              </>
            )}
          </p>
        )}
      </div>
    </footer>
  );
}

const footerSheet = sheet(
  'footer',
  `
  .foot { margin-top: 4rem; padding: 2rem 0 3rem; border-top: 3px double var(--ink); font-size: .875rem }
  .foot-name { font: 530 1.5rem/1.2 var(--display) }
  .foot ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 1rem 0 }
  .foot li a { display: block; padding: .5rem 0; font-weight: 600 }
  .foot-publisher a { text-decoration-line: underline }
  @media print { .foot { margin-top: 1.5rem; padding: .5rem 0 } }
  `,
);
