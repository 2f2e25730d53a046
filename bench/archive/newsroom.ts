/** The people, places and pictures of the archive; the same for any number of stories. */
import type { Agency } from '../../src/newsroom/agencies/agency.ts';
import type { Author } from '../../src/newsroom/authors/author.ts';
import { widths } from '../../src/newsroom/pictures/rules.ts';
import type { Picture, StoredRendition } from '../../src/newsroom/pictures/store.ts';
import type { Section } from '../../src/newsroom/sections/sections.ts';
import type { Topic } from '../../src/newsroom/topics/topic.ts';
import { formats } from '../../src/newsroom/pictures/picture.ts';
import { slugify } from '../../src/platform/text/slug.ts';
import { Chance } from './chance.ts';
import type { Vocabulary } from './words.ts';

export interface Weighed {
  readonly id: string;
  readonly weight: number;
}

export interface Newsroom {
  readonly sections: readonly (Section & Weighed)[];
  readonly agencies: readonly Agency[];
  readonly authors: readonly Author[];
  readonly topics: readonly Topic[];
  readonly pictures: readonly { readonly picture: Picture; readonly renditions: readonly StoredRendition[] }[];
}

/** Path and how much of the archive stands in it. */
const tree: readonly (readonly [path: string, name: string, weight: number])[] = [
  ['schweiz', 'Schweiz', 30], ['schweiz/zuerich', 'Zürich', 8], ['schweiz/bern', 'Bern', 5], ['international', 'International', 14], ['international/usa', 'USA', 5],
  ['wirtschaft', 'Wirtschaft', 12], ['wissen', 'Wissen', 6], ['kultur', 'Kultur', 7], ['kultur/buecher', 'Bücher', 2], ['sport', 'Sport', 9], ['meinung', 'Meinung', 2],
];
const given = 'Anna Bülent Céline Dario Élodie Fatma Gian Hülya Ivo Jelena Kübra Luca Mirjam Noé Özlem Priska Reto Seraina Tiziana Ürsula'.split(' ');
const family = 'Ackermann Bianchi Çelik Dubois Egger Favre Gözler Hürlimann Imboden Jäggi Künzli Lüthi Müller Nussbaumer Orlandelli Pfäffli Rüegg Schärer Tschümperlin Zgraggen'.split(' ');
const began = new Date('2021-11-01T06:00:00Z');

export function makeNewsroom(vocabulary: Vocabulary, pictures: number): Newsroom {
  const chance = new Chance(1780);
  const id = () => chance.id();
  const ids = new Map(tree.map(([path]) => [path, id()]));
  return {
    sections: tree.map(([path, name, weight], place) => ({
      id: ids.get(path)!, path, parent: ids.get(path.split('/').slice(0, -1).join('/')) ?? null, names: { de: name }, language: 'de', position: place, defaults: {}, version: 1, createdAt: began, weight,
    })),
    agencies: Array.from({ length: 12 }, (_, place) => ({
      id: id(), slug: `agentur-${place}`, name: `Agentur ${vocabulary.words[400 + place]!}`, shortName: `AG${place}`, credit: `AG${place}`, about: '', url: null, version: 1, createdAt: began,
    })),
    authors: given.flatMap((first, i) => family.slice(0, 10).map((last, j) => authorOf(`${first} ${family[(i + j) % family.length]!}${j > 8 ? `-${last}` : ''}`, id()))),
    topics: Array.from({ length: 400 }, (_, place) => ({ id: id(), slug: `thema-${place}`, name: vocabulary.words[200 + place * 7]!, language: 'de', createdAt: began })),
    pictures: Array.from({ length: pictures }, (_, place) => pictureOf(id(), place, vocabulary.words[300 + (place % 5_000)]!)),
  };
}

function authorOf(name: string, id: string): Author {
  return { id, slug: `${slugify(name, 'de')}-${id}`, name: `${name} ${id.slice(0, 2)}`, about: 'Schreibt für die Redaktion.', portrait: null, staff: null, version: 1, createdAt: began };
}

function pictureOf(id: string, place: number, word: string) {
  const hex = place.toString(16).padStart(16, '0');
  const picture: Picture = {
    id, original: `${hex}${hex}${hex}${hex}`, name: `${word}.jpg`, media_type: 'image/jpeg', width: 1800, height: 1200, bytes: 900_000, colour: '#8a93a0',
    caption: `${word} am Montag in Zürich.`, credit: 'Agentur Nordföhn / Anna Çelik', alt: `${word} im Föhn`, language: 'de', metadata: {}, state: 'ready', version: 1,
    created_at: began, created_by: 'archive', made: hex, decorative: false, source_type: '', usable_until: null, ended: false, blocked_at: null, block_reason: '',
    focal_x: null, focal_y: null, guess_x: 0.5, guess_y: 0.5, frames: 1, cropped: '', perceptual_hash: null,
    stated: {}, usable_by: [], days: null, only_with: null, taken_on: null, end_told: false,
  };
  const renditions = formats.flatMap((format) => widths.map((width) => ({ shape: 'whole' as const, format, width, height: Math.round((width * 2) / 3), address: `${format}-${width}-${hex}`, bytes: width * 60 })));
  return { picture, renditions };
}
