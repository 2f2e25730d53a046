/**
 * HTML that comes in (paste, API, wires) becomes a document of the grammar. Nothing of the HTML is kept: known
 * elements are mapped, the text of unknown ones stays, and what has no place is dropped and named in the report.
 */
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DocumentJson } from './grammar.ts';
import { isSafeHref } from './grammar.ts';
import type { Attributes, HtmlElement } from './elements/element.ts';

type Mark = NonNullable<DocumentJson['marks']>[number];
type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface Dropped {
  /** The element's name, or `unsafe-link` for an address that leads nowhere safe. */
  readonly name: string;
  readonly count: number;
}

export interface HtmlReading {
  readonly document: DocumentJson;
  readonly report: readonly Dropped[];
}

// Content that is not the text of a story, whatever is in it.
const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'form', 'input', 'button', 'select', 'textarea', 'video', 'audio', 'canvas', 'map', 'applet', 'frame', 'frameset', 'noframes', 'xmp', 'plaintext', 'title', 'meta', 'link', 'base', 'head']);
const unreported = new Set(['style', 'meta', 'link', 'title', 'head', 'base']);
const inlineElements = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'o:p', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);
// Deeper than any text; what stands below is read as text.
const greatestHtmlDepth = 150;
const greatestListDepth = 3;

/** An element that a feature brings, as far as HTML that comes in is concerned. */
export interface ReadableElement {
  readonly name: string;
  fromHtml?(element: HtmlElement): Attributes | null;
}

/** Reads a fragment of HTML, the elements of features included. Never throws; an empty or hopeless fragment gives one empty paragraph. */
export function documentFromHtml(html: string, elements: readonly ReadableElement[] = []): HtmlReading {
  const reader = new Reader(elements);
  const blocks = reader.blocks(parseFragment(html.replaceAll('\0', '')).childNodes, { where: 'doc', lists: 0, marks: [], depth: 0 });
  return {
    document: { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks },
    report: [...reader.dropped].map(([name, count]) => ({ name, count })),
  };
}

interface Place {
  /** In a document everything may stand, in a box paragraphs and lists, in a cell or quotation paragraphs only. */
  readonly where: 'doc' | 'flow' | 'item' | 'paragraphs';
  readonly lists: number;
  readonly marks: readonly Mark[];
  readonly depth: number;
}

class Reader {
  readonly dropped = new Map<string, number>();
  readonly #elements: readonly ReadableElement[];

  constructor(elements: readonly ReadableElement[]) {
    this.#elements = elements;
  }

  /** The blocks that stand for these nodes; runs of inline nodes become paragraphs. */
  blocks(nodes: readonly ChildNode[], place: Place): DocumentJson[] {
    const blocks: DocumentJson[] = [];
    let line: DocumentJson[] = [];
    const endLine = () => {
      const paragraph = trimmed(line);
      if (paragraph.length > 0) blocks.push({ type: 'paragraph', content: paragraph });
      line = [];
    };
    const walk = (node: ChildNode, at: Place) => {
      if (node.nodeName === '#text') {
        line.push(...textNodes((node as DefaultTreeAdapterTypes.TextNode).value, at.marks));
        return;
      }
      if (!isElement(node)) return;
      if (at.depth > greatestHtmlDepth) {
        this.#drop('too-deep');
        line.push(...textNodes(flatText(node), at.marks));
        return;
      }
      if (isListIgnore(node)) return;
      const brought = at.where === 'doc' ? this.#brought(node) : null;
      if (brought !== null) {
        endLine();
        blocks.push(brought);
      } else if (silent.has(node.tagName)) this.#drop(node.tagName);
      else if (node.tagName === 'br') endLine();
      else if (inlineElements.has(node.tagName)) {
        const below = { ...at, marks: this.#marks(node, at.marks), depth: at.depth + 1 };
        for (const child of node.childNodes) walk(child, below);
      } else {
        endLine();
        blocks.push(...this.#block(node, { ...at, depth: at.depth + 1 }));
      }
    };
    for (const node of nodes) walk(node, place);
    endLine();
    return place.where === 'doc' ? joinedLists(blocks) : blocks;
  }

  /** What a feature knows in this element. */
  #brought(element: Element): DocumentJson | null {
    const read: HtmlElement = { tag: element.tagName, attribute: (name) => attribute(element, name), text: () => flatText(element) };
    for (const { name, fromHtml } of this.#elements) {
      const attrs = fromHtml?.(read) ?? null;
      if (attrs !== null) return { type: name, attrs };
    }
    return null;
  }

  #block(element: Element, place: Place): DocumentJson[] {
    const name = element.tagName;
    const inner = () => this.blocks(element.childNodes, place);
    if (/^h[1-6]$/u.test(name)) return this.#heading(element, place);
    if (name === 'ul' || name === 'ol' || name === 'menu') return this.#list(element, place);
    if (name === 'li' || isWordListItem(element)) return this.#looseItem(element, place);
    if (name === 'blockquote') return this.#quotation(element, place);
    if (name === 'table') return this.#table(element, place);
    if (name === 'hr') return place.where === 'doc' ? [{ type: 'divider' }] : [];
    if (name === 'aside') return this.#infobox(element, place);
    if (name === 'img') return this.#picture(element, place);
    return inner();
  }

