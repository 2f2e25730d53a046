/** The styles of a discussion: letters to the editor, set as a newspaper sets them. */
import { sheet } from '../../../design/sheet.tsx';

export const discussionSheet = sheet(
  'discussion',
  `
  .cms { padding-top: .9rem; border-top: 3px solid var(--ink) }
  .cms h2 { font-size: 1.6rem }
  .cms-until { margin-top: .4rem; color: var(--soft); font-size: .9375rem; line-height: 1.5 }
  .cms-until b { color: var(--ink) }
  .cms-list { margin-top: 1.5rem }
  .cms-list li + li { border-top: 1px solid var(--line) }
  .cms-list ol { margin-left: 1.25rem; padding-left: 1.25rem; border-left: 1px solid var(--edge) }
  .cm { padding: 1rem 0; overflow: clip }
  .cm-by { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; color: var(--soft); font-size: .875rem }
  .cm-by b { color: var(--accent) }
  .cm-name { color: var(--ink); font-size: .9375rem; font-weight: 600; overflow-wrap: anywhere }
  .cm-mark { flex-basis: 100%; color: var(--accent); font-weight: 600 }
  .cm-text { margin-top: .3rem; font: 1.0625rem/1.5 var(--text); overflow-wrap: anywhere }
  .cm-text p + p { margin-top: .7rem }
  .cm-text a { text-decoration: underline }
  .cm-gone { color: var(--soft); font-style: italic }
  .cm-do { display: flex; gap: 1.25rem; margin-top: .35rem; color: var(--soft); font-size: .875rem }
  .cm-do > a, .cm-do button { padding: .35rem 0; border: 0; background: none; font-weight: 600; cursor: pointer }
  .cm-do button:hover { text-decoration: underline }
  .cms :focus-visible { outline-color: var(--ink) }
  .cms-go { display: inline-block; padding: .7rem 1.25rem; border: 1px solid var(--ink); font-weight: 600 }
  .cms-go:hover { background: var(--ink); color: var(--paper); text-decoration: none }
  .cms-more, .cms-all { padding-block: .75rem; font-size: .9375rem }
  .cms-more a, .cms-all a { font-weight: 600; text-decoration: underline; text-decoration-color: var(--accent) }
  :target.cm { box-shadow: -1rem 0 var(--paper), -1.2rem 0 var(--accent) }
  @media (max-width: 30rem) { .cms-list ol { margin-left: 0; padding-left: .9rem } }
  `,
);

export const formSheet = sheet(
  'discussion-form',
  `
  .cms-write { display: grid; gap: .5rem; margin-top: 1.25rem }
  .cms-write label { font-weight: 600 }
  .cms-write :is(textarea, input:not([type])), .cms-write input[type=email] { width: 100%; padding: .65rem .75rem; border: 1px solid var(--edge); background: var(--paper); font: 1.0625rem/1.5 var(--text) }
  .cms-write textarea { resize: vertical; field-sizing: content; min-height: 5.5rem; max-height: 70vh }
  .cms-send { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center }
  .cms-send a { text-decoration: underline }
  .cms-write button { justify-self: start; padding: .7rem 1.25rem; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); font-weight: 600; cursor: pointer }
  `,
);

export const pagesSheet = sheet(
  'discussion-page',
  `
  .cms-page { max-width: 42rem; padding-top: 1.5rem; border: 0 }
  .cms-page h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em }
  .cms-story { margin-bottom: 1rem; color: var(--soft) }
  .cms-story a { color: var(--ink); font-weight: 600; text-decoration: underline; text-decoration-color: var(--accent) }
  .cms-sort { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: 1rem; border-block: 1px solid var(--line); font-size: .9375rem }
  .cms-sort a { padding: .6rem 0; color: var(--soft) }
  .cms-sort [aria-current] { box-shadow: inset 0 -2px var(--accent); color: var(--ink); font-weight: 600 }
  .cms-pages { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 1.5rem }
  `,
);

export const ownSheet = sheet(
  'discussion-own',
  `
  .cms-own { max-width: 42rem; padding-top: 1.5rem; border: 0 }
  .cms-own h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em }
  .cms-story { margin-bottom: 1rem; color: var(--soft) }
  .cms-story a { color: var(--ink); font-weight: 600; text-decoration: underline; text-decoration-color: var(--accent) }
  .cms-wrong, .cms-note { margin-top: 1rem; padding: .8rem 1rem; border-left: 3px solid var(--ink); background: var(--tint); line-height: 1.5 }
  .cms-wrong { border-color: var(--accent); font-weight: 600 }
  .cms-note a { font-weight: 600; text-decoration: underline }
  .cms-reason { margin-top: .75rem; font: 1.0625rem/1.5 var(--text) }
  .cms-quoted { margin-top: 1rem; padding: .25rem 0 .25rem 1rem; border-left: 1px solid var(--edge) }
  .cms-quoted .cm-text { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 6 }
  .cms-who { display: grid; gap: .5rem; margin: .75rem 0; padding: 0; border: 0 }
  .cms-who legend { padding: 0 0 .5rem; font-weight: 600 }
  .cms-who a { text-decoration: underline }
  .cms-change { border-top: 1px solid var(--line) }
  .cms-change summary { padding: .75rem 0; font-weight: 600; cursor: pointer }
  .cms-change form { margin: 0 0 1.25rem }
  .cms-own .cms-write p a { text-decoration: underline }
  .cms-own .soft { font-size: .875rem }
  `,
);

export const rulesSheet = sheet(
  'discussion-rules',
  `
  .cms-rules { max-width: 42rem; padding-block: 1.5rem 3rem; border: 0 }
  .cms-rules h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em }
  .cms-rules h2 { margin-top: 2rem; font-size: 1.375rem }
  .cms-rules :is(p, li) { margin-top: .6rem; font: 1.0625rem/1.5 var(--text) }
  .cms-rules li { padding-left: 1rem; border-left: 3px solid var(--line) }
  .cms-rules a { text-decoration: underline }
  `,
);
