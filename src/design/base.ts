/** What every page stands on: the reset, the voices of the type, the measure, focus, print. */
import { fontFaces } from './fonts.ts';
import { sheet } from './sheet.tsx';

const faces = fontFaces();

export const base = sheet(
  'base',
  `
  ${faces}
  *, ::before, ::after { box-sizing: border-box }
  html { background: var(--paper); color: var(--ink); font: 100%/1.4 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scrollbar-gutter: stable }
  body, h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote, table { margin: 0; padding: 0 }
  ul, ol { list-style: none }
  h1, h2, h3 { font: 530 1rem/1.12 var(--display); letter-spacing: -.012em; text-wrap: balance; overflow-wrap: break-word; hyphens: manual }
  img { display: block; width: 100%; height: auto; background: var(--tint) }
  a { color: inherit; text-decoration: none; text-underline-offset: .18em; text-decoration-thickness: 1px }
  a:hover { text-decoration-line: underline }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  :target { scroll-margin-top: 1rem }
  button, input, select, textarea { font: inherit; color: inherit }
  .wrap { width: min(100% - 2rem, 78rem); margin-inline: auto }
  .soft { color: var(--soft) }
  .away:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .skip:focus { position: absolute; z-index: 9; top: .5rem; left: .5rem; padding: .75rem 1rem; background: var(--ink); color: var(--paper) }
  @media (min-width: 48rem) { .wrap { width: min(100% - 4rem, 78rem) } }
  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
  @media print { :root { --paper: #fff; --tint: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000 } html { font-size: 10.5pt } .screen { display: none !important } .wrap { width: 100% } @page { margin: 18mm 16mm } }
  `,
);
