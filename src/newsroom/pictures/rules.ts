/** What the newsroom has decided about pictures. */
import type { Actor } from '../../platform/feature.ts';
import { cropArea } from '../../platform/images/crop.ts';
import type { Crop, FocalPoint, Format, Origin, PictureSummary, StatedFacts } from './picture.ts';
import { origins } from './picture.ts';

/**
 * A small phone; a phone of today with three device pixels to one; half a screen; a large or a sharp screen. Between two
 * of them lie less than 60 per cent, so that nobody loads twice what the screen shows.
 */
export const widths = [480, 800, 1200, 1800] as const;

export interface CropRule {
  /** Width by height. */
  readonly ratio: number;
  readonly widths: readonly number[];
  readonly formats: readonly Format[];
}

/** The shapes of teasers, of faces and small lists, of a phone held upright, and of links on social networks, which read JPEG alone. */
export const cropRules: Readonly<Record<Crop, CropRule>> = {
  wide: { ratio: 3 / 2, widths, formats: ['avif', 'webp', 'jpeg'] },
  square: { ratio: 1, widths: [240, 480], formats: ['avif', 'webp', 'jpeg'] },
  tall: { ratio: 4 / 5, widths: [480, 800], formats: ['avif', 'webp', 'jpeg'] },
  social: { ratio: 1200 / 630, widths: [1200], formats: ['jpeg'] },
};

/** A crop that would take less than this part away is the whole picture. */
const noCrop = 0.02;

/** No side of a rendition is longer: WebP ends at 16,383, and no screen is so tall. */
export const longestSide = 8_000;

/** What every browser and every feed shows where nothing better is known. */
export const fallbackWidth = 800;

/** A credit that is edited is not written into the renditions with every letter. */
export const remakeAfter = 20_000;

// A longer text is a caption, and tiresome to hear.
const longestAlt = 300;

/** The desk is told a week before a picture's right ends: time enough to ask for it again, or to put another in. */
export const tellsBefore = 7 * 24 * 60 * 60 * 1000;

export type MissingOfPicture = 'rights' | 'credit' | 'alt';

/** What readers need before they may see it: whose it is, and what those hear who do not see it. */
export function missingToPublish(picture: Pick<PictureSummary, 'credit' | 'alt' | 'decorative' | 'usable'>): MissingOfPicture[] {
  const missing: MissingOfPicture[] = [];
  if (!picture.usable) missing.push('rights');
  if (picture.credit.trim() === '') missing.push('credit');
  if (picture.alt.trim() === '' && !picture.decorative) missing.push('alt');
  return missing;
}

/** The widths at which a picture is kept: the usual ones that it has, and its own where it is smaller than the greatest. */
export function renditionWidths(picture: { readonly width: number; readonly height: number }): number[] {
  const tallest = Math.floor((longestSide * picture.width) / picture.height);
  const greatest = Math.max(1, Math.min(picture.width, widths.at(-1)!, tallest));
  return [...widths.filter((width) => width < greatest), greatest];
}

/** The widths at which a crop is kept; none where the picture has that shape already. Social networks get exactly theirs. */
export function cropWidths(picture: { readonly width: number; readonly height: number }, crop: Crop): number[] {
  const { ratio, widths: usual } = cropRules[crop];
  const { width, height } = cropArea(picture, ratio, middle);
  if (crop !== 'social' && width * height > (1 - noCrop) * picture.width * picture.height) return [];
  const greatest = Math.min(width, usual.at(-1)!);
  return [...usual.filter((one) => one < greatest), greatest];
}

const middle: FocalPoint = { x: 0.5, y: 0.5 };

/** Set by hand, or as it was found. */
export function focalPointOf(picture: { readonly focal_x: number | null; readonly focal_y: number | null; readonly guess_x: number; readonly guess_y: number }): FocalPoint & { readonly byHand: boolean } {
  const { focal_x: x, focal_y: y } = picture;
  return x === null || y === null ? { x: picture.guess_x, y: picture.guess_y, byHand: false } : { x, y, byHand: true };
}

export interface RightsFacts {
  /** The law made us remove it. */
  readonly sealed: boolean;
  readonly blockedAt: Date | null;
  readonly usableUntil: Date | null;
}

export const rightsNames = ['free', 'ending', 'ended', 'blocked', 'sealed'] as const;
export type Rights = (typeof rightsNames)[number];

/** What may be done with a picture. A right ends at its instant, not after. */
export function rightsOf({ sealed, blockedAt, usableUntil }: RightsFacts, now: Date): Rights {
  if (sealed) return 'sealed';
  if (blockedAt !== null) return 'blocked';
  if (usableUntil === null) return 'free';
  const left = usableUntil.getTime() - now.getTime();
  return left <= 0 ? 'ended' : left <= tellsBefore ? 'ending' : 'free';
}


