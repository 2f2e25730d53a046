/** A part's styles travel with the part: React gathers the sheets of a page, each once, and puts them into its head. */
import type { ReactElement } from 'react';

export interface Sheet {
  readonly name: string;
  readonly css: string;
}

const named = new Map<string, Sheet>();

/** Every sheet of the parts that were loaded: what the budget is held against. */
export const sheets: ReadonlyMap<string, Sheet> = named;

/** Styles as text, without the white space that only people need. Throws where two parts take one name. */
export function sheet(name: string, css: string): Sheet {
  if (named.has(name)) throw new Error(`two sheets are called ${name}`);
  const made = { name, css: tighten(css) };
  named.set(name, made);
  return made;
}

/** Says that the page needs this sheet. */
export function Style({ of }: { readonly of: Sheet }): ReactElement {
  return (
    <style href={of.name} precedence="part">
      {of.css}
    </style>
  );
}

function tighten(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([{};,>]) ?/gu, '$1')
    .replace(/: /gu, ':')
    .replace(/;\}/gu, '}')
    .trim();
}
