/** From an element to the text of a page and the policy that it is served under. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readerPolicy } from '../platform/http/security-headers.ts';
import { askedBy } from './script.tsx';

export interface RenderedPage {
  readonly html: string;
  /** Content-Security-Policy: our own pictures and fonts, this page's one style element, and what its parts asked for; nothing else. */
  readonly csp: string;
}

export interface Rendering {
  /** The desk may show a preview in a frame, nobody anything else. */
  readonly framedBy?: 'nobody' | 'self';
  /** The address of a script by its name; a page without scripts needs none. */
  readonly scriptAddress?: (name: string) => string;
}

const hoisted = /<style data-precedence="part" data-href="[^"]*">(?<css>.*?)<\/style>/su;

/**
 * The whole document. React has gathered the sheets of all parts into one style element; its hash stands in the policy.
 * Scripts are gathered likewise, and run when the page has been read.
 */
export function renderPage(element: ReactElement, { framedBy = 'nobody', scriptAddress = noScript }: Rendering = {}): RenderedPage {
  const { html: markup, scripts, allowed } = askedBy(renderToStaticMarkup(element));
  const css = hoisted.exec(markup)?.groups?.['css'] ?? '';
  const loads = scripts.map((name) => `<script type="module" src="${scriptAddress(name)}"></script>`).join('');
  const html = markup.replace(hoisted, () => `<style>${css}</style>`).replace('</head>', () => `${loads}</head>`);
  return { html: `<!doctype html>${html}`, csp: readerPolicy({ styles: [css], ownScripts: scripts.length === 0 ? 'no' : 'yes', allowed, framedBy }) };
}

function noScript(name: string): never {
  throw new Error(`nobody said where the script ${name} is`);
}