/** The IPTC's terms (http://cv.iptc.org/newscodes/digitalsourcetype/) by what readers are told: retouching needs no label. */
export const sourceTypesOf: Readonly<Record<Origin, readonly string[]>> = {
  generated: ['trainedAlgorithmicMedia', 'algorithmicMedia'],
  altered: ['compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic', 'algorithmicallyEnhanced'],
  composed: ['composite', 'compositeCapture'],
};

/** What a picture editor chooses among; others stay as the file has them. */
export const sourceTypes: readonly string[] = [
  'digitalCapture', 'computationalCapture', 'humanEdits', 'digitalCreation', 'screenCapture', 'dataDrivenMedia', ...Object.values(sourceTypesOf).flat(),
];

export function originOf(sourceType: string): Origin | null {
  return origins.find((origin) => sourceTypesOf[origin].includes(sourceType)) ?? null;
}

/** The term alone, of a term or of its address; empty for what is neither. */
export function sourceTypeOf(text: string): string {
  return /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/)?([A-Za-z]{3,60})$/u.exec(text.trim())?.[1] ?? '';
}

export interface OwnedPicture {
  readonly createdBy: string;
}

/** Those who answer for pictures change every one; those who write, their own. */
export function mayEdit(actor: Actor, picture: OwnedPicture): boolean {
  const all = actor.role === null || ['picture-editor', 'editor', 'publisher', 'administrator'].includes(actor.role);
  return all || picture.createdBy === actor.id;
}

/**
 * What a file says of itself, in the newsroom's fields and, where the file says it in several languages, in this one
 * (RFC 5646). A caption is proposed as alternative text where there is none.
 */
export function prefilled(metadata: StatedFacts, language: string): { caption: string; credit: string; alt: string } {
  const said = textIn(metadata, 'caption', language);
  const caption = said === '' ? metadata.headline : said;
  const altText = textIn(metadata, 'altText', language);
  return { caption, credit: creditOf(metadata), alt: altText === '' ? firstSentences(caption, longestAlt) : altText };
}

/** In that language, else in another form of it (`de-CH` for `de`), else as the file says it by itself. */
function textIn(metadata: StatedFacts, field: 'caption' | 'altText', language: string): string {
  const texts = Object.entries(metadata.inLanguages?.[field] ?? {}).filter(([, text]) => text !== '');
  const [wanted, primary] = [language.toLowerCase(), primaryOf(language)];
  const found = texts.find(([tag]) => tag.toLowerCase() === wanted) ?? texts.find(([tag]) => primaryOf(tag) === primary);
  return found?.[1] ?? metadata[field];
}

const primaryOf = (language: string) => language.toLowerCase().split('-')[0];

/** A picture's words are written in a language of the publication: the uploader's where it is one of them, else the first. */
export function languageOfWords(uploader: string | undefined, languages: readonly string[]): string {
  const theirs = uploader === undefined ? undefined : languages.find((language) => primaryOf(language) === primaryOf(uploader));
  return theirs ?? languages[0] ?? 'de';
}

/** What a file may have left out is empty. */
export function factsFrom(metadata: Partial<StatedFacts>): StatedFacts {
  return { headline: '', caption: '', altText: '', creators: [], creditLine: '', source: '', copyright: '', usageTerms: '', digitalSourceType: '', ...metadata };
}

/** Agency / photographer, as credit lines are written; without an agency the photographer, else whose right it is. */
export function creditOf({ creditLine, source, creators, copyright }: StatedFacts): string {
  const agency = creditLine === '' ? source : creditLine;
  const people = creators.filter((name) => !agency.toLowerCase().includes(name.toLowerCase()));
  const credit = [agency, ...people].filter((part) => part !== '').join(' / ');
  return credit === '' ? ownerOf(copyright) : credit;
}

/** Without sign and year; empty where nobody is named. */
function ownerOf(copyright: string): string {
  const owner = copyright.replace(/^(?:\(c\)|©|copyright|[\s,.:\d-])+/iu, '');
  return /^(?:reserved|all rights reserved\.?)?$/iu.test(owner) ? '' : owner;
}

/** What every rendition says of itself: the credit as the newsroom prints it, the rest as it came. */
export function writtenMetadata({ credit, metadata, source_type: term }: { credit: string; metadata: Partial<StatedFacts>; source_type: string }) {
  const { creators = [], copyright = '', usageTerms = '' } = metadata;
  const digitalSourceType = term === '' ? '' : `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;
  return { creators, creditLine: credit, copyright, usageTerms, digitalSourceType };
}

/** Whole sentences as far as they fit; a first sentence that is longer ends at a word. */
function firstSentences(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const sentence = cut.search(/[.!?]["»”’)]?\s(?!.*[.!?]["»”’)]?\s)/u);
  return sentence > longest / 4 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
