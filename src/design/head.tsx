/** The head of the document: what search engines, other sites and readers' machines learn about a page. */
import type { ReactElement } from 'react';
import { preloadedFont } from './fonts.ts';
import { dark, light } from './tokens.ts';

export interface HeadValues {
  /** The whole title of the document. */
  readonly title: string;
  readonly description: string;
  /** Absolute; null where the page has no address that lasts. */
  readonly canonical: string | null;
  /** `noindex` and its like; null: all may be indexed. */
  readonly robots: string | null;
  /** The page in other languages, itself included, absolute. */
  readonly alternates: readonly { readonly language: string; readonly url: string }[];
  /** Open Graph and its like: property to content, in order. */
  readonly social: readonly (readonly [property: string, content: string])[];
  readonly feeds: readonly { readonly title: string; readonly url: string }[];
  /** Schema.org objects. */
  readonly facts: readonly unknown[];
}

export function Head(values: HeadValues): ReactElement {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{values.title}</title>
      {values.description === '' ? null : <meta name="description" content={values.description} />}
      <meta name="theme-color" content={light.paper} media="(prefers-color-scheme:light)" />
      <meta name="theme-color" content={dark.paper} media="(prefers-color-scheme:dark)" />
      {values.robots === null ? <meta name="robots" content="max-image-preview:large" /> : <meta name="robots" content={values.robots} />}
      <link rel="preload" href={preloadedFont} as="font" type="font/woff2" crossOrigin="" />
      {values.canonical === null ? null : <link rel="canonical" href={values.canonical} />}
      {values.alternates.map(({ language, url }) => (
        <link key={language} rel="alternate" hrefLang={language} href={url} />
      ))}
      {values.feeds.map(({ title, url }) => (
        <link key={url} rel="alternate" type="application/rss+xml" title={title} href={url} />
      ))}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      {values.social.map(([property, content], i) => (
        <meta key={i} property={property} content={content} />
      ))}
      {values.facts.map((fact, i) => (
        <script key={i} type="application/ld+json" dangerouslySetInnerHTML={{ __html: inert(fact) }} />
      ))}
    </head>
  );
}

/** JSON that cannot end its script element, whatever a headline says. */
function inert(fact: unknown): string {
  return JSON.stringify(fact).replaceAll('<', String.raw`\u003c`).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);
}
