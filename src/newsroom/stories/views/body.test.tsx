import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../platform/words/translate.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import { grammar } from '../grammar.ts';
import type { DocumentJson } from '../grammar.ts';
import { Body } from './body.tsx';
import type { Reading } from './context.ts';
import { galleryWords } from '../../galleries/views/words.ts';
import { videoWords } from '../../videos/views/words.ts';
import type { VideoSummary } from '../../videos/video.ts';
import type { Things } from '../elements/element.ts';
import { readingWords } from './words.ts';

const reading: Reading = { language: 'de', writing: { language: 'de', timeZone: 'Europe/Zurich' }, t: translator([readingWords, galleryWords, videoWords], 'de'), now: new Date('2026-11-23T13:05:00Z') };
const rendition = { width: 800, height: 533, url: '/bilder/bridge22/0123456789abcdef-800.jpg' };
const bridge: PictureSummary = {
  id: 'bridge22', width: 800, height: 533, colour: '#aabbcc', alt: 'Eine Brücke im Föhn', caption: 'Die Quaibrücke', credit: 'Agentur Nordföhn / Anna Çelik', language: 'de',
  sources: [{ format: 'jpeg', type: 'image/jpeg', widths: [rendition] }], fallback: rendition.url, crops: {}, animated: false, ready: true, usable: true, ends: null, decorative: false, origin: null, terms: { days: null, onlyWith: null, usableBy: [] },
};

