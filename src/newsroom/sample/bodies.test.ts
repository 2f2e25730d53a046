import { describe, expect, it } from 'vitest';
import { a, body, h, p, pic, strong, table } from '../../../sample/blocks.ts';
import { documentOf } from './bodies.ts';

const known = { id: (_kind: string, key: string) => `id${key}`, address: (key: string) => `/region/${key}-23456789` };

describe('A body of the sample', () => {
  it('names pictures by id and stories by address', () => {
    const document = documentOf(body(p('Siehe ', a('story:wolf', 'den Wolf'), strong('!')), pic('karte', 'Die Karte')), known);
    expect(document.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Siehe ' }, { type: 'text', text: 'den Wolf', marks: [{ type: 'link', attrs: { href: '/region/wolf-23456789' } }] }, { type: 'text', text: '!', marks: [{ type: 'strong' }] }] },
      { type: 'picture', attrs: { id: 'idkarte', caption: 'Die Karte' } },
    ]);
  });

  it('may have empty cells and levels that the grammar does not keep', () => {
    const document = documentOf(body(h('Übersicht'), table(['', 'Läge'], ['Zürich', '']), p('Grüezi')), known);
    expect(document.content?.[0]).toEqual({ type: 'subhead', content: [{ type: 'text', text: 'Übersicht' }] });
  });

  it('that breaks the grammar is a bug that says so', () => {
    expect(() => documentOf({ type: 'doc', content: [{ type: 'script' }] }, known)).toThrow('no document');
  });
});
