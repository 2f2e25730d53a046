/** The whole document around a page's own part: head, banners, masthead, foot. */
import type { ReactElement, ReactNode } from 'react';
import { base } from './base.ts';
import { Footer } from './footer.tsx';
import type { FooterValues } from './footer.tsx';
import { Head } from './head.tsx';
import type { HeadValues } from './head.tsx';
import { Masthead } from './masthead.tsx';
import type { MastheadValues } from './masthead.tsx';
import { sheet, Style } from './sheet.tsx';
import { tokens } from './tokens.ts';

export interface PageValues {
  /** BCP 47 tag of the page. */
  readonly language: string;
  /** The publication's accent colour as `#rrggbb`. */
  readonly accent: string;
  readonly head: HeadValues;
  readonly masthead: MastheadValues;
  readonly footer: FooterValues;
  /** Lines above everything: the newsroom is a sample, the clock was moved, this is a preview. */
  readonly banners: readonly string[];
  readonly words: { readonly skip: string };
  readonly children: ReactNode;
}

export function Page({ language, accent, head, masthead, footer, banners, words, children }: PageValues): ReactElement {
  return (
    <html lang={language}>
      <Head {...head} />
      <body id="top">
        <Style of={{ name: 'tokens', css: tokens(accent) }} />
        <Style of={base} />
        <a className="away skip" href="#main">
          {words.skip}
        </a>
        <header>
          {banners.map((line) => (
            <p key={line} className="banner">
              <Style of={bannerSheet} />
              {line}
            </p>
          ))}
          <Masthead {...masthead} />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer {...footer} />
      </body>
    </html>
  );
}

const bannerSheet = sheet('banner', '.banner { padding: .5rem 1rem; background: var(--ink); color: var(--paper); font-size: .8125rem; text-align: center }');
