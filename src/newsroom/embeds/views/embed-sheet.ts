import { sheet } from '../../../design/sheet.tsx';

/** Without a poster its words and its button share one place, which is as tall as the frame will be; the frame then has it alone. */
export const embedSheet = sheet(
  'embed',
  `
  .embed { margin-block: 2.25rem; border-top: 3px solid var(--ink); font: .875rem/1.4 var(--sans) }
  .embed-stage { position: relative; display: grid; place-items: center; overflow: hidden; max-height: 90vh; background: var(--tint) }
  .embed-stage > * { grid-area: 1/1 }
  .embed-stage .picture, .embed-stage img, .embed-stage iframe { width: 100%; height: 100%; border: 0; object-fit: cover }
  .embed-stage .picture { position: absolute; inset: 0 }
  .embed-stage button { position: relative; padding: .8rem 1.2rem; border: 0; background: var(--ink); color: var(--paper); font-weight: 600; cursor: pointer }
  .embed-stage button:hover { background: var(--accent) }
  .embed figcaption { padding-top: .6rem; color: var(--soft); hyphens: manual; text-wrap: pretty }
  .embed b { display: block; margin-bottom: .15rem; color: var(--accent); font-weight: 650; font-size: .8125rem }
  .embed strong { display: block; margin-bottom: .2rem; color: var(--ink); font: 530 1.3rem/1.2 var(--display); letter-spacing: -.01em; text-wrap: balance }
  .embed-agree { display: block; margin-top: .35rem }
  .embed label:not([hidden]) { display: flex; gap: .5rem; align-items: center; width: fit-content; min-height: 2rem; margin-top: .2rem; color: var(--ink); cursor: pointer }
  .embed input { flex: none; width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent) }
  .embed-link { padding-bottom: .9rem; border-bottom: 1px solid var(--line) }
  .embed-card { display: grid; grid-template-columns: minmax(0, 1fr) }
  .embed-card figcaption { order: 1 }
  .embed-card:has(button) { overflow: hidden; background: var(--tint) }
  .embed-card:has(button) > *, .embed-card:has(button)::after { grid-area: 1/1 }
  .embed-card:has(button) figcaption { z-index: 1; padding: 1.1rem 1.25rem 5.5rem }
  .embed-card:has(button) strong { margin-block: .4rem; font-size: clamp(1.5rem, 5vw, 2.1rem) }
  .embed-card:has(button) .embed-stage { z-index: 2; align-self: end; place-items: end start; background: none; pointer-events: none }
  .embed-card:has(button)::after { content: attr(data-house) / ''; place-self: end; margin: 0 -.04em -.24em; color: var(--line); font: 530 clamp(5rem, 17vw, 9rem)/1 var(--display); white-space: nowrap; opacity: .6 }
  .embed-card button { margin: 1.25rem; pointer-events: auto }
  @media (scripting: none) { .embed-card .embed-stage { display: none } .embed-card:has(button) figcaption { padding-bottom: 1.1rem } }
  @media print { .embed-stage, .embed-agree, .embed-card::after { display: none } .embed-card:has(button) figcaption { padding: .6rem 0 0 } }
  `,
);
