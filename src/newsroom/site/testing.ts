/** The small world of tests of reader pages: one story in Zürich, its people, its pictures. */
import { createHash } from 'node:crypto';
import type { PictureSummary } from '../pictures/picture.ts';
import { firstPublication } from '../publication/paper.ts';
import { publisherOf } from '../reach/reach.ts';
import { noThings } from '../stories/elements/elements.ts';
import type { DocumentJson } from '../stories/grammar.ts';
import type { PublicStory, Teaser } from '../stories/public.ts';
import { emptyContent } from '../stories/story.ts';
import { readingOf } from './frame.tsx';
import type { Ground } from './load-site.ts';

const origin = 'https://blatt.example';
const publication = { ...firstPublication, name: 'Tagblatt Zürich', shortName: 'Tagblatt', tagline: 'Für «Züri» und die Welt' };
const step = (id: string, path: string, name: string) => ({ id, path, name });
const sections = ['Schweiz', 'Region', 'International', 'Wirtschaft', 'Kultur', 'Wissen', 'Sport', 'Meinung'];

export const ground: Ground = {
  publication, sections: [], publisher: publisherOf(publication, origin),
  site: {
    name: publication.name, shortName: publication.shortName, tagline: publication.tagline, accent: '#a3271f', origin, language: 'de', timeZone: 'Europe/Zurich', form: 'sie', logo: null,
    publisher: ['Verlag Tagblatt', 'Limmatquai 4', '8001 Zürich'], contact: 'redaktion@blatt.example', pages: [{ title: 'Impressum', slug: 'impressum' }], sample: false, clockMoved: false, indexable: true,
    navigation: sections.map((name) => ({ id: name.toLowerCase(), path: name.toLowerCase(), name, language: 'de', children: [] })),
  },
};

export const reading = readingOf(ground.site, 'de', new Date('2026-11-23T16:00:00Z'));

export const bridge: PictureSummary = {
  id: 'bridge22', width: 1200, height: 800, colour: '#aabbcc', alt: 'Die Quaibrücke im Föhn', caption: 'Die Quaibrücke', credit: 'Agentur Nordföhn / Lea Öztürk', language: 'de',
  sources: (['avif', 'webp', 'jpeg'] as const).map((format) => ({
    format, type: `image/${format}`,
    widths: [480, 800, 1200].map((width) => ({ width, height: (width * 2) / 3, url: `/bilder/bridge22/0123456789abcdef-${width}.${format === 'jpeg' ? 'jpg' : format}` })),
  })),
  fallback: '/bilder/bridge22/0123456789abcdef-800.jpg', crops: {}, animated: false, ready: true, usable: true, ends: null, decorative: false, origin: null, terms: { days: null, onlyWith: null, usableBy: [] },
};

/** A story with every part. */
export function foehn(): PublicStory {
  const headline = 'Zürichs «Föhn» dreht: 12’345 Böen';
  const lead = 'Am Montag stand das Wasser des Zürichsees still. Dann kam der Wind aus einer Richtung, die es nicht gibt.';
  const author = (name: string, slug: string) => ({ id: slug, slug, name, about: 'Schreibt über Wind.', portrait: bridge });
  const usa = step('sec2usa2', 'international/usa', 'USA');
  return {
    id: 'k3f9hbcd', url: '/international/usa/zuerichs-foehn-k3f9hbcd', headline, kicker: 'Wetter', lead, label: null, language: 'de',
    publishedAt: new Date('2026-11-23T13:05:00Z'), updatedAt: new Date('2026-11-23T14:30:00Z'), changedAt: new Date('2026-11-23T15:00:00Z'),
    section: usa, sections: [step('sec2int2', 'international', 'International'), usa], picture: bridge, pictures: new Map([[bridge.id, bridge]]), things: noThings,
    authors: [author('Anna Çelik', 'anna-celik'), author('Jean-Noël O’Neill', 'jean-noel-o-neill')],
    credits: [{ id: 'anf', slug: 'anf', name: 'Agentur Nordföhn', shortName: 'anf', credit: 'ANF' }, { id: 'bise', slug: 'bise', name: 'Bise Presse', shortName: 'bp', credit: 'Bise' }],
    topics: [{ id: 't1', slug: 'wetter', name: 'Wetter' }], translations: [],
    corrections: [{ id: 'c1', at: new Date('2026-11-23T15:00:00Z'), text: 'Es waren 12’345 Böen, nicht 54’321.' }],
    content: { ...emptyContent(usa.id, 'de'), headline, kicker: 'Wetter', lead, picture: { id: bridge.id, caption: 'Am Montag auf der Quaibrücke' }, body: { type: 'doc', content: [paragraph(lead)] } },
  };
}

