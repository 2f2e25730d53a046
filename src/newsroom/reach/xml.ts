/** Writes XML: every text and attribute escaped, what XML 1.0 does not know left out. Pure. */

/** Markup that is already written. */
export interface Xml {
  readonly xml: string;
}

export type XmlChild = Xml | string | null;

/** One element; texts among its children are escaped, null children are absent. Names and prefixes are the caller's own. */
export function element(name: string, attributes: Readonly<Record<string, string | number>> = {}, ...children: readonly XmlChild[]): Xml {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = children.map((child) => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.xml));
  return { xml: children.length === 0 ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inside.join('')}</${name}>` };
}

/** The whole document with its declaration. */
export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

/** XML 1.0, 2.2: control characters, halves of characters, U+FFFE and U+FFFF have no place, escaped or not. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
