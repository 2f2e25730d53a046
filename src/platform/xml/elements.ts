/**
 * Large XML files read as they come: one small tree for each element that was asked for, the rest let go.
 * No entity is expanded but the five of XML itself; a document type that declares any is refused.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** As it is written, with its prefix: `wp:comment`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly in it, in order. */
  readonly text: string;
}

/** Thrown by `elementsOf`: the file is not what it says it is. Callers make it a refusal. */
export class XmlBroken extends Error {}

// Exports nest five deep. With namespaces a deep tree costs quadratic time, and nobody means it.
const greatestDepth = 100;

// Faults of hand-made exporters that leave no doubt about the rest: an unquoted value, «]]>» in a text.
const tolerable = /unquoted attribute value|"\]\]>"/u;

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * The elements with these names, wherever they stand outside each other, each as soon as it has ended.
 * What stands before the first `<` is passed over, and characters that XML forbids are replaced: exports of real
 * sites have both. Throws `XmlBroken` with the line where the file ends in the middle or is no XML.
 */
export async function* elementsOf(chunks: AsyncIterable<string>, names: ReadonlySet<string>): AsyncGenerator<XmlElement> {
  const reader = new ElementReader(names);
  let begun = false;
  for await (const chunk of chunks) {
    const start = begun ? 0 : chunk.indexOf('<');
    if (start < 0) continue;
    begun = true;
    reader.write(chunk.slice(start));
    yield* reader.taken();
  }
  reader.close();
  yield* reader.taken();
}

class ElementReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #names: ReadonlySet<string>;
  readonly #open: Growing[] = [];
  #depth = 0;
  #done: XmlElement[] = [];

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
    this.#parser.on('error', (error) => {
      if (!tolerable.test(error.message)) throw new XmlBroken(error.message);
    });
    this.#parser.on('doctype', (doctype) => {
      if (doctype.includes('<!ENTITY')) throw new XmlBroken(`${this.#parser.line}: declares entities`);
    });
    this.#parser.on('opentag', (tag) => this.#begin(tag.name, tag.attributes));
    this.#parser.on('text', (text) => this.#write(text));
    this.#parser.on('cdata', (text) => this.#write(text));
    this.#parser.on('closetag', () => this.#end());
  }

  write(chunk: string): void {
    this.#parser.write(chunk.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd'));
  }

  close(): void {
    this.#parser.close();
  }

  taken(): XmlElement[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #begin(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > greatestDepth) throw new XmlBroken(`${this.#parser.line}: elements stand deeper than ${greatestDepth} in each other`);
    if (this.#open.length > 0 || this.#names.has(name)) this.#open.push({ name, attributes: { ...attributes }, children: [], text: '' });
  }

  #write(text: string): void {
    const current = this.#open.at(-1);
    if (current !== undefined) current.text += text;
  }

  #end(): void {
    this.#depth -= 1;
    const ended = this.#open.pop();
    if (ended === undefined) return;
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#done.push(ended);
    else parent.children.push(ended);
  }
}

/** The text of the first child of this name, without white space at its ends; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
