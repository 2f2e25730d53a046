/** Hostile HTML on its whole way: read into the grammar, checked, rendered, and read again as a browser would. */
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { reading } from '../src/newsroom/site/testing.ts';
import { isSafeHref, readDocument } from '../src/newsroom/stories/grammar.ts';
import { documentFromHtml } from '../src/newsroom/stories/html.ts';
import { plainText } from '../src/newsroom/stories/text.ts';
import { Body } from '../src/newsroom/stories/views/body.tsx';
import { isRefused } from '../src/platform/result.ts';

// What our own views of the grammar write, and nothing else.
const elements = new Set(['div', 'p', 'h2', 'ul', 'ol', 'li', 'figure', 'figcaption', 'blockquote', 'footer', 'cite', 'aside', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'em', 'strong', 'span', 'br']);
const attributes = new Set(['class', 'href', 'rel', 'role', 'tabindex', 'aria-label', 'scope', 'colspan', 'rowspan', 'lang']);

export interface Passage {
  readonly text: string;
  /** What must never be there; empty when all is well. */
  readonly wrong: readonly string[];
}

/** What becomes of a piece of HTML. */
export function passage(html: string): Passage {
  const { document } = documentFromHtml(html);
  const checked = readDocument(document);
  if (isRefused(checked)) return { text: '', wrong: [`the grammar refuses what was read: ${JSON.stringify(checked.detail)}`] };
  const page = renderToStaticMarkup(<Body body={checked} pictures={new Map()} reading={reading} />);
  return { text: plainText(checked), wrong: [...foreign(parseFragment(page.replaceAll(/<style[^>]*>[^<]*<\/style>/gu, '')).childNodes)] };
}

function* foreign(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Generator<string> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    if (!elements.has(node.tagName)) yield `<${node.tagName}>`;
    for (const { name, value } of node.attrs) {
      if (!attributes.has(name)) yield `${node.tagName} ${name}`;
      if (name === 'href' && !isSafeHref(value)) yield `href ${value}`;
    }
    yield* foreign(node.childNodes);
  }
}
