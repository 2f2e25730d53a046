/** The editor's elements are the grammar's: content, attributes and rules come from there and are said nowhere else. */
import { Mark, Node } from '@tiptap/core';
import type { MarkConfig, NodeConfig } from '@tiptap/core';
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { grammar } from '../../grammar.ts';

/** An element of the grammar, with what the editor adds: keys, commands, how it is shown. */
export function elementOf(name: string, more: Partial<NodeConfig> = {}): Node {
  const spec = grammar.nodes[name]?.spec;
  if (spec === undefined) throw new Error(`the grammar has no element ${name}`);
  const { group, content, marks, atom, defining, isolating } = spec;
  return Node.create({
    name,
    ...defined({ group, content, marks, atom, defining, isolating }),
    ...(name === 'doc' && { topNode: true, extendNodeSchema: (other) => roleOf(other.name) }),
    addAttributes: () => attributesOf(spec),
    ...more,
  } as Partial<NodeConfig>);
}

export function markOf(name: string, more: Partial<MarkConfig> = {}): Mark {
  const spec = grammar.marks[name]?.spec;
  if (spec === undefined) throw new Error(`the grammar has no mark ${name}`);
  return Mark.create({ name, ...defined({ inclusive: spec.inclusive }), addAttributes: () => attributesOf(spec), ...more } as Partial<MarkConfig>);
}

/** What tables need to know of each other; the document, which every editor has, says it for all. */
function roleOf(name: string): Record<string, unknown> {
  const role: unknown = grammar.nodes[name]?.spec['tableRole'];
  return role === undefined ? {} : { tableRole: role };
}

function attributesOf(spec: NodeSpec | MarkSpec): Record<string, Record<string, unknown>> {
  const attributes = Object.entries((spec.attrs ?? {}) as Record<string, AttributeSpec>);
  return Object.fromEntries(
    attributes.map(([name, { default: fallback, validate }]) => [name, { ...(fallback === undefined ? { isRequired: true } : { default: fallback }), validate, rendered: true }]),
  );
}

function defined<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
