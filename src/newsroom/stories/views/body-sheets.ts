/** Styles of the body, one sheet per element, so that a page carries those of the elements it has. */
import { sheet } from '../../../design/sheet.tsx';

export const bodySheet = sheet(
  'body',
  `
  .body { font: 1.25rem/1.5 var(--text); hyphens: auto; hyphenate-limit-chars: 8 4 4; overflow-wrap: break-word; text-wrap: pretty }
  .body p + p { margin-top: 1.1em }
  .body > h2 { margin: 2.25rem 0 .6rem; font-size: 1.6rem }
  .body p a, .body li a, .body td a { text-decoration: underline; text-decoration-color: var(--accent) }
  .body p a:hover, .body li a:hover { color: var(--accent) }
  .body strong { font-weight: 680 }
  @media (min-width: 48rem) { .body { font-size: 1.3125rem } .body > h2 { font-size: 1.75rem } }
  @media print { .body { font-size: 11pt } .body h2 { break-after: avoid } .body p { orphans: 3; widows: 3 } .body a[href^=http]::after { content: ' (' attr(href) ')'; font-size: .8em; hyphens: none } }
  `,
);

export const listSheet = sheet(
  'list',
  `
  .body :is(ul, ol) { margin-block: 1.1em; padding-left: 1.35em }
  .body ul { list-style: '– ' }
  .body ol { list-style: decimal }
  .body li + li { margin-top: .45em }
  .body li::marker { color: var(--accent) }
  .body li :is(ul, ol) { margin-block: .45em 0 }
  `,
);

export const quotationSheet = sheet(
  'quotation',
  `
  .quotation { margin-block: 1.75rem; padding-left: 1.35rem; border-left: 3px solid var(--accent) }
  .quotation figcaption { margin-top: .5rem; color: var(--soft); font: .9375rem/1.4 var(--sans) }
  `,
);

export const pullquoteSheet = sheet(
  'pullquote',
  `
  .pullquote { margin-block: 2.5rem; padding-block: 1.25rem 1.4rem; border-block: 1px solid var(--line); border-top: 3px solid var(--accent) }
  .pullquote p { font: 530 clamp(1.6rem, 1.2rem + 1.8vw, 2.15rem)/1.18 var(--display); letter-spacing: -.012em; text-wrap: balance; hyphens: manual }
  .pullquote figcaption { margin-top: .75rem; color: var(--soft); font: .9375rem/1.4 var(--sans) }
  `,
);

export const infoboxSheet = sheet(
  'infobox',
  `
  .infobox { margin-block: 2rem; padding: 1.25rem 1.35rem 1.5rem; background: var(--tint); border-top: 3px solid var(--ink); font: 1rem/1.5 var(--sans); hyphens: manual }
  .infobox h2 { margin-bottom: .6rem; font-size: 1.35rem }
  .infobox p + p { margin-top: .75em }
  @media print { .infobox { border: 1px solid; break-inside: avoid } }
  `,
);

export const dividerSheet = sheet(
  'divider',
  `
  .body hr { margin-block: 2rem; border: 0; text-align: center }
  .body hr::before { content: '* * *'; color: var(--soft); letter-spacing: .3em }
  `,
);