  #heading(element: Element, place: Place): DocumentJson[] {
    if (place.where !== 'doc') return this.blocks(element.childNodes, { ...place, marks: withMark(place.marks, { type: 'strong' }) });
    const text = flatText(element).replace(/\s+/gu, ' ').trim();
    return text === '' ? [] : [{ type: 'subhead', content: [{ type: 'text', text }] }];
  }

  #list(element: Element, place: Place): DocumentJson[] {
    if (place.where === 'paragraphs' || place.lists >= greatestListDepth) return this.blocks(element.childNodes, { ...place, where: place.where === 'doc' ? 'item' : place.where });
    const items: DocumentJson[] = [];
    for (const child of element.childNodes) {
      const item = isElement(child) && child.tagName === 'li';
      const content = this.blocks(item ? child.childNodes : [child], { ...place, where: 'item', lists: place.lists + 1 });
      // A list that stands in a list without an item belongs to the item before it; words without one are an item.
      const last = items.at(-1);
      if (!item && last !== undefined && content[0]?.type.endsWith('List')) items[items.length - 1] = { ...last, content: [...(last.content ?? []), ...content] };
      else if (content.length > 0) items.push(asItem(content));
    }
    return items.length === 0 ? [] : [{ type: element.tagName === 'ol' ? 'orderedList' : 'bulletList', content: items }];
  }

  /** An item without its list: from Word, or from somebody's broken HTML. */
  #looseItem(element: Element, place: Place): DocumentJson[] {
    const content = this.blocks(element.childNodes, { ...place, where: place.where === 'paragraphs' ? 'paragraphs' : 'item', lists: place.lists + 1 });
    if (place.where === 'paragraphs' || place.where === 'item' || content.length === 0) return content;
    const ordered = element.tagName !== 'li' && /^\s*[0-9a-z]{1,3}[.)]/iu.test(flatText(element));
    return [{ type: ordered ? 'orderedList' : 'bulletList', content: [asItem(content)] }];
  }

  #quotation(element: Element, place: Place): DocumentJson[] {
    const paragraphs = this.blocks(element.childNodes, { ...place, where: 'paragraphs' });
    if (place.where !== 'doc' || paragraphs.length === 0) return paragraphs;
    return [{ type: 'quotation', attrs: { source: '' }, content: paragraphs }];
  }

  #infobox(element: Element, place: Place): DocumentJson[] {
    if (place.where !== 'doc') return this.blocks(element.childNodes, place);
    const [first, ...rest] = element.childNodes.filter((node) => isElement(node) || flatText(node).trim() !== '');
    const titled = first !== undefined && isElement(first) && /^h[1-6]$/u.test(first.tagName);
    const content = this.blocks(titled ? rest : element.childNodes, { ...place, where: 'flow' });
    if (content.length === 0) return [];
    return [{ type: 'infobox', attrs: { title: titled ? flatText(first).replace(/\s+/gu, ' ').trim() : '' }, content }];
  }

  #table(element: Element, place: Place): DocumentJson[] {
    const above = this.blocks(captionsOf(element), { ...place, where: 'paragraphs' });
    if (place.where !== 'doc') return [...above, ...this.blocks(cellsOf(element), { ...place, where: 'paragraphs' })];
    const rows = rowsOf(element).map((row) => row.childNodes.filter(isCell).map((cell) => this.#cell(cell, place)));
    const filled = rows.filter((cells) => cells.length > 0);
    return filled.length === 0 ? above : [...above, { type: 'table', content: filled.map((content) => ({ type: 'tableRow', content })) }];
  }

  #cell(cell: Element, place: Place): DocumentJson {
    const content = this.blocks(cell.childNodes, { ...place, where: 'paragraphs' });
    return {
      type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
      attrs: { colspan: span(cell, 'colspan'), rowspan: span(cell, 'rowspan'), colwidth: null },
      content: content.length === 0 ? [{ type: 'paragraph' }] : content,
    };
  }

  /** A picture of this house keeps its place; one from elsewhere has no credit and no right to be here. */
  #picture(element: Element, place: Place): DocumentJson[] {
    const id = /^\/bilder\/([0-9a-z]{1,32})\//u.exec(attribute(element, 'src'))?.[1];
    if (id !== undefined && place.where === 'doc') return [{ type: 'picture', attrs: { id, caption: '' } }];
    this.#drop('img');
    return [];
  }

  #marks(element: Element, marks: readonly Mark[]): readonly Mark[] {
    const style = attribute(element, 'style').toLowerCase();
    const name = element.tagName;
    if (name === 'a') return this.#link(element, marks);
    let result = marks;
    const light = /font-weight:\s*(normal|[1-4]00)/u.test(style);
    if (((name === 'b' || name === 'strong') && !light) || /font-weight:\s*(bold|[6-9]00)/u.test(style)) result = withMark(result, { type: 'strong' });
    const upright = /font-style:\s*normal/u.test(style);
    if (((name === 'i' || name === 'em' || name === 'cite') && !upright) || /font-style:\s*(italic|oblique)/u.test(style)) result = withMark(result, { type: 'emphasis' });
    return result;
  }

  #link(element: Element, marks: readonly Mark[]): readonly Mark[] {
    const href = attribute(element, 'href').trim();
    if (href === '') return marks;
    if (isSafeHref(href)) return withMark(marks, { type: 'link', attrs: { href } });
    this.#drop('unsafe-link');
    return marks;
  }

  #drop(name: string): void {
    if (!unreported.has(name)) this.dropped.set(name, (this.dropped.get(name) ?? 0) + 1);
  }
}

