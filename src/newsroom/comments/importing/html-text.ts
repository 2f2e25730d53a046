/** HTML of another system's comments as plain text: paragraphs and lines stay, links keep their address. Pure. */
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { lines } from '../../../platform/text/plain.ts';

const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head']);
const blocks = new Set(['p', 'div', 'blockquote', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']);
const rows = new Set(['li', 'tr', 'br']);
// Deeper than anybody writes: below it, elements are passed over, so that a hostile tree cannot exhaust the stack.
const greatestDepth = 200;

/** Never throws. A picture leaves its alternative text. */
export function textOfHtml(html: string): string {
  return lines(within(parseFragment(html.replaceAll('\0', '')).childNodes, 0));
}

function within(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): string {
  return nodes.map((node) => textOf(node, depth)).join('');
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode, depth: number): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node) || silent.has(node.tagName) || depth > greatestDepth) return '';
  if (node.tagName === 'img') return attribute(node, 'alt');
  const inside = within(node.childNodes, depth + 1);
  if (node.tagName === 'a') return linked(inside, attribute(node, 'href'));
  if (rows.has(node.tagName)) return node.tagName === 'br' ? '\n' : `${inside}\n`;
  return blocks.has(node.tagName) ? `\n\n${inside}\n\n` : inside;
}

/** Systems shorten the addresses that they show («example.org/a-long…»): the whole one is worth more than its beginning. */
function linked(shown: string, href: string): string {
  if (!/^https?:\/\//iu.test(href)) return shown;
  const words = shown.trim();
  const beginning = words.replace(/(\.\.\.|…)$/u, '');
  const bare = href.replace(/^https?:\/\//iu, '');
  if (words === '' || href.startsWith(beginning) || bare.startsWith(beginning)) return href;
  return `${words} (${href})`;
}

function attribute(node: DefaultTreeAdapterTypes.Element, name: string): string {
  return node.attrs.find((one) => one.name === name)?.value.trim() ?? '';
}
