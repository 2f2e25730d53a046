import { sheet } from '../../../design/sheet.tsx';

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
  .embed label { display: inline-block; min-height: 1.75rem; padding-top: .3rem; color: var(--ink); cursor: pointer }
  .embed-link { padding-bottom: .9rem; border-bottom: 1px solid var(--line) }
  @media print { .embed-stage, .embed-agree { display: none } }
  `,
);