function textNodes(value: string, marks: readonly Mark[]): DocumentJson[] {
  const text = value.replace(/[\t\n\f\r ]+/gu, ' ');
  return text === '' ? [] : [marks.length === 0 ? { type: 'text', text } : { type: 'text', marks, text }];
}

/** White space at the ends of a line is not text; two text nodes of one kind are one. */
function trimmed(line: readonly DocumentJson[]): DocumentJson[] {
  const joined: DocumentJson[] = [];
  for (const node of line) {
    const last = joined.at(-1);
    const text = /\s$/u.test(last?.text ?? ' ') ? node.text!.replace(/^ /u, '') : node.text!;
    if (text === '') continue;
    if (last !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)) joined[joined.length - 1] = { ...last, text: last.text! + text };
    else joined.push({ ...node, text });
  }
  while (joined.length > 0) {
    const text = joined.at(-1)!.text!.trimEnd();
    if (text !== '') {
      joined[joined.length - 1] = { ...joined.at(-1)!, text };
      break;
    }
    joined.pop();
  }
  return joined;
}

/** Items of Word come one by one: neighbours of one kind are one list. */
function joinedLists(blocks: readonly DocumentJson[]): DocumentJson[] {
  const joined: DocumentJson[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const single = (block.type === 'bulletList' || block.type === 'orderedList') && block.content?.length === 1;
    if (single && last?.type === block.type) joined[joined.length - 1] = { ...last, content: [...last.content!, ...block.content!] };
    else joined.push(block);
  }
  return joined;
}

const markOrder = ['link', 'strong', 'emphasis'];
function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const others = marks.filter((one) => one.type !== mark.type);
  return [...others, mark].sort((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type));
}

const asItem = (content: readonly DocumentJson[]): DocumentJson => ({ type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] });

const isElement = (node: ChildNode): node is Element => 'tagName' in node;
const isCell = (node: ChildNode): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th');
const attribute = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';
const span = (cell: Element, name: string): number => Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), 50);

/** Word writes the bullet itself as text, and says that it is to be ignored. */
const isListIgnore = (element: Element): boolean => /mso-list:\s*ignore/iu.test(attribute(element, 'style'));
const isWordListItem = (element: Element): boolean => element.tagName === 'p' && /mso-list:\s*l\d/iu.test(attribute(element, 'style'));

function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : /^t(head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : []));
}

function captionsOf(table: Element): ChildNode[] {
  return table.childNodes.filter((child) => isElement(child) && child.tagName === 'caption').flatMap((caption) => (caption as Element).childNodes);
}

function cellsOf(table: Element): ChildNode[] {
  return rowsOf(table).flatMap((row) => row.childNodes.filter(isCell)).map((cell) => ({ ...cell, tagName: 'p', nodeName: 'p' }) as Element);
}

/** All text below a node, without recursion: a hostile tree may be deeper than the stack. */
function flatText(node: ChildNode): string {
  let text = '';
  const stack: ChildNode[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.nodeName === '#text') text += (next as DefaultTreeAdapterTypes.TextNode).value;
    else if (isElement(next) && !silent.has(next.tagName) && !isListIgnore(next)) stack.push(...next.childNodes.toReversed());
  }
  return text;
}
