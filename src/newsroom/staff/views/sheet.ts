import { sheet } from '../../../design/sheet.tsx';

/** The door of the newsroom: one narrow column, quiet, the same on a telephone. */
export const doorSheet = sheet(
  'door',
  `
  .door { display: grid; align-content: start; justify-items: center; min-height: 100vh; padding: clamp(1.5rem, 9vh, 6rem) 1.25rem 3rem }
  .door main { width: min(100%, 25rem) }
  .door.wide main { width: min(100%, 38rem) }
  .door .mark { width: 3rem; height: 3rem; margin-bottom: 1.5rem; border-radius: .5rem }
  .door h1 { font-size: clamp(1.9rem, 1.5rem + 2vw, 2.4rem); margin-bottom: .6rem }
  .door .lead { font: 400 1.0625rem/1.5 var(--text); color: var(--soft); margin-bottom: 1.75rem; overflow-wrap: anywhere }
  .door p + p { margin-top: .75rem }
  .door form { display: grid; gap: 1.1rem }
  .door .field { display: grid; gap: .35rem }
  .door label { font-weight: 600; font-size: .9375rem }
  .door .hint { font-size: .875rem; color: var(--soft) }
  .door input:not([type=hidden]), .door select { width: 100%; min-height: 3rem; padding: .6rem .75rem; border: 1px solid var(--edge); border-radius: .25rem; background: var(--paper) }
  .door :focus-visible { outline-color: var(--ink); outline-width: 2px }
  .door input[aria-invalid=true] { border: 2px solid var(--accent); outline-color: var(--accent) }
  .door .code { font-variant-numeric: tabular-nums; letter-spacing: .12em }
  .door .wrong { font-size: .9375rem; font-weight: 600; color: var(--accent) }
  .door .wrong.whole, .door .note { padding: .8rem 1rem; margin-bottom: 1.5rem; border-left: 4px solid var(--accent); background: var(--tint); font-weight: 400; color: var(--ink); line-height: 1.45 }
  .door .note { border-color: var(--edge) }
  .door button, .door .button { display: inline-block; min-height: 3rem; padding: .7rem 1.4rem; border: 1px solid var(--ink); border-radius: .25rem; background: var(--ink); color: var(--paper); font-weight: 600; text-align: center; cursor: pointer }
  .door button:hover, .door .button:hover { background: color-mix(in srgb, var(--ink) 82%, var(--paper)); text-decoration: none }
  .door button.second { background: transparent; color: var(--ink) }
  .door button.second:hover { background: var(--tint) }
  .door button.small { min-height: 2.5rem; padding: .4rem .9rem; font-size: .9375rem }
  .door .or { display: flex; align-items: center; gap: .9rem; font-size: .875rem; color: var(--soft) }
  .door .or::before, .door .or::after { content: ''; flex: 1; border-top: 1px solid var(--line) }
  .door .back { display: inline-block; padding: .6rem 0; margin-top: 1rem; text-decoration: underline }
  .door section { padding: 1.75rem 0; border-top: 1px solid var(--line) }
  .door section h2 { font-size: 1.35rem; margin-bottom: .6rem }
  .door section > p { margin-bottom: 1rem }
  .door .row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; justify-content: space-between }
  .door .rows > li { padding: .8rem 0; border-top: 1px solid var(--line) }
  .door .rows { margin-bottom: 1rem }
  .door .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem }
  .door .qr { width: 12.5rem; height: 12.5rem; margin: 0 0 1rem; background: #fff; border-radius: .25rem; display: block }
  .door .key { font-size: .9375rem; overflow-wrap: anywhere; margin-bottom: 1rem }
  .door code, .door .codes { font-family: ui-monospace, "Liberation Mono", Menlo, monospace }
  .door .codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .5rem 1.5rem; margin-bottom: 1.75rem; padding: 1.25rem; border: 1px solid var(--line); font-size: 1.0625rem }
  `,
);
