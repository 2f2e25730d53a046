/**
 * What a picture says of itself: IPTC Photo Metadata Standard 2023.2, from XMP, before IPTC IIM, before EXIF.
 * Read for people who write captions; positions and serial numbers are never read out.
 */
import ExifReader from 'exifreader';
import { characterSetOf, decodeText } from './iim-text.ts';
import type { Xmp, XmpName, XmpText } from './xmp.ts';
import { readXmp, xmpPackets } from './xmp.ts';

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
  /** ISO 8601, as exact as the file says it, without a zone where it names none. */
  readonly date: string;
  readonly place: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  /** ISO 3166 in two or three letters, as the file writes it. */
  readonly countryCode: string;
  readonly event: string;
  /** Who is shown. */
  readonly persons: readonly string[];
  /** The agency's own name for its order: what one asks it by. */
  readonly jobId: string;
  readonly altText: string;
  readonly extendedDescription: string;
  /** A term of the IPTC's vocabulary, such as `trainedAlgorithmicMedia`, as the file writes it. */
  readonly digitalSourceType: string;
  /** Texts that the file holds in further languages, by field and language (RFC 5646). */
  readonly inLanguages: Readonly<Partial<Record<TranslatedField, Readonly<Record<string, string>>>>>;
}

export type TranslatedField = 'title' | 'caption' | 'copyright' | 'usageTerms' | 'altText' | 'extendedDescription';

/** Damaged metadata is no reason to refuse a picture: what cannot be read is empty. */
export function readMetadata(file: Buffer): PictureMetadata {
  const { iptc, exif } = load(file);
  const xmp = readXmp(xmpPackets(file));
  const list = (name: XmpName) => xmp(name).map(({ text }) => clean(text)).filter((text) => text !== '');
  const one = (name: XmpName) => clean(inDefaultLanguage(xmp(name)));
  const iim = iimReader(iptc);
  const fromExif = (name: string) => clean(textOf(exif[name]));
  return {
    title: first(one('dc:title'), iim.one('Object Name')),
    headline: first(one('photoshop:Headline'), iim.one('Headline')),
    caption: first(one('dc:description'), iim.one('Caption/Abstract'), captionOfCamera(fromExif('ImageDescription'))),
    creators: firstList(list('dc:creator'), iim.list('By-line'), [fromExif('Artist')].filter((name) => name !== '')),
    creditLine: first(one('photoshop:Credit'), iim.one('Credit')),
    source: first(one('photoshop:Source'), iim.one('Source')),
    copyright: first(one('dc:rights'), iim.one('Copyright Notice'), fromExif('Copyright')),
    usageTerms: one('xmpRights:UsageTerms'),
    instructions: first(one('photoshop:Instructions'), iim.one('Special Instructions')),
    keywords: firstList(list('dc:subject'), iim.list('Keywords')),
    date: first(isoDate(one('photoshop:DateCreated')), isoDate(`${iim.one('Date Created')}T${iim.one('Time Created')}`), isoDate(fromExif('DateTimeOriginal'))),
    ...placeOf(one, iim),
    event: one('Iptc4xmpExt:Event'),
    persons: list('Iptc4xmpExt:PersonInImage'),
    jobId: first(one('photoshop:TransmissionReference'), iim.one('Original Transmission Reference')),
    altText: one('Iptc4xmpCore:AltTextAccessibility'),
    extendedDescription: one('Iptc4xmpCore:ExtDescrAccessibility'),
    digitalSourceType: one('Iptc4xmpExt:DigitalSourceType'),
    inLanguages: inLanguagesOf(xmp),
  };
}

const first = (...texts: string[]) => texts.find((text) => text !== '') ?? '';
const firstList = (...lists: string[][]) => lists.find((list) => list.length > 0) ?? [];

/** Where it was taken: the plain fields, else the structure that the standard has had since 2008, what is shown before where the camera stood. */
function placeOf(one: (name: XmpName) => string, iim: Block): Pick<PictureMetadata, 'place' | 'city' | 'region' | 'country' | 'countryCode'> {
  const structured = (field: string) => first(one(`Iptc4xmpExt:LocationShown/${field}`), one(`Iptc4xmpExt:LocationCreated/${field}`));
  return {
    place: first(one('Iptc4xmpCore:Location'), iim.one('Sub-location'), structured('Sublocation')),
    city: first(one('photoshop:City'), iim.one('City'), structured('City')),
    region: first(one('photoshop:State'), iim.one('Province/State'), structured('ProvinceState')),
    country: first(one('photoshop:Country'), iim.one('Country/Primary Location Name'), structured('CountryName')),
    countryCode: first(one('Iptc4xmpCore:CountryCode'), iim.one('Country/Primary Location Code'), structured('CountryCode')),
  };
}

/** Of a language alternative (XMP part 1, 8.2.2.4) the default of the file, wherever it stands. */
function inDefaultLanguage(texts: readonly XmpText[]): string {
  return (texts.find(({ language }) => language === 'x-default') ?? texts[0])?.text ?? '';
}

const translated: Readonly<Record<TranslatedField, XmpName>> = {
  title: 'dc:title', caption: 'dc:description', copyright: 'dc:rights', usageTerms: 'xmpRights:UsageTerms',
  altText: 'Iptc4xmpCore:AltTextAccessibility', extendedDescription: 'Iptc4xmpCore:ExtDescrAccessibility',
};

function inLanguagesOf(xmp: Xmp): PictureMetadata['inLanguages'] {
  return Object.fromEntries(Object.entries(translated).flatMap(([field, name]) => {
    const texts = xmp(name).filter(({ language }) => language !== '' && language !== 'x-default');
    return texts.length === 0 ? [] : [[field, Object.fromEntries(texts.map(({ language, text }) => [language, clean(text)]))]];
  }));
}

/** A tag as the reader gives it; what is in it depends on the file. */
interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}
type Tags = Readonly<Record<string, Tag | readonly Tag[] | undefined>>;
interface Block {
  one(name: string): string;
  list(name: string): string[];
}

const longestText = 10_000;
const mostOfAList = 200;

function load(file: Buffer): { iptc: Tags; exif: Tags } {
  try {
    const { iptc, exif } = ExifReader.load(file, { expanded: true });
    return { iptc: (iptc ?? {}) as Tags, exif: (exif ?? {}) as Tags };
  } catch {
    return { iptc: {}, exif: {} };
  }
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
  'Sub-location', 'City', 'Province/State', 'Country/Primary Location Name', 'Country/Primary Location Code', 'Original Transmission Reference',
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

/** As XMP writes it (ISO 8601), or as EXIF does with colons; empty for what is no date. A zone that exists nowhere is left out. */
function isoDate(text: string): string {
  const [, year, month, day, clock, zone] = /^(\d{4})(?:[-:](\d\d)(?:[-:](\d\d))?)?(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?[T ]*$/u.exec(text) ?? [];
  if (year === undefined || year === '0000' || month === '00') return '';
  const date = [year, month, day === '00' ? undefined : day].filter((part) => part !== undefined).join('-');
  const isZone = zone !== undefined && /^(?:Z|[+-](?:0\d|1[0-4]):?(?:00|15|30|45))$/u.test(zone);
  return clock === undefined ? date : `${date}T${clock}${isZone ? zone : ''}`;
}
