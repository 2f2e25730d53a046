/** What an attacker would have to bring into a page for it to be no longer ours. */
import { createHash } from 'node:crypto';
import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes with an address that a browser follows or loads. */
const addresses = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'background', 'cite', 'ping', 'xlink:href', 'manifest', 'imagesrcset']);
/** Elements that no template of a reader's page writes. */
const strange = new Set(['iframe', 'object', 'embed', 'applet', 'frame', 'frameset', 'base', 'math', 'template', 'noscript', 'textarea', 'select', 'video', 'audio', 'marquee', 'blink', 'portal', 'fencedframe', 'isindex', 'plaintext', 'xmp']);

/** A page and the policy that goes with it. */
export interface Rendered {
  readonly body: string;
  readonly csp: string;
}

/** Every danger in a page, in words; `known` is the same page without anything hostile: what stands in it is ours. */
export function dangers(html: Rendered, known: Rendered): string[] {
  const ours = shapesOf(known.body);
  const found: string[] = [];
  for (const { element, shape } of elementsOf(html.body)) {
    const at = `<${element.tagName}>`;
    if (strange.has(element.tagName) && !isOurField(element)) found.push(`${at} stands in the page`);
    for (const { name, value } of element.attrs) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') found.push(`${at} has ${name}`);
      if (addresses.has(name) && isDangerous(value)) found.push(`${at} leads to ${value.slice(0, 60)}`);
    }
    if (element.tagName === 'style' && !html.csp.includes(hashOf(element))) found.push('a style sheet that the policy does not name');
    if (element.tagName === 'script' && !isData(element)) found.push('a script that is no data');
    if (!ours.has(shape) && !isOfTheGrammar(element)) found.push(`${at} with ${element.attrs.map(({ name }) => name).join(' ') || 'nothing'} is none of ours`);
  }
  return [...new Set(found)];
}

/** Where readers write below a story: the one field that a template of ours writes. No element of a story keeps an id. */
function isOurField({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return tagName === 'textarea' && attrs.some(({ name, value }) => name === 'id' && value === 'cms-text');
}

/** The text of a page, as a reader sees it, with single spaces. */
export function textOf(html: string): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (defaultTreeAdapter.isTextNode(node)) parts.push(node.value);
    if (defaultTreeAdapter.isElementNode(node) && /^(?:script|style|title)$/u.test(node.tagName)) return;
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return parts.join(' ').replaceAll(/\s+/gu, ' ').trim();
}

/** What the grammar of a story may put on a page, with exactly its attributes. */
const grammar: Readonly<Record<string, readonly string[]>> = {
  p: ['class'], h2: ['class', 'id'], h3: ['class', 'id'], ul: ['class'], ol: ['class', 'start'], li: ['class'], strong: [], em: [], br: [], hr: ['class'],
  a: ['class', 'href', 'rel'], blockquote: ['class'], footer: ['class'], cite: [], aside: ['class', 'aria-label', 'aria-labelledby'], figure: ['class'], figcaption: ['class'],
  div: ['class', 'role', 'tabindex', 'aria-label', 'aria-labelledby'], table: ['class'], caption: ['class'], thead: [], tbody: [], tr: [], th: ['class', 'scope', 'colspan', 'rowspan'], td: ['class', 'colspan', 'rowspan', 'data-label'], span: ['class'],
};

function isOfTheGrammar({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  const may = grammar[tagName];
  return may !== undefined && attrs.every(({ name }) => may.includes(name));
}

function hashOf(element: DefaultTreeAdapterTypes.Element): string {
  return `'sha256-${createHash('sha256').update(inside(element)).digest('base64')}'`;
}

/** Facts for machines, whole: nothing that runs. */
function isData(element: DefaultTreeAdapterTypes.Element): boolean {
  if (element.attrs.map(({ name, value }) => `${name}=${value}`).join(' ') !== 'type=application/ld+json') return false;
  try {
    return typeof JSON.parse(inside(element)) === 'object';
  } catch {
    return false;
  }
}

function inside(element: DefaultTreeAdapterTypes.Element): string {
  return element.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');
}

function isDangerous(value: string): boolean {
  // As a browser reads an address: without control signs and spaces around and inside of the scheme.
  const plain = [...value].filter((sign) => sign > ' ' && sign !== '\u007F').join('').toLowerCase();
  return /^(?:javascript|vbscript|data|livescript|mocha|file|blob|filesystem|view-source):/u.test(plain) || /^(?:[\\/]{2}|[\\/]\\)/u.test(plain);
}

function shapesOf(html: string): ReadonlySet<string> {
  return new Set([...elementsOf(html)].map(({ shape }) => shape));
}

function* elementsOf(html: string): Generator<{ element: DefaultTreeAdapterTypes.Element; shape: string }> {
  const rest: Node[] = [parse(html)];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) yield { element: node, shape: `${node.namespaceURI} ${node.tagName} ${node.attrs.map(({ name }) => name).sort().join(' ')}` };
    if ('childNodes' in node) rest.push(...node.childNodes);
  }
}