const film: VideoSummary = {
  id: bridge.id, width: 640, height: 360, duration: 12_500, title: 'Föhn', description: '', credit: 'Anna Çelik', language: 'de', poster: bridge.id, posterAt: { x: 50, y: 50 },
  sources: [{ url: '/videos/bridge22/0123456789abcdef.mp4', type: 'video/mp4', media: null }], captions: [], silent: false, usable: true, ready: true,
};
const things: Things = {
  gallery: new Map([[bridge.id, { id: bridge.id, title: 'Föhn', lead: '', language: 'de', pictures: [{ id: bridge.id, caption: '' }] }]]),
  video: new Map([[bridge.id, film]]),
  embed: new Map([[bridge.id, { id: bridge.id, provider: { id: 'youtube', name: 'YouTube', company: 'Google' }, url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', frame: null, frameOrigins: [], referrer: 'strict-origin', title: 'Föhn', author: '', language: 'de', shape: { ratio: 2 }, poster: null }]]),
};

function html(...content: DocumentJson[]): string {
  const body = { type: 'doc', content };
  return renderToStaticMarkup(<Body body={body} pictures={new Map([[bridge.id, bridge]])} things={things} reading={reading} />).replaceAll(/<style.*?<\/style>/gsu, '');
}
const inside = (...content: DocumentJson[]) => html(...content).replace(/^<div class="body">(.*)<\/div>$/su, '$1');
const text = (words: string, ...marks: NonNullable<DocumentJson['marks']>) => ({ type: 'text', text: words, marks });
const p = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
const cell = (type: 'tableHeader' | 'tableCell', words: string): DocumentJson => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [p(text(words))] });
const row = (...content: DocumentJson[]): DocumentJson => ({ type: 'tableRow', content });

describe('the body of a story', () => {
  it('sets paragraphs, subheads and dividers', () => {
    expect(inside(p(text('Es «föhnt».')), { type: 'subhead', content: [text('Am Zürichsee')] }, { type: 'divider' }, p())).toBe('<p>Es «föhnt».</p><h2>Am Zürichsee</h2><hr/><p></p>');
  });
  it('sets what is strong, emphasised and linked, the link outermost', () => {
    const marked = inside(p(text('Föhn', { type: 'link', attrs: { href: 'https://wetter.example/a?b=1&c=2' } }, { type: 'strong' }, { type: 'emphasis' })));
    expect(marked).toBe('<p><a href="https://wetter.example/a?b=1&amp;c=2"><strong><em>Föhn</em></strong></a></p>');
  });
  it('sets lists, an item of one paragraph without one', () => {
    const item = (...content: DocumentJson[]) => ({ type: 'listItem', content });
    const nested = { type: 'orderedList', content: [item(p(text('eins')))] };
    expect(inside({ type: 'bulletList', content: [item(p(text('Bise'))), item(p(text('Föhn')), nested)] })).toBe('<ul><li>Bise</li><li><p>Föhn</p><ol><li>eins</li></ol></li></ul>');
  });
  it('sets a quotation with its source, and a pull quote in quotation marks when somebody said it', () => {
    expect(inside({ type: 'quotation', attrs: { source: 'Ürsula Müller' }, content: [p(text('Nie.'))] })).toBe('<figure class="quotation"><blockquote><p>Nie.</p></blockquote><figcaption>Ürsula Müller</figcaption></figure>');
    expect(inside({ type: 'pullquote', attrs: { source: 'Ürsula Müller' }, content: [text('Nie.')] })).toContain('<p>«Nie.»</p>');
    expect(inside({ type: 'pullquote', attrs: { source: '' }, content: [text('Es föhnte.')] })).toContain('<p>Es föhnte.</p>');
  });
  it('sets a table with headers, figures to the right, in a region that the keyboard can scroll', () => {
    const table = inside({ type: 'table', content: [row(cell('tableHeader', ''), cell('tableHeader', 'Böen')), row(cell('tableHeader', 'Zürich'), cell('tableCell', '12’345'))] });
    expect(table).toContain('<div class="table" role="region" tabindex="0" aria-label="Tabelle">');
    expect(table).toContain('<thead><tr><td></td><th class="figures" scope="col">Böen</th></tr></thead>');
    expect(table).toContain('<tr><th scope="row">Zürich</th><td class="figures">12’345</td></tr>');
  });
  it('sets an infobox apart, and a picture with caption and credit', () => {
    expect(inside({ type: 'infobox', attrs: { title: 'Was ist Föhn?' }, content: [p(text('Wind.'))] })).toBe('<aside class="infobox"><h2>Was ist Föhn?</h2><p>Wind.</p></aside>');
    const figure = inside({ type: 'picture', attrs: { id: bridge.id, caption: 'Am Montag' } });
    expect(figure).toContain('alt="Eine Brücke im Föhn"');
    expect(figure).toMatch(/<figcaption><span>Am Montag <\/span><small>Bild: Agentur Nordföhn \/ Anna Çelik<\/small><\/figcaption>/u);
  });
  it('knows every element of the grammar', () => {
    const leaves = new Set(['doc', 'text', 'tableRow', 'tableHeader', 'tableCell', 'listItem']);
    for (const name of Object.keys(grammar.nodes).filter((one) => !leaves.has(one))) {
      const content = name === 'picture' || name === 'divider' ? [] : name === 'table' ? [row(cell('tableCell', 'Wind'))] : [p(text('Wind'))];
      expect(inside({ type: name, attrs: { id: bridge.id }, content }), name).not.toBe('');
    }
  });
  it('leaves out what it does not know, and pictures that are gone', () => {
    expect(inside({ type: 'script', content: [text('alert(1)')] }, { type: 'picture', attrs: { id: 'gone2222', caption: 'x' } })).toBe('');
  });
  it('lets no text and no address out of their place', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const all = inside(
      p(text(hostile)), p(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), p(text('b', { type: 'link', attrs: { href: '/x"onmouseover="alert(1)' } })),
      { type: 'quotation', attrs: { source: hostile }, content: [p(text(hostile))] }, { type: 'infobox', attrs: { title: hostile }, content: [] },
    );
    expect(all).not.toContain('<img');
    expect(all).not.toContain('javascript:');
    expect(all).not.toMatch(/<a[^>]*\sonmouseover=/u);
  });
  it('tells search engines which links were paid for', () => {
    const body = { type: 'doc', content: [p(text('Kauf', { type: 'link', attrs: { href: 'https://laden.example/' } }))] };
    expect(renderToStaticMarkup(<Body body={body} pictures={new Map()} reading={reading} paid />)).toContain('rel="sponsored nofollow"');
  });
});
