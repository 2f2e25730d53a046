import { sheet } from '../../../design/sheet.tsx';

/**
 * Where scripts may run the strip is there at once, so that nothing moves when ours arrives. All pictures stand in a
 * frame of one shape: the text below stays where it is. The large view is dark in both schemes, as a room for pictures.
 */
export const gallerySheet = sheet(
  'gallery',
  `
  .gallery { margin: 2.5rem -1rem; font: 1rem/1.4 var(--sans); hyphens: manual }
  .gallery > * { padding-inline: 1rem }
  .gallery header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding-block: .6rem .75rem; border-top: 3px solid var(--ink) }
  .gallery h2 { flex: 1 1 16rem; font-size: 1.6rem }
  .gallery header + p { margin-bottom: 1rem; max-width: 42rem }
  .gallery header p:not([hidden]) { display: flex; gap: .5rem }
  .gallery button { min-width: 2.75rem; height: 2.75rem; padding: 0 .9rem; border: 1px solid var(--edge); border-radius: 2rem; background: none; font-size: .875rem; white-space: nowrap; cursor: pointer }
  .gallery button:hover { background: var(--tint) }
  .gallery button:not([data-close])::before { content: ''; display: block; width: .5rem; aspect-ratio: 1; margin-left: .12rem; border: solid; border-width: 0 0 2px 2px; rotate: 45deg }
  .gallery button + button:not([data-close])::before { margin-left: -.12rem; rotate: 225deg }
  .gallery button[aria-disabled=true] { opacity: .35; cursor: default }
  .gallery .strip { display: flex; padding: 0; overflow-x: auto; scroll-snap-type: x mandatory; scrollbar-width: none }
  .strip figure { flex: 0 0 100%; min-width: 0; scroll-margin-top: 8rem; scroll-snap-align: start; scroll-snap-stop: always }
  .strip img { aspect-ratio: 3/2; max-height: 80vh; object-fit: contain; cursor: zoom-in }
  .strip figcaption { max-width: 44rem; padding: .7rem 1rem 0; color: var(--soft); font-size: .9375rem; text-wrap: pretty }
  .strip b { margin-right: .5em; color: var(--ink) }
  .strip small { font-size: .8125rem }
  .large { width: 100%; max-width: none; height: 100%; max-height: none; padding: 0; border: 0; background: #131210; --tint: #2a2722; --ink: #ece7dc; --soft: #b5ad9d; --edge: #857d6f; --accent: #ece7dc; color: var(--ink) }
  .large .gallery { display: flex; flex-flow: column; height: 100%; margin: 0 }
  .large header { border: 0 }
  .large h2 { flex: 1; align-self: center; font-size: 1.125rem }
  .large header + p { display: none }
  .large .strip { flex: 1; min-height: 0; outline-offset: -3px }
  .large figure { display: flex; flex-flow: column }
  .large picture { display: block; flex: 1; min-height: 0 }
  .large img { height: 100%; max-height: none; aspect-ratio: auto; background: none; cursor: auto }
  .large figcaption { width: 100%; max-height: 40%; margin-inline: auto; padding-bottom: 1rem; overflow-y: auto }
  html:has(.large) { overflow: hidden; scrollbar-gutter: auto }
  @media (min-width: 48rem) { .gallery { margin-inline: max(-10rem, 50% - 50vw + 2rem) } .gallery > *, .strip figcaption { padding-inline: 0 } .large .gallery > header { padding-inline: 1.5rem } }
  @media (max-height: 30rem) { .large figure { flex-flow: row } .large figcaption { width: 16rem; max-height: none } }
  @media (prefers-reduced-motion: no-preference) { .strip { scroll-behavior: smooth } }
  @media (scripting: none), print { .gallery button { display: none } .gallery .strip { display: block } .strip figure + figure { margin-top: 2rem } .strip img { aspect-ratio: auto; max-height: none; cursor: auto } }
  @media print { .gallery .strip { columns: 2; gap: 6mm } .strip figure { break-inside: avoid } .strip img { max-height: 9cm } }
  `,
);
