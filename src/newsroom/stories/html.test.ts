import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './grammar.ts';
import { documentFromHtml } from './html.ts';
import { isRefused } from '../../platform/result.ts';
import { plainBlocks } from './text.ts';

const read = (html: string) => documentFromHtml(html);
const types = (html: string) => read(html).document.content!.map((block) => block.type);

describe('HTML that comes in', () => {
  it('keeps paragraphs, subheads, lists, quotations, tables, boxes and marks', () => {
    const html = '<h2>Der «Föhn» kommt</h2><p>In <b>Zürich</b> und <i>Genève</i> <a href="https://example.org/a">heute</a>.</p><ul><li>eins<ul><li>zwei</li></ul></li></ul><ol><li>1</li></ol><blockquote><p>So sei es.</p></blockquote><table><tr><th>A</th><td colspan=2>B</td></tr></table><aside><h3>Chronik</h3><p>1848</p></aside><hr>';
    expect(types(html)).toEqual(['subhead', 'paragraph', 'bulletList', 'orderedList', 'quotation', 'table', 'infobox', 'divider']);
    expect(read(html).report).toEqual([]);
    expect(isRefused(readDocument(read(html).document))).toBe(false);
    expect(read(html).document.content![1]!.content![1]).toEqual({ type: 'text', text: 'Zürich', marks: [{ type: 'strong' }] });
  });
  it('drops what has no place and says so', () => {
    const { document, report } = read('<p>a<script>alert(1)</script>b</p><iframe src="x"></iframe><img src="https://elsewhere.example/x.jpg"><a href="javascript:alert(1)">c</a><p onclick="x()">d</p>');
    expect(plainBlocks(document)).toEqual(['ab', 'c', 'd']);
    expect(report).toEqual([{ name: 'script', count: 1 }, { name: 'iframe', count: 1 }, { name: 'img', count: 1 }, { name: 'unsafe-link', count: 1 }]);
    expect(JSON.stringify(document)).not.toMatch(/javascript|onclick|alert/u);
  });
  it('reads lists as Word writes them', () => {
    const word = '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>  </span></span><!--[endif]-->Käse</p><p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Brot<o:p></o:p></p>';
    const { document } = read(word);
    expect(types(word)).toEqual(['bulletList']);
    expect(plainBlocks(document)).toEqual(['Käse', 'Brot']);
  });
  it('reads marks as Google Docs writes them', () => {
    const docs = '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">schlicht </span><span style="font-weight:700">fett</span><span style="font-style:italic"> kursiv</span></p></b>';
    expect(read(docs).document.content![0]!.content).toEqual([
      { type: 'text', text: 'schlicht ' }, { type: 'text', text: 'fett', marks: [{ type: 'strong' }] }, { type: 'text', text: ' kursiv', marks: [{ type: 'emphasis' }] },
    ]);
  });
  it('keeps a picture of this house and its place', () => {
    expect(types('<p>a</p><figure><img src="/bilder/k3f9bcdf/aa-800.jpg"></figure>')).toEqual(['paragraph', 'picture']);
  });
  it('gives one empty paragraph for nothing', () => {
    expect(read(' <!-- --> ').document).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });
  it('survives trees deeper than the stack and keeps their text', () => {
    const deep = read(`${'<div>'.repeat(20_000)}tief${'</div>'.repeat(20_000)}`);
    expect(plainBlocks(deep.document)).toEqual(['tief']);
    expect(plainBlocks(read(`${'<ul><li>'.repeat(300)}x`).document)).toEqual(['x']);
  });
  it('always gives a document of the grammar, whatever comes in', () => {
    const tag = fc.constantFrom('p', 'div', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'blockquote', 'aside', 'h2', 'b', 'i', 'a href="/x"', 'span', 'hr', 'br', 'img src="/bilder/k3f9/a.jpg"', 'svg', 'template', 'select', 'figure', '/p', '/ul', '/li', '/table', '/td', '/aside', '/b');
    fc.assert(fc.property(fc.array(fc.oneof(tag.map((one) => `<${one}>`), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 30 }), (parts) => {
      const { document } = documentFromHtml(parts.join(''));
      const checked = readDocument(document);
      if (isRefused(checked)) throw new Error(`${parts.join('')} → ${JSON.stringify(document)}: ${JSON.stringify(checked.detail)}`);
    }), { numRuns: 1_500 });
  });
  it('loses no words that stand in a list without an item, or over a table', () => {
    const words = (html: string) => JSON.stringify(documentFromHtml(html).document);
    expect(words('<ul>Föhn<li>Bise</li></ul>')).toContain('Föhn');
    expect(words('<table><caption>Böen in km/h</caption><tr><td>160</td></tr></table>')).toContain('Böen in km/h');
  });
});
