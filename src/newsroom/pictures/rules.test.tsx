import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PictureSummary, StatedFacts } from './picture.ts';
import { creditOf, cropWidths, focalPointOf, languageOfWords, mayEdit, missingToPublish, originOf, prefilled, renditionWidths, rightsOf, sourceTypeOf } from './rules.ts';
import { Picture } from './views.tsx';

const nothing: StatedFacts = { headline: '', caption: '', altText: '', creators: [], creditLine: '', source: '', copyright: '', usageTerms: '', digitalSourceType: '' };

describe('the credit of a picture', () => {
  it.each([
    [{ creditLine: 'Keystone-SDA', creators: ['Zoë Rüegg'] }, 'Keystone-SDA / Zoë Rüegg'],
    [{ creditLine: 'Keystone-SDA/Zoë Rüegg', creators: ['Zoë Rüegg'] }, 'Keystone-SDA/Zoë Rüegg'],
    [{ source: 'Alpenbild', creators: ['Ana', 'Urs'] }, 'Alpenbild / Ana / Urs'],
    [{ creators: ['Zoë Rüegg'], copyright: '© 2026' }, 'Zoë Rüegg'],
    [{ copyright: '(c) Copyright Alpenbild' }, 'Alpenbild'],
    [{ copyright: '© 2026 Jörg Zäch' }, 'Jörg Zäch'],
    [{ copyright: 'COPYRIGHT, 2005' }, ''],
    [{ copyright: 'Copyright (C) reserved' }, ''],
    [{}, ''],
  ])('is made of %o', (said, credit) => {
    expect(creditOf({ ...nothing, ...said })).toBe(credit);
  });
});

describe('the fields of a new picture', () => {
  it('propose the caption as alternative text where the file has none', () => {
    expect(prefilled({ ...nothing, caption: 'Der Föhn\nüber dem See' }, 'de')).toEqual({ caption: 'Der Föhn\nüber dem See', alt: 'Der Föhn über dem See', credit: '' });
    expect(prefilled({ ...nothing, caption: 'Der See', altText: 'Wellen', headline: 'Föhn' }, 'de')).toMatchObject({ caption: 'Der See', alt: 'Wellen' });
    expect(prefilled({ ...nothing, headline: 'Föhn' }, 'de')).toMatchObject({ caption: 'Föhn', alt: 'Föhn' });
  });

  it('take what the file says in the language that is written in, or in another form of it, else what it says by itself', () => {
    const file = { ...nothing, caption: 'The lake', altText: '', inLanguages: { caption: { 'de-AT': 'Der See', 'fr-CH': 'Le lac', it: '' }, altText: { fr: 'Des vagues' } } };
    expect(prefilled(file, 'de-CH')).toMatchObject({ caption: 'Der See', alt: 'Der See' });
    expect(prefilled(file, 'fr')).toMatchObject({ caption: 'Le lac', alt: 'Des vagues' });
    expect(prefilled(file, 'it')).toMatchObject({ caption: 'The lake', alt: 'The lake' });
    expect([languageOfWords('fr', ['de-CH', 'fr-CH']), languageOfWords('en', ['de-CH', 'fr-CH']), languageOfWords(undefined, [])]).toEqual(['fr-CH', 'de-CH', 'de']);
  });

  it('propose whole sentences of a long caption', () => {
    const long = `Ein Schiff liegt am Steg von Rapperswil. Der Föhn treibt die Wellen über die Mauer. ${'Weiter unten steht, wer das Bild verwenden darf. '.repeat(9)}`;
    const { alt } = prefilled({ ...nothing, caption: long }, 'de');
    expect(alt.length).toBeLessThanOrEqual(300);
    expect(alt).toMatch(/^Ein Schiff.*darf\.$/u);
  });
});

