import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../platform/words/translate.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import { readingWords } from '../../stories/views/words.ts';
import type { GallerySummary } from '../gallery.ts';
import { GalleryView } from './gallery-view.tsx';
import { galleryWords } from './words.ts';

const reading = { language: 'de', t: translator([readingWords, galleryWords], 'de') };

function picture(id: string, more: Partial<PictureSummary> = {}): PictureSummary {
  const rendition = { width: 800, height: 533, url: `/bilder/${id}/0123456789abcdef-800.jpg` };
  return {
    id, width: 800, height: 533, colour: '#aabbcc', alt: `Wellen bei ${id}`, caption: `Der See bei ${id}`, credit: 'Agentur Nordföhn / Anna Çelik', language: 'de',
    sources: [{ format: 'jpeg', type: 'image/jpeg', widths: [rendition] }], fallback: rendition.url, ready: true, usable: true, ends: null, decorative: false, origin: null,
    terms: { days: null, onlyWith: null, usableBy: [] }, crops: {}, animated: false, ...more,
  };
}
const gallery = (...pictures: GallerySummary['pictures']): GallerySummary => ({ id: 'k3f9bcdf', title: 'Vier Tage «Föhn»', lead: '', language: 'de', pictures });
const byId = (...pictures: PictureSummary[]) => new Map(pictures.map((one) => [one.id, one]));

function html(values: Partial<Parameters<typeof GalleryView>[0]> = {}): string {
  const all = { gallery: gallery({ id: 'a', caption: '' }, { id: 'b', caption: 'Am Quai' }), pictures: byId(picture('a'), picture('b', { origin: 'altered' })), reading, nth: 0, ...values };
  return renderToStaticMarkup(<GalleryView {...all} />).replaceAll(/<style.*?<\/style>/gsu, '');
}
const plain = (text: string) => text.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ').trim();

describe('a gallery on the page', () => {
  it('reads without any script: title, place, caption and source of each picture', () => {
    expect(plain(html())).toContain('Vier Tage «Föhn»');
    expect(plain(html())).toContain('1 / 2 Der See bei a Bild: Agentur Nordföhn / Anna Çelik 2 / 2 Am Quai Bild: Agentur Nordföhn / Anna Çelik Mit KI verändert');
  });
  it('gives every picture an address, in each gallery of a page its own', () => {
    expect([...html().matchAll(/<figure id="([^"]+)"/gu)].map((match) => match[1])).toEqual(['bild-1', 'bild-2']);
    expect([...html({ nth: 1 }).matchAll(/<figure id="([^"]+)"/gu)].map((match) => match[1])).toEqual(['galerie-2-bild-1', 'galerie-2-bild-2']);
  });
  it('loads pictures when they come near, with their size, so that nothing moves', () => {
    expect(html().match(/<img [^>]*width="800" height="533" loading="lazy"/gu)).toHaveLength(2);
    expect(html()).not.toContain('fetchPriority');
  });
  it('leaves out what may no longer be shown, and counts what is left', () => {
    const left = html({ pictures: byId(picture('a', { ready: false, usable: false, sources: [], fallback: null }), picture('b')) });
    expect(plain(left)).toContain('1 / 1 Am Quai');
    expect(left).not.toContain('bei a');
    expect(html({ pictures: byId(picture('a', { ready: false })) })).toBe('');
    expect(html({ gallery: gallery() })).toBe('');
  });
  it('shows its buttons only where the script is there that they are for', () => {
    expect(html()).toMatch(/<p hidden=""><button type="button" aria-label="Vorheriges Bild">/u);
    expect(html({ gallery: gallery({ id: 'a', caption: '' }) }).match(/<button/gu)).toHaveLength(1);
  });
  it('says which language it is in where the page is in another, caption by caption', () => {
    const french = { ...gallery({ id: 'a', caption: '' }, { id: 'b', caption: 'Au quai' }), language: 'fr' };
    const page = html({ gallery: french });
    expect(page).toContain('<h2 lang="fr">');
    expect(page).toContain('<span>Der See bei a </span>');
    expect(page).toContain('<span lang="fr">Au quai </span>');
  });
  it('lets no text out of its place', () => {
    const hostile = '"><script>alert(1)</script>';
    const page = html({ gallery: { ...gallery({ id: 'a', caption: hostile }), title: hostile, lead: hostile }, pictures: byId(picture('a', { alt: hostile, credit: hostile })) });
    expect(page.replaceAll('<script type="module" src="script:gallery"></script>', '')).not.toContain('<script');
    expect(page).not.toMatch(/\sstyle=/u);
  });
});
