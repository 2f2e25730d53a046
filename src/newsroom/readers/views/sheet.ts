import { sheet } from '../../../design/sheet.tsx';

/** The pages of an account: one narrow column, quiet, the same on a telephone. */
export const accountSheet = sheet(
  'account',
  `
  .acct { max-width: 36rem; padding-top: clamp(2rem, 8vh, 4.5rem) }
  .acct :focus-visible { outline: 2px solid var(--ink) }
  .acct h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em; overflow-wrap: anywhere }
  .acct-lead { margin: .9rem 0 1.75rem; font: 1.1875rem/1.5 var(--text); overflow-wrap: anywhere }
  .acct h1 + form { margin-top: 1.5rem }
  .acct form { display: grid; justify-items: start; gap: 1.1rem }
  .acct-field { display: grid; gap: .35rem; width: 100% }
  .acct-field label { font-weight: 600 }
  .acct .soft { font-size: .9375rem }
  .acct input:not([type=hidden], [type=checkbox]) { width: 100%; min-height: 3rem; padding: .6rem .75rem; border: 1px solid var(--edge); border-radius: 0; background: var(--paper) }
  .acct input[aria-invalid=true] { border: 2px solid var(--accent); outline-color: var(--accent) }
  .acct-wrong { color: var(--accent); font-weight: 600 }
  .acct-note { margin: 1.25rem 0 1.5rem; padding: .8rem 1rem; border-left: 4px solid var(--edge); background: var(--tint); color: var(--ink); font-weight: 400 }
  .acct-note.acct-wrong { border-color: var(--accent) }
  .acct button, .acct-go { display: inline-block; min-height: 3rem; padding: .75rem 1.5rem; border: 1px solid var(--ink); border-radius: 0; background: var(--ink); color: var(--paper); font-weight: 600; text-align: center; cursor: pointer }
  .acct button.acct-quiet { min-height: 2.75rem; padding: .55rem 1rem; background: none; color: var(--ink) }
  .acct-ways { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.75rem; margin-top: 1.75rem }
  .acct-ways a, .acct-plain { display: inline-block; padding: .6rem 0; text-decoration: underline }
  .acct-waiting { margin-bottom: 1.75rem }
  .acct-waiting blockquote { margin: .75rem 0; padding: .25rem 0 .25rem 1rem; border-left: 4px solid var(--edge); font: 1.0625rem/1.5 var(--text); white-space: pre-line; overflow-wrap: anywhere }
  .acct-waiting a { font: 600 1rem/1.4 var(--sans); text-decoration: underline }
  .acct-choice { display: flex; flex-wrap: wrap; gap: .75rem }
  .acct-small { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line) }
  .acct-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; margin: .75rem 0 2rem }
  .acct-made { margin-bottom: .75rem; font-weight: 600 }
  .acct-rows { border-top: 3px solid var(--ink) }
  .acct-row { border-bottom: 1px solid var(--line) }
  .acct-row > summary { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: 1rem 0; cursor: pointer; list-style: none }
  .acct-row > summary::-webkit-details-marker { display: none }
  .acct-row h2 { font-size: 1.1875rem }
  .acct-row .acct-value { grid-row: 2; color: var(--soft); overflow-wrap: anywhere }
  .acct-row .acct-act { grid-area: 1/2/3; align-self: center; font-weight: 600; text-decoration: underline; text-underline-offset: .2em }
  .acct-row[open] .acct-act { visibility: hidden }
  .acct-body { display: grid; gap: 1.1rem; padding: .25rem 0 1.5rem }
  .acct-list > li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem; padding: .75rem 0; border-top: 1px solid var(--line) }
  .acct fieldset { display: grid; gap: .25rem; min-width: 0; margin: 0; padding: 0; border: 0 }
  .acct legend { padding: 0 0 .5rem }
  .acct [hidden] { display: none }
  .acct-check { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem }
  .acct-check input { flex: none; width: 1.35rem; height: 1.35rem; margin: 0; accent-color: var(--ink) }
  `,
);
