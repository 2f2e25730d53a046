import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { grammar } from '../../grammar.ts';
import { deskElements } from '../elements/elements.ts';
import { broughtNode } from './brought.tsx';
import { elements } from './extensions.ts';

const schema = getSchema([...elements, ...deskElements.map(broughtNode)]);
const rules = ['group', 'content', 'marks', 'atom', 'defining', 'isolating', 'tableRole'] as const;

describe('the editor', () => {
  it('knows exactly the elements of the grammar, by the same rules', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(grammar.nodes).sort());
    for (const [name, { spec }] of Object.entries(grammar.nodes)) {
      const ours = schema.nodes[name]!.spec;
      for (const rule of rules) expect([name, rule, ours[rule]]).toEqual([name, rule, spec[rule]]);
    }
  });
  it('knows exactly its attributes and their defaults', () => {
    for (const [name, type] of [...Object.entries(grammar.nodes), ...Object.entries(grammar.marks)]) {
      const ours = (schema.nodes[name] ?? schema.marks[name])!.spec.attrs ?? {};
      const theirs = type.spec.attrs ?? {};
      expect(Object.keys(ours)).toEqual(Object.keys(theirs));
      for (const attribute of Object.keys(theirs)) expect([name, 'default' in ours[attribute]!, ours[attribute]!.default]).toEqual([name, 'default' in theirs[attribute]!, theirs[attribute]!.default]);
    }
  });
  it('stores marks in the grammar’s order', () => {
    expect(Object.keys(schema.marks)).toEqual(Object.keys(grammar.marks));
    expect(schema.marks['link']!.spec.inclusive).toBe(false);
  });
  it('takes a document of the grammar and gives the same back', () => {
    const document = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Zürich: ' }, { type: 'text', text: '«Grüezi»', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'strong' }, { type: 'emphasis' }] }] },
        { type: 'quotation', attrs: { source: 'Stadtrat' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So nicht.' }] }] },
        { type: 'picture', attrs: { id: 'k3f9bcdg', caption: 'Am See' } },
        { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [{ type: 'paragraph' }] }] }] },
      ],
    };
    expect(schema.nodeFromJSON(document).toJSON()).toEqual(grammar.nodeFromJSON(document).toJSON());
  });
});
