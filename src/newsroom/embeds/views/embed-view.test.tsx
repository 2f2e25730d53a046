import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../design/script.tsx';
import { translator } from '../../../platform/words/translate.ts';
import { readingWords } from '../../stories/views/words.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { EmbedSummary } from '../embed.ts';
import { EmbedView } from './embed-view.tsx';
import { embedWords } from './words.ts';

const t = translator([readingWords, embedWords], 'de');
const reading = { language: 'de', t: ((key, values) => t(key, { form: 'sie', ...values })) as typeof t };
const film: EmbedSummary = {
  id: 'k3f9bcdf', provider: { id: 'youtube', name: 'YouTube', company: 'Google' }, url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', frame: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
  frameOrigins: ['https://www.youtube-nocookie.com'], referrer: 'strict-origin', title: 'Lawine am «Tödi»', author: 'Bergwacht', language: 'de', shape: { ratio: 16 / 9 }, poster: null,
};
const whole = (more: Partial<EmbedSummary> = {}) => renderToStaticMarkup(<EmbedView embed={{ ...film, ...more }} poster={undefined} reading={reading} />);
const html = (more: Partial<EmbedSummary> = {}) => whole(more).replaceAll(/<style[^>]*data-href="embed".*?<\/style>/gsu, '').replaceAll(/<style href="embed".*?<\/style>/gsu, '');

describe('what another house shows', () => {
  it('waits in a template, which no browser loads, behind a button that says what will happen', () => {
    const outside = html().replaceAll(/<template>.*<\/template>/gsu, '');
    expect(outside).not.toMatch(/src="https:|<iframe/u);
    expect(outside).toContain('<button type="button" hidden="">Inhalt von YouTube laden</button>');
    expect(outside).toContain('Beim Laden erfährt YouTube (Google), dass Sie diese Seite lesen');
    expect(outside).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener noreferrer external">Lawine am «Tödi»</a>');
  });
  it('is a frame that can do little to us, with a name', () => {
    const frame = /<template>(.*)<\/template>/su.exec(html())![1]!;
    expect(frame).toContain('title="YouTube: Lawine am «Tödi»"');
    expect(frame).toContain('sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation"');
    expect(frame).toContain('referrerPolicy="strict-origin"');
    expect(frame).not.toMatch(/allow-top-navigation|allow-forms|autoplay/u);
  });
  it('is a card of words where there is no picture of ours: they are read before the button', () => {
    expect(html()).toMatch(/<figure class="embed embed-card" data-embed="youtube" data-house="YouTube">.*<figcaption>.*<div class="embed-stage".*<button/su);
    const poster = { id: 'p', ready: true, credit: 'Keystone / Zoë Müller', sources: [], fallback: '/bilder/p.jpg', width: 900, height: 600, colour: '#335577', alt: '' } as unknown as PictureSummary;
    const pictured = renderToStaticMarkup(<EmbedView embed={film} poster={poster} reading={reading} />);
    expect(pictured).toMatch(/<figure class="embed" data-embed="youtube">.*<div class="embed-stage".*<img .*<button.*<figcaption>.*Bild: Keystone/su);
    expect(pictured).not.toContain('data-house=');
  });
  it('holds its room, and asks of the page that its house alone may be framed', () => {
    expect(html()).toContain('#embed-k3f9bcdf{aspect-ratio:1.778}');
    expect(html({ shape: { height: 460 } })).toContain('#embed-k3f9bcdf{height:460px}');
    expect(askedBy(html())).toMatchObject({ scripts: ['embed'], allowed: { 'frame-src': ['https://www.youtube-nocookie.com'] } });
  });
  it('is a link where its house may not show it: no frame, no script, no policy', () => {
    const link = html({ frame: null, frameOrigins: [] });
    expect(link).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
    expect(link).not.toMatch(/iframe|button|label/u);
    expect(askedBy(link)).toMatchObject({ scripts: [], allowed: {} });
  });
  it('lets no word out of its place', () => {
    expect(html({ title: '"><img src=x onerror=alert(1)>', author: '<script>' })).not.toMatch(/<img src=x|<script>/u);
  });
});
