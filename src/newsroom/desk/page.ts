/** The one page of HTML that the journalists' app starts from, and the one that waits for it. Values in, HTML out. */
import { fontFaces } from '../../design/fonts.ts';

export interface DeskPage {
  readonly nonce: string;
  readonly language: string;
  /** Address of the first script and of its style sheets and further scripts, below /desk/. */
  readonly entry: DeskEntryFiles;
}

export interface DeskEntryFiles {
  readonly script: string;
  readonly styles: readonly string[];
  readonly preload: readonly string[];
}

// Before anything is painted: the scheme that was chosen here, else the system's.
const schemeScript =
  'try{var s=localStorage.getItem("mantine-color-scheme-value");' +
  'document.documentElement.dataset.mantineColorScheme=s==="light"||s==="dark"?s:matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light"}catch(e){}';

export function deskPage({ nonce, language, entry }: DeskPage): string {
  const styles = entry.styles.map((file) => `<link rel="stylesheet" href="/desk/${file}">`).join('');
  const preload = entry.preload.map((file) => `<link rel="modulepreload" href="/desk/${file}">`).join('');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Broadsheet</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content">' +
    `<meta name="robots" content="noindex"><meta name="referrer" content="same-origin"><meta property="csp-nonce" nonce="${nonce}">` +
    `<script nonce="${nonce}">${schemeScript}</script><style nonce="${nonce}">${fontFaces()}</style>` +
    `${styles}${preload}<script type="module" nonce="${nonce}" src="/desk/${entry.script}"></script>` +
    '</head><body><div id="desk"></div><noscript>JavaScript</noscript></body></html>'
  );
}

export interface PreparingPage {
  readonly nonce: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** Where the build failed: what it said. Such a page does not reload itself. */
  readonly failure?: string;
}

/** Reloads itself every second until the app is there; without script too. */
export function preparingPage({ nonce, language, title, text, failure }: PreparingPage): string {
  const again = failure === undefined ? '<meta http-equiv="refresh" content="1">' : '';
  const said = failure === undefined ? '' : `<pre>${escape(failure)}</pre>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title>${again}` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">' +
    `<style nonce="${nonce}">:root{color-scheme:light dark}body{display:grid;place-content:center;min-height:90vh;margin:0 1.5rem;font:1.0625rem/1.5 system-ui,sans-serif}h1{font:500 1.75rem/1.2 Georgia,serif;margin:0}pre{white-space:pre-wrap;max-width:80ch}</style>` +
    `</head><body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${said}</main></body></html>`
  );
}

const escape = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
