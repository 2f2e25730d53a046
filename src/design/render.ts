/** From an element to the text of a page and the policy that it is served under. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readerPolicy } from '../platform/http/security-headers.ts';

export interface RenderedPage {
  readonly html: string;
  /** Content-Security-Policy: our own pictures and fonts, this page's one style element, nothing else. */
  readonly csp: string;
}

const hoisted = /<style data-precedence="part" data-href="[^"]*">(?<css>.*?)<\/style>/su;

/**
 * The whole document. React has gathered the sheets of all parts into one style element; its hash stands in the policy.
 * The desk may show a preview in a frame, nobody anything else.
 */
export function renderPage(element: ReactElement, framedBy: 'nobody' | 'self' = 'nobody'): RenderedPage {
  const markup = renderToStaticMarkup(element);
  const css = hoisted.exec(markup)?.groups?.['css'] ?? '';
  const html = `<!doctype html>${markup.replace(hoisted, () => `<style>${css}</style>`)}`;
  return { html, csp: readerPolicy({ styles: [css], ownScripts: 'no', framedBy }) };
}