describe('what a picture needs', () => {
  it('is a credit and an alternative text', () => {
    const shown = { usable: true, decorative: false };
    expect(missingToPublish({ ...shown, credit: ' ', alt: '' })).toEqual(['credit', 'alt']);
    expect(missingToPublish({ ...shown, credit: 'Archiv', alt: 'Ein See' })).toEqual([]);
    expect(missingToPublish({ usable: true, decorative: true, credit: 'Archiv', alt: '' })).toEqual([]);
    expect(missingToPublish({ usable: false, decorative: false, credit: 'Archiv', alt: 'Ein See' })).toEqual(['rights']);
  });

  it('is told a week before its right ends, and ended at the instant', () => {
    const usableUntil = new Date('2026-12-01T12:00:00Z');
    const at = (now: string, more = {}) => rightsOf({ sealed: false, blockedAt: null, usableUntil, ...more }, new Date(now));
    expect(at('2026-11-24T11:59:59.999Z')).toBe('free');
    expect(at('2026-11-24T12:00:00Z')).toBe('ending');
    expect(at('2026-12-01T11:59:59.999Z')).toBe('ending');
    expect(at('2026-12-01T12:00:00Z')).toBe('ended');
    expect(at('2026-11-24T12:00:00Z', { blockedAt: usableUntil })).toBe('blocked');
    expect(at('2030-01-01T00:00:00Z', { usableUntil: null })).toBe('free');
  });

  it('is labelled where a machine made it or a part of it', () => {
    const origin = (text: string) => originOf(sourceTypeOf(text));
    expect(origin('http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia')).toBe('generated');
    expect(origin('compositeWithTrainedAlgorithmicMedia')).toBe('altered');
    expect(origin('http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture')).toBeNull();
    expect(sourceTypeOf('javascript:alert(1)')).toBe('');
  });

  it.each([
    [6000, 4000, [480, 800, 1200, 1800]],
    [1000, 800, [480, 800, 1000]],
    [480, 800, [480]],
    [200, 100, [200]],
    [1800, 1200, [480, 800, 1200, 1800]],
    [500, 20_000, [200]],
    [1, 65_000, [1]],
  ])('of %i by %i pixels are the widths that it has', (width, height, expected) => {
    expect(renditionWidths({ width, height })).toEqual(expected);
  });

  it.each([
    ['wide', 6000, 4000, []],
    ['wide', 4000, 6000, [480, 800, 1200, 1800]],
    ['square', 1000, 640, [240, 480]],
    ['square', 1000, 300, [240, 300]],
    ['tall', 1000, 640, [480, 512]],
    ['social', 6000, 4000, [1200]],
    ['social', 1200, 630, [1200]],
    ['social', 500, 500, [500]],
  ] as const)('of a crop that is %s of %i by %i pixels are the widths that it has there', (crop, width, height, expected) => {
    expect(cropWidths({ width, height }, crop)).toEqual(expected);
  });

  it('has the focal point that was set, else the one that was found', () => {
    const found = { guess_x: 0.3, guess_y: 0.7, focal_x: null, focal_y: null };
    expect(focalPointOf(found)).toEqual({ x: 0.3, y: 0.7, byHand: false });
    expect(focalPointOf({ ...found, focal_x: 0, focal_y: 1 })).toEqual({ x: 0, y: 1, byHand: true });
  });

  it('is given by those who answer for pictures, and by whoever put it in', () => {
    const actor = (role: string | null, id = 'ana') => ({ kind: 'staff' as const, id, name: 'Ana', role });
    expect(mayEdit(actor('reporter'), { createdBy: 'urs' })).toBe(false);
    expect(mayEdit(actor('freelancer'), { createdBy: 'ana' })).toBe(true);
    expect(mayEdit(actor('picture-editor'), { createdBy: 'urs' })).toBe(true);
  });
});

describe('a picture on a page', () => {
  const at = (format: string, ending: string) => [480, 800].map((width) => ({ width, height: width / 2, url: `/bilder/23456789/0123456789abcdef-${width}.${ending}` }));
  const picture: PictureSummary = {
    id: '23456789', width: 800, height: 400, colour: '#123456', alt: 'Ein «See» & mehr', caption: '', credit: '', language: 'de', crops: {}, animated: false, ready: true, usable: true, ends: null, decorative: false, origin: null, terms: { days: null, onlyWith: null, usableBy: [] },
    sources: [{ format: 'avif', type: 'image/avif', widths: at('avif', 'avif') }, { format: 'jpeg', type: 'image/jpeg', widths: at('jpeg', 'jpg') }],
    fallback: '/bilder/23456789/0123456789abcdef-800.jpg',
  };

  const rule = '<style data-precedence="part" data-href="g135">.g135{background:#135}</style>';

  it('offers every size, keeps its place in its own colour, and waits until it is needed', () => {
    expect(renderToStaticMarkup(<Picture picture={picture} sizes="100vw" />).replace(rule, '')).toBe(
      '<picture class="picture"><source type="image/avif" srcSet="/bilder/23456789/0123456789abcdef-480.avif 480w,/bilder/23456789/0123456789abcdef-800.avif 800w" sizes="100vw"/>'
      + '<img class="g135" src="/bilder/23456789/0123456789abcdef-800.jpg" alt="Ein «See» &amp; mehr" width="800" height="400" loading="lazy" decoding="async"/></picture>',
    );
  });

  it('comes first where it is the first, and asks for no style attribute and no script', () => {
    const html = renderToStaticMarkup(<Picture picture={picture} sizes="100vw" alt="" first />).replace(rule, '');
    expect(html).toMatch(/^<picture.*fetchPriority="high".*<\/picture>$/u);
    expect(html).not.toMatch(/lazy|style|preload/u);
    expect(html).toContain('alt=""');
  });

  it('is absent while it is not there', () => {
    expect(renderToStaticMarkup(<Picture picture={{ ...picture, sources: [], fallback: null, ready: false }} sizes="100vw" />)).toBe('');
  });
});
