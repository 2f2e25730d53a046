/** Styles of teasers, one sheet per kind. */
import type { Sheet } from '../../../design/sheet.tsx';
import { sheet } from '../../../design/sheet.tsx';
import type { TeaserKind } from './teaser.tsx';

export const teaserSheet = sheet(
  'teaser',
  `
  .tz { position: relative }
  .tz a::after { content: ''; position: absolute; inset: 0 }
  .tz a:focus-visible { outline: 0 }
  .tz:has(a:focus-visible) { outline: 3px solid var(--accent); outline-offset: 4px }
  .tz :is(h2, h3) { font-size: 1.25rem }
  .tz-picture { overflow: hidden; margin-bottom: .75rem; aspect-ratio: 3/2; background: var(--tint) }
  .tz-picture img { height: 100%; object-fit: cover }
  .tz-kicker { margin-bottom: .3rem; color: var(--accent); font: 600 .8125rem/1.3 var(--sans) }
  .tz-kicker b { margin-right: .2em; color: var(--ink) }
  .tz-deck { margin-top: .5rem; color: var(--soft); font: 1.0625rem/1.42 var(--text); text-wrap: pretty }
  .tz-by { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin-top: .55rem; color: var(--soft); font-size: .8125rem }
  `,
);

export const teaserSheets: Readonly<Partial<Record<TeaserKind, Sheet>>> = {
  lead: sheet(
    'teaser-lead',
    `
    .tz-lead .tz-deck { font-size: 1.1875rem }
    .tz-lead :is(h2, h3) { font-size: clamp(2rem, 1.35rem + 2.9vw, 3.5rem); line-height: 1.04; letter-spacing: -.022em }
    .tz-lead .tz-kicker { margin-bottom: .45rem; font-size: .9375rem }
    `,
  ),
  big: sheet('teaser-big', '.tz-big :is(h2, h3) { font-size: clamp(1.6rem, 1.3rem + 1.2vw, 2.1rem); line-height: 1.08 }'),
  row: sheet(
    'teaser-row',
    `
    .tz-row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 0 1.5rem; padding-block: 1.25rem }
    .tz-row.tz-bare { display: block }
    .tz-row .tz-picture { margin: 0; align-self: start }
    .tz-row :is(h2, h3) { font-size: clamp(1.2rem, 1rem + .9vw, 1.6rem) }
    @media (max-width: 47.99rem) { .tz-row { grid-template-columns: 34% minmax(0, 1fr); gap: 0 1rem } .tz-row .tz-deck { display: none } .tz-row.tz-bare .tz-deck { display: block } }
    `,
  ),
  line: sheet(
    'teaser-line',
    `
    .tz-line { padding-block: .7rem }
    .tz-line .tz-words { display: grid; grid-template-columns: 4.25rem 1fr; align-items: baseline }
    .tz-line time { color: var(--accent); font-size: .8125rem; font-weight: 600; font-variant-numeric: tabular-nums }
    .tz-line :is(h2, h3) { font: 500 .9375rem/1.35 var(--sans); letter-spacing: 0; text-wrap: pretty }
    .tz-line b { font-weight: 600 }
    `,
  ),
};

export const opinionTeaserSheet = sheet(
  'teaser-opinion',
  `
  .tz-opinion { display: flex; flex-direction: row-reverse; justify-content: space-between; gap: 1rem }
  .tz-opinion .tz-words { flex: 1 }
  .tz-opinion .tz-picture { flex: none; width: 5rem; aspect-ratio: 1; margin: 0; border-radius: 50% }
  .tz-opinion .tz-picture img { object-position: 50% 20% }
  .tz-opinion .tz-kicker b { display: none }
  .tz-opinion .tz-by { color: var(--ink); font-weight: 600 }
  `,
);

export const paidTeaserSheet = sheet(
  'teaser-paid',
  `
  .tz-paid { padding: 1rem; background: var(--tint); border: 1px solid var(--edge) }
  .tz-paid :is(h2, h3) { font-family: var(--sans); font-weight: 600; letter-spacing: 0 }
  .tz-paid .tz-kicker b { padding: .1rem .4rem; background: var(--ink); color: var(--paper) }
  `,
);
