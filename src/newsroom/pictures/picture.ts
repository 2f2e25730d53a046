/** A picture, the states it can be in, and what a page shows of it. */
import type { PictureTerms } from './details.ts';

/** `making`: no rendition yet. `ready`: readers can see it. `failed`: no rendition could be made. */
export const pictureStates = ['making', 'ready', 'failed'] as const;
export type PictureState = (typeof pictureStates)[number];

/** In the order in which a browser is offered them. */
export const formats = ['avif', 'webp', 'jpeg'] as const;
export type Format = (typeof formats)[number];

/**
 * Parts of a picture in the shapes that pages ask for. `wide`: 3 to 2, beside a headline. `square`: small, in lists.
 * `tall`: 4 to 5, on phones. `social`: 1200 to 630, where others show a link to a story.
 */
export const crops = ['wide', 'square', 'tall', 'social'] as const;
export type Crop = (typeof crops)[number];
export const shapes = ['whole', ...crops] as const;
export type Shape = (typeof shapes)[number];

/** What a crop keeps in sight: fractions of the upright picture's width and height, from its top left. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

export const mediaTypeOf: Readonly<Record<Format, string>> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' };
export const endingOf: Readonly<Record<Format, string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' };

/** A picture at one width, in pixels. */
export interface RenditionSummary {
  readonly width: number;
  readonly height: number;
  readonly url: string;
}

/** One shape of a picture in all its sizes. */
export interface ShapeSummary {
  /** Of the greatest rendition, in pixels: they give the shape before the picture is there. */
  readonly width: number;
  readonly height: number;
  /** The formats that are there, best first, JPEG last; each with its widths, smallest first. Empty while not ready. */
  readonly sources: readonly { readonly format: Format; readonly type: string; readonly widths: readonly RenditionSummary[] }[];
  /** A JPEG of middling width that every browser shows; null while not ready. */
  readonly fallback: string | null;
}

/** What a page needs to show a picture: plain values. */
export interface PictureSummary extends ShapeSummary {
  readonly id: string;
  /** The average colour as `#rrggbb`. */
  readonly colour: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly language: string;
  /** Absent where they are not made, or would be the whole picture: see `inShape`. */
  readonly crops: Readonly<Partial<Record<Crop, ShapeSummary>>>;
  /** It moves, in WebP; its JPEGs stand still. */
  readonly animated: boolean;
  readonly ready: boolean;
  /** It may be shown: not blocked, not sealed, its right has not ended. */
  readonly usable: boolean;
  /** The instant at which its right ends; a page with it ends then at the latest. */
  readonly ends: Date | null;
  /** It shows nothing that must be said; `alt` is empty. */
  readonly decorative: boolean;
  /** What readers are told of how it came to be. */
  readonly origin: Origin | null;
  readonly terms: PictureTerms;
}

/** `generated`: made by a machine. `altered`: a photograph with parts that a machine made. `composed`: put together of several. */
export const origins = ['generated', 'altered', 'composed'] as const;
export type Origin = (typeof origins)[number];

/** What a file says of itself, as far as the newsroom decides by it; plain texts, empty where it says nothing. */
export interface StatedFacts {
  readonly headline: string;
  readonly caption: string;
  readonly altText: string;
  readonly creators: readonly string[];
  readonly creditLine: string;
  readonly source: string;
  readonly copyright: string;
  readonly usageTerms: string;
  readonly digitalSourceType: string;
  /** Texts that it holds in further languages, by language (RFC 5646). */
  readonly inLanguages?: { readonly caption?: Readonly<Record<string, string>>; readonly altText?: Readonly<Record<string, string>> };
}

/** The picture as its crop shows it; as it is, where it has no such crop. */
export function inShape(picture: PictureSummary, crop: Crop): PictureSummary {
  return { ...picture, ...picture.crops[crop] };
}

/** What the renditions of a shape were made from: a whole picture stays what it is when its focal point is moved. */
export function madeOf({ made, cropped }: { readonly made: string; readonly cropped: string }, shape: Shape): string {
  return shape === 'whole' ? made : cropped;
}

export interface RenditionName {
  readonly id: string;
  /** What it was made from, in 16 hexadecimal letters. */
  readonly made: string;
  readonly shape: Shape;
  readonly width: number;
  readonly format: Format;
}

/** The permanent address of a rendition. */
export function renditionUrl({ id, made, shape, width, format }: RenditionName): string {
  return `/bilder/${id}/${made}-${shape === 'whole' ? '' : `${shape}-`}${width}.${endingOf[format]}`;
}