/** 4,000 characters of running text in ten paragraphs, three subheads, a quotation and an infobox. */
export function referenceStory(): PublicStory {
  const story = foehn();
  const blocks = Array.from({ length: 10 }, (_, i) => paragraph(prose(i)));
  const body: DocumentJson[] = [
    ...blocks.slice(0, 3), subhead('Der Wind am See'), ...blocks.slice(3, 6), { type: 'quotation', attrs: { source: 'Ürsula Müller, Schifferin' }, content: [paragraph('Ich habe das Wasser noch nie so still gesehen.')] },
    subhead('Die Messung'), ...blocks.slice(6, 8), { type: 'infobox', attrs: { title: 'Was ist Föhn?' }, content: [paragraph('Ein warmer, trockener Fallwind auf der Leeseite eines Gebirges. Er kann ganze Tage dauern.')] }, subhead('Die Folgen'), ...blocks.slice(8),
  ];
  return { ...story, content: { ...story.content, body: { type: 'doc', content: body } } };
}

/** The reference story with a gallery of fourteen pictures, each with words of its own. */
export function illustratedStory(): PublicStory {
  const story = referenceStory();
  const pictures = Array.from({ length: 14 }, (_, i) => fourteenth(i));
  const gallery = { id: 'g3f9hbcd', title: 'Der Föhn in vierzehn Bildern', lead: prose(20).slice(0, 160), language: 'de', pictures: pictures.map(({ id }) => ({ id, caption: '' })) };
  const body = [...(story.content.body.content ?? []), { type: 'gallery', attrs: { id: gallery.id } }];
  return {
    ...story, pictures: new Map([...story.pictures, ...pictures.map((picture) => [picture.id, picture] as const)]), things: { ...story.things, gallery: new Map([[gallery.id, gallery]]) },
    content: { ...story.content, body: { type: 'doc', content: body } },
  };
}

/** With an address that repeats nothing of another's, as real ones. */
function fourteenth(i: number): PictureSummary {
  const hash = createHash('sha256').update(`picture ${i}`).digest('hex');
  const [id, made] = [hash.slice(20, 28), hash.slice(0, 16)];
  const again = (url: string) => url.replace('bridge22', id).replace('0123456789abcdef', made);
  return {
    ...bridge, id, alt: prose(i).slice(0, 70), caption: prose(i + 5).slice(100, 210), fallback: again(bridge.fallback!),
    sources: bridge.sources.map((source) => ({ ...source, widths: source.widths.map((one) => ({ ...one, url: again(one.url) })) })),
  };
}

export function teaserOf({ authors, ...story }: PublicStory): Teaser {
  return { ...story, authors: authors.map(({ name, slug }) => ({ name, slug })) };
}

const paragraph = (text: string): DocumentJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const subhead = (text: string): DocumentJson => ({ type: 'subhead', content: [{ type: 'text', text }] });

const words = (
  'der Wind dreht am Abend über dem See und niemand weiss woher er kommt sagt die Schifferin aus Rapperswil während sie das Tau löst und hinüber zum Ufer schaut wo die Lichter '
  + 'der Stadt angehen obwohl es erst vier Uhr ist im November messen die Stationen zwölftausend Böen mehr als in jedem Jahr seit Beginn der Aufzeichnungen das Bundesamt spricht von '
  + 'einem seltenen Ereignis die Gemeinden prüfen Schäden an Dächern Bäumen Leitungen Versicherungen rechnen mit neun Millionen Franken trotzdem bleibt die Fähre im Fahrplan'
).split(' ');

/** Four hundred characters that repeat no sentence: words in an order that a fixed step makes. */
function prose(paragraphNumber: number): string {
  let text = '';
  for (let i = 0; text.length < 395; i++) text += `${words[(i * (7 + paragraphNumber * 4) + paragraphNumber * 13) % words.length]}${i % 9 === 8 ? '. ' : ' '}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1, 399)}.`;
}
