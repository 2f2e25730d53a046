/** What a part asks of its page beside HTML and styles: a script, or a place from which something may be loaded. */
import type { ReactElement } from 'react';

/** The page loads `<name>.client.ts`, once however many parts say so, after it has been read to its end. */
export function Script({ of }: { readonly of: string }): ReactElement {
  return <script type="module" src={`${scheme}${of}`} />;
}

export type AllowedDirective = 'media-src' | 'frame-src';

/** The page's policy names this source too: `'self'`, or the origin of somebody else whom the reader may call. */
export function Allow({ directive, source }: { readonly directive: AllowedDirective; readonly source: string }): ReactElement {
  if (source !== `'self'` && !/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(source)) throw new RangeError(`no source of a policy: ${source}`);
  return <meta name="allow" content={`${directive} ${source}`} />;
}

const scheme = 'script:';
const script = /<script type="module" src="script:([a-z-]+)"><\/script>/gu;
const allowance = /<meta name="allow" content="([a-z-]+) ([^"]+)"\/>/gu;

export interface Asked {
  /** The HTML without what was asked. */
  readonly html: string;
  /** Names of scripts, each once. */
  readonly scripts: readonly string[];
  /** Directive to sources, each once. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

/** Takes out of a page's HTML what its parts ask of the page. */
export function askedBy(html: string): Asked {
  const scripts = new Set<string>();
  const allowed = new Map<string, Set<string>>();
  const rest = html
    .replace(script, (_, name: string) => (scripts.add(name), ''))
    .replace(allowance, (_, directive: string, source: string) => {
      allowed.set(directive, (allowed.get(directive) ?? new Set()).add(source.replaceAll('&#x27;', `'`)));
      return '';
    });
  return { html: rest, scripts: [...scripts], allowed: Object.fromEntries([...allowed].map(([directive, sources]) => [directive, [...sources]])) };
}
