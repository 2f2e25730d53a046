import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../design/script.tsx';
import { translator } from '../../../platform/words/translate.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { VideoSummary } from '../video.ts';
import { length, VideoView } from './video-view.tsx';
import { videoWords } from './words.ts';

const reading = { language: 'de', t: translator([videoWords], 'de') };
const webp = [480, 800, 1200].map((width) => ({ width, height: width / 2, url: `/bilder/see22222/0123456789abcdef-${width}.webp` }));
const poster: PictureSummary = {
  id: 'see22222', width: 1200, height: 600, colour: '#aabbcc', alt: 'Der See', caption: '', credit: 'Archiv', language: 'de', sources: [{ format: 'webp', type: 'image/webp', widths: webp }], fallback: '/bilder/see22222/0123456789abcdef-800.jpg',
  crops: {}, animated: false, ready: true, usable: true, ends: null, decorative: false, origin: null, terms: { days: null, onlyWith: null, usableBy: [] },
};
const film: VideoSummary = {
  id: 'k3f9bcdf', width: 1280, height: 720, duration: 154_000, title: 'Vier Tage «Föhn»', description: 'Am Quai.', credit: 'Anna Çelik', language: 'de', poster: poster.id, posterAt: { x: 30, y: 70 },
  sources: [{ url: '/videos/k3f9bcdf/a.m3u8', type: 'application/vnd.apple.mpegurl', media: null }, { url: '/videos/k3f9bcdf/b.mp4', type: 'video/mp4; codecs="avc1.64001f"', media: '(min-width:64rem)' }, { url: '/videos/k3f9bcdf/c.mp4', type: 'video/mp4', media: null }],
  captions: [{ language: 'fr', url: '/videos/k3f9bcdf/f.vtt' }, { language: 'de', url: '/videos/k3f9bcdf/d.vtt' }], silent: false, usable: true, ready: true,
};
const html = (more: Partial<VideoSummary> = {}, caption = '', language = 'de') => renderToStaticMarkup(<VideoView video={{ ...film, ...more }} poster={poster} caption={caption} reading={{ ...reading, language }} />);

describe('a film on the page', () => {
  it('loads nothing but its poster before it is played, and holds its room', () => {
    expect(html()).toContain('<video id="video-k3f9bcdf" controls="" playsInline="" preload="none" width="1280" height="720" poster="/bilder/see22222/0123456789abcdef-1200.webp"');
    expect(html()).toContain('#video-k3f9bcdf{aspect-ratio:1280/720;object-position:30% 70%}');
  });
  it('is offered as a stream first, then as a file for the screen', () => {
    expect([...html().matchAll(/<source src="([^"]+)"(?: type="[^"]*")(?: media="([^"]+)")?/gu)].map(([, src, media]) => `${src} ${media ?? ''}`.trim())).toEqual([
      '/videos/k3f9bcdf/a.m3u8', '/videos/k3f9bcdf/b.mp4 (min-width:64rem)', '/videos/k3f9bcdf/c.mp4',
    ]);
  });
  it('offers captions in the page’s language first, on by themselves only where the film is spoken in another', () => {
    expect([...html().matchAll(/<track [^>]*srcLang="(\w+)" label="([^"]+)"( default="")?/gu)].map((match) => match.slice(1))).toEqual([['de', 'Deutsch', undefined], ['fr', 'français', undefined]]);
    expect(html({}, '', 'fr')).toMatch(/<track [^>]*srcLang="fr" label="français" default=""/u);
  });
  it('says whose it is in the form of the language, with the story’s own line where it has one', () => {
    expect(html()).toContain('<small>Video: Anna Çelik</small>');
    expect(html()).toContain('<span>2:34</span>');
    expect(html()).toContain('<span>Am Quai. </span>');
    expect(html({}, 'In der Nacht.')).toContain('<span>In der Nacht. </span>');
  });
  it('asks of the page that it may be loaded from the site, and of nobody else', () => {
    expect(askedBy(html()).allowed).toEqual({ 'media-src': [`'self'`] });
    expect(askedBy(html()).scripts).toEqual([]);
  });
  it('is nothing while nothing can be played, and lets no word out of its place', () => {
    expect(html({ ready: false })).toBe('');
    expect(html({ title: '"><script>alert(1)</script>', credit: '<b>' })).not.toMatch(/<script|<b>Anna|<small>Video: <b>/u);
  });
  it.each([[900, '0:01'], [154_000, '2:34'], [3_723_000, '1:02:03']])('%d milliseconds are %s', (milliseconds, text) => {
    expect(length(milliseconds)).toBe(text);
  });
});
