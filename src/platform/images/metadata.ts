/**
 * What a picture says of itself: IPTC Photo Metadata Standard 2023.2, from XMP, before IPTC IIM, before EXIF.
 * Read for people who write captions; positions and serial numbers are never read out.
 */
import ExifReader from 'exifreader';
import { characterSetOf, decodeText } from './iim-text.ts';

/** Plain texts, empty where the file says nothing. */
export interface PictureMetadata {
  readonly title: string;
  readonly headline: string;
  readonly caption: string;
  /** In the file's order. */
  readonly creators: readonly string[];
  readonly creditLine: string;
  readonly source: string;
  readonly copyright: string;
  readonly usageTerms: string;
  readonly instructions: string;
  readonly keywords: readonly string[];
  /** As the file says it, ISO 8601 without a zone where it names none. */
  readonly date: string;
  readonly place: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly altText: string;
  readonly extendedDescription: string;
  /** A term of the IPTC's vocabulary, such as `trainedAlgorithmicMedia`, as the file writes it. */
  readonly digitalSourceType: string;
}

/** Damaged metadata is no reason to refuse a picture: what cannot be read is empty. */
export function readMetadata(file: Buffer): PictureMetadata {
  const { xmp, iptc, exif } = load(file);
  const fromXmp = xmpReader(xmp);
  const fromIim = iimReader(iptc);
  const fromExif = (name: string) => clean(textOf(exif[name]));
  const first = (...texts: string[]) => texts.find((text) => text !== '') ?? '';
  const firstList = (...lists: string[][]) => lists.find((list) => list.length > 0) ?? [];
  return {
    title: first(fromXmp.one('title'), fromIim.one('Object Name')),
    headline: first(fromXmp.one('Headline'), fromIim.one('Headline')),
    caption: first(fromXmp.one('description'), fromIim.one('Caption/Abstract'), captionOfCamera(fromExif('ImageDescription'))),
    creators: firstList(fromXmp.list('creator'), fromIim.list('By-line'), [fromExif('Artist')].filter((name) => name !== '')),
    creditLine: first(fromXmp.one('Credit'), fromIim.one('Credit')),
    source: first(fromXmp.one('Source'), fromIim.one('Source')),
    copyright: first(fromXmp.one('rights'), fromIim.one('Copyright Notice'), fromExif('Copyright')),
    usageTerms: fromXmp.one('UsageTerms'),
    instructions: first(fromXmp.one('Instructions'), fromIim.one('Special Instructions')),
    keywords: firstList(fromXmp.list('subject'), fromIim.list('Keywords')),
    date: first(fromXmp.one('DateCreated'), dateOf(fromIim.one('Date Created'), fromIim.one('Time Created')), dateOfExif(fromExif('DateTimeOriginal'))),
    place: first(fromXmp.one('Location'), fromIim.one('Sub-location')),
    city: first(fromXmp.one('City'), fromIim.one('City')),
    region: first(fromXmp.one('State'), fromIim.one('Province/State')),
    country: first(fromXmp.one('Country'), fromIim.one('Country/Primary Location Name')),
    altText: fromXmp.one('AltTextAccessibility'),
    extendedDescription: fromXmp.one('ExtDescrAccessibility'),
    digitalSourceType: fromXmp.one('DigitalSourceType'),
  };
}

/** A tag as the reader gives it; what is in it depends on the file. */
interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
}
type Tags = Readonly<Record<string, Tag | readonly Tag[] | undefined>>;
interface Block {
  one(name: string): string;
  list(name: string): string[];
}

const longestText = 10_000;
const mostOfAList = 200;

function load(file: Buffer): { xmp: Tags; iptc: Tags; exif: Tags } {
  try {
    const { xmp, iptc, exif } = ExifReader.load(file, { expanded: true });
    return { xmp: (xmp ?? {}) as Tags, iptc: (iptc ?? {}) as Tags, exif: (exif ?? {}) as Tags };
  } catch {
    return { xmp: {}, iptc: {}, exif: {} };
  }
}

function xmpReader(tags: Tags): Block {
  const texts = (name: string): string[] => {
    const tag = tags[name];
    if (tag === undefined || Array.isArray(tag)) return [];
    const { value } = tag as Tag;
    if (!Array.isArray(value)) return [clean(textOf(tag as Tag))].filter((text) => text !== '');
    const items = (value as Tag[]).slice(0, mostOfAList);
    // A language alternative (XMP part 1, 8.2.2.4): the default of the file first.
    const byDefault = items.findIndex((item) => item.attributes?.['xml:lang'] === 'x-default' || item.attributes?.['lang'] === 'x-default');
    if (byDefault > 0) items.unshift(...items.splice(byDefault, 1));
    return items.map((item) => clean(textOf(item))).filter((text) => text !== '');
  };
  return { one: (name) => texts(name)[0] ?? '', list: texts };
}

function iimReader(tags: Tags): Block {
  const bytesOf = (tag: Tag): Uint8Array | null => (Array.isArray(tag.value) && tag.value.every((byte) => typeof byte === 'number') ? Uint8Array.from(tag.value as number[]) : null);
  const all = (name: string): Tag[] => [tags[name] ?? []].flat().slice(0, mostOfAList) as Tag[];
  const bytes = iimTexts.flatMap((name) => all(name).flatMap((tag) => bytesOf(tag) ?? []));
  const mark = all('Coded Character Set')[0]?.value;
  const set = characterSetOf(bytes, Array.isArray(mark) ? (mark as number[]) : undefined);
  const texts = (name: string) => all(name).map((tag) => {
    const raw = iimTexts.includes(name) ? bytesOf(tag) : null;
    return clean(raw === null ? textOf(tag) : decodeText(raw, set));
  }).filter((text) => text !== '');
  return { one: (name) => texts(name)[0] ?? '', list: texts };
}

const iimTexts = [
  'Object Name', 'Headline', 'Caption/Abstract', 'By-line', 'Credit', 'Source', 'Copyright Notice', 'Special Instructions', 'Keywords',
  'Sub-location', 'City', 'Province/State', 'Country/Primary Location Name',
];

function textOf(tag: Tag | readonly Tag[] | undefined): string {
  const one = (Array.isArray(tag) ? tag[0] : tag) as Tag | undefined;
  if (typeof one?.value === 'string') return one.value;
  return typeof one?.description === 'string' ? one.description : '';
}

function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text.toWellFormed().replaceAll(/\r\n?/gu, '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/gu, ' ');
  return plain.trim().slice(0, longestText);
}

/** What cameras write into every picture is nobody's caption. */
function captionOfCamera(text: string): string {
  return /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|KONICA MINOLTA DIGITAL CAMERA|MINOLTA DIGITAL CAMERA|SAMSUNG|Default|DCIM\\.*|DSC_?\d*|<.*(?:Samsung|Digimax|KENOX).*>)$/iu.test(text) ? '' : text;
}

function dateOf(date: string, time: string): string {
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? [date, time].filter((part) => part !== '').join('T') : date;
}

function dateOfExif(text: string): string {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/u.exec(text);
  return found === null || found[1] === '0000' ? '' : `${found[1]}-${found[2]}-${found[3]}T${found[4]}`;
}
