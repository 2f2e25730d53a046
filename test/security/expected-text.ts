/** The text of foreign HTML that a reader would have seen, read without the program: what a story may not lose. */
import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** What is in these is the text of no story: programs, forms, drawings, films, what stands in for them. */
const noText = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'form', 'input', 'button', 'select', 'textarea', 'video', 'audio', 'canvas', 'map', 'applet', 'frame', 'frameset', 'noframes', 'xmp', 'plaintext', 'title', 'head']);

/** Each run of text in its order. */
export function visibleText(html: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if (defaultTreeAdapter.isTextNode(node)) found.push(node.value);
    if (defaultTreeAdapter.isElementNode(node) && noText.has(node.tagName)) return;
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html.replaceAll('\0', '')));
  return found;
}
