/**
 * The grammar of a story: plain data, apart from any editor. What is not in it cannot be stored.
 * Features bring elements of their own (elements/); the editor, the page and the import read the same grammar.
 */
import { Node as DocumentNode, Schema } from '@tiptap/pm/model';
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model';
import type { Refused } from '../../platform/result.ts';
import { reference, text } from './elements/element.ts';
import { storyElements } from './elements/elements.ts';
import { refuse } from '../../platform/result.ts';

/** A document as it is stored and sent: a tree of named nodes, leaves of text with marks. */
export interface DocumentJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentJson[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Lists in infoboxes in tables: nobody writes deeper, and a deeper tree is an attack. */
export const greatestDepth = 12;
/** Four novels. A longer text is a mistake or an attack. */
export const greatestLength = 2_000_000;

const nodes: Readonly<Record<string, NodeSpec>> = {
  doc: { content: 'block+' },
  paragraph: { group: 'block flow', content: 'inline*' },
  subhead: { group: 'block', content: 'text*', marks: 'emphasis', defining: true },
  bulletList: { group: 'block flow', content: 'listItem+' },
  orderedList: { group: 'block flow', content: 'listItem+' },
  listItem: { content: 'paragraph (paragraph | bulletList | orderedList)*', defining: true },
  quotation: { group: 'block', content: 'paragraph+', attrs: { source: text() }, defining: true },
  pullquote: { group: 'block', content: 'text*', marks: '', attrs: { source: text() }, defining: true },
  table: { group: 'block', content: 'tableRow+', isolating: true, tableRole: 'table' },
  tableRow: { content: '(tableHeader | tableCell)+', tableRole: 'row' },
  tableHeader: { content: 'paragraph+', attrs: cellAttributes(), isolating: true, tableRole: 'header_cell' },
  tableCell: { content: 'paragraph+', attrs: cellAttributes(), isolating: true, tableRole: 'cell' },
  infobox: { group: 'block', content: 'flow+', attrs: { title: text() }, isolating: true, defining: true },
  picture: { group: 'block', atom: true, attrs: { id: reference, caption: text() } },
  divider: { group: 'block', atom: true },
  text: { group: 'inline' },
};

const marks: Readonly<Record<string, MarkSpec>> = {
  link: { attrs: { href: { validate: checkHref } }, inclusive: false },
  strong: {},
  emphasis: {},
};

/** The grammar with these elements beside its own. */
function grammarWith(elements: readonly { readonly name: string; readonly node: NodeSpec }[]): Schema {
  return new Schema({ nodes: { ...nodes, ...Object.fromEntries(elements.map(({ name, node }) => [name, node])) }, marks });
}

/** Of stories: text, and what features bring into it. */
export const grammar = grammarWith(storyElements);

/** Of pages about the paper: text alone. */
export const plainGrammar = grammarWith([]);

/** Checks a document at the door. What the grammar does not know is refused, with the place where it stands. */
export function readDocument(json: unknown, schema: Schema = grammar): DocumentJson | Refused<'not-a-document'> {
  const tooMuch = measure(json);
  if (tooMuch !== null) return refuse('not-a-document', { reason: tooMuch });
  try {
    const node = DocumentNode.fromJSON(schema, json);
    if (node.type.name !== 'doc') return refuse('not-a-document', { reason: 'the outermost element is not a document' });
    node.check();
    return node.toJSON() as DocumentJson;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse('not-a-document', { reason: error.message });
  }
}

/** Only addresses that a reader can follow safely; relative ones stay within the site. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2_000 || /[\u0000-\u0020\u007f]/u.test(href)) return false;
  if (/^(https?:\/\/[^/]|mailto:[^/]|tel:\+?[0-9])/iu.test(href)) return true;
  return /^(\/(?![/\\])|#)/u.test(href);
}

function checkHref(value: unknown): void {
  if (typeof value !== 'string' || !isSafeHref(value)) throw new RangeError('a link that leads nowhere safe');
}

function cellAttributes() {
  const span = (value: unknown) => {
    if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 50) throw new RangeError('a cell that spans nothing');
  };
  const widths = (value: unknown) => {
    if (value !== null) throw new RangeError('columns have no fixed width');
  };
  return { colspan: { default: 1, validate: span }, rowspan: { default: 1, validate: span }, colwidth: { default: null, validate: widths } };
}

/** Bounds the tree before the schema walks it: depth, length, plain objects only. */
function measure(json: unknown): string | null {
  let length = 0;
  const walk = (value: unknown, depth: number): string | null => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an element is not an object';
    if (depth > greatestDepth) return `elements stand deeper than ${greatestDepth} in each other`;
    const { content, text: leaf } = value as DocumentJson;
    if (leaf !== undefined && typeof leaf !== 'string') return 'a text is not a text';
    length += leaf?.length ?? 1;
    if (length > greatestLength) return `longer than ${greatestLength} characters`;
    if (content === undefined) return null;
    if (!Array.isArray(content)) return 'content is not a list';
    for (const child of content) {
      const reason = walk(child, depth + 1);
      if (reason !== null) return reason;
    }
    return null;
  };
  return walk(json, 0);
}
