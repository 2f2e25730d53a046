/** Bodies of the sample with keys in them made into documents with ids and addresses. Pure. */
import type { Body, Node } from '../../../sample/sample.ts';
import { isRefused } from '../../platform/result.ts';
import { readDocument } from '../stories/grammar.ts';
import type { DocumentJson } from '../stories/grammar.ts';

const embedded = ['picture', 'gallery', 'video', 'embed'] as const;
/** What stands in a body by the key of a thing. */
export type Embedded = (typeof embedded)[number];

export interface Known {
  /** The id of the thing with a key. */
  id(kind: Embedded, key: string): string;
  /** The address of the story with a key. */
  address(key: string): string;
}

/** Throws where the body names what nobody knows or breaks the grammar: the sample is the house's own. */
export function documentOf(body: Body, known: Known): DocumentJson {
  const document = readDocument(withIds(body as Node, known));
  if (isRefused(document)) throw new Error(`a body of the sample is no document: ${String(document.detail?.['reason'])}`);
  return document;
}

// An empty cell of a table holds no text; the grammar has none that is empty.
function withIds(node: Node, known: Known): DocumentJson {
  const { content, marks, attrs, ...rest } = node;
  return {
    ...rest,
    ...(attrs !== undefined && { attrs: isEmbedded(node.type) ? { ...attrs, id: known.id(node.type, String(attrs['id'])) } : attrs }),
    ...(content !== undefined && { content: content.filter((child) => child.text !== '').map((child) => withIds(child, known)) }),
    ...(marks !== undefined && { marks: marks.map((mark) => (mark.attrs === undefined ? { type: mark.type } : { type: mark.type, attrs: { href: href(mark.attrs.href, known) } })) }),
  };
}

function isEmbedded(type: string): type is Embedded {
  return (embedded as readonly string[]).includes(type);
}

function href(address: string, known: Known): string {
  return address.startsWith('story:') ? known.address(address.slice('story:'.length)) : address;
}
