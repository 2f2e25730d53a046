/** A picture, the states it can be in, and what a page shows of it. */

/** `making`: no rendition yet. `ready`: readers can see it. `failed`: no rendition could be made. */
export const pictureStates = ['making', 'ready', 'failed'] as const;
export type PictureState = (typeof pictureStates)[number];

/** In the order in which a browser is offered them. */
export const formats = ['avif', 'webp', 'jpeg'] as const;
export type Format = (typeof formats)[number];

export const mediaTypeOf: Readonly<Record<Format, string>> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' };
export const endingOf: Readonly<Record<Format, string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' };

/** A picture at one width, in pixels. */
export interface RenditionSummary {
  readonly width: number;
  readonly height: number;
  readonly url: string;
}

/** What a page needs to show a picture: plain values. */
export interface PictureSummary {
  readonly id: string;
  /** Of the greatest rendition, in pixels: they give the shape before the picture is there. */
  readonly width: number;
  readonly height: number;
  /** The average colour as `#rrggbb`. */
  readonly colour: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly language: string;
  /** The formats that are there, best first, JPEG last; each with its widths, smallest first. Empty while not ready. */
  readonly sources: readonly { readonly format: Format; readonly type: string; readonly widths: readonly RenditionSummary[] }[];
  /** A JPEG of middling width that every browser shows; null while not ready. */
  readonly fallback: string | null;
  readonly ready: boolean;
  /** It may be shown: not blocked, not sealed, its right has not ended. */
  readonly usable: boolean;
  /** The instant at which its right ends; a page with it ends then at the latest. */
  readonly ends: Date | null;
  /** It shows nothing that must be said; `alt` is empty. */
  readonly decorative: boolean;
  /** What readers are told of how it came to be. */
  readonly origin: Origin | null;
}

/** `generated`: made by a machine. `altered`: a photograph with parts that a machine made. */
export type Origin = 'generated' | 'altered';

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
}

/** The permanent address of a rendition; `made` names what it was made from, in 16 hexadecimal letters. */
export function renditionUrl({ id, made, width, format }: { id: string; made: string; width: number; format: Format }): string {
  return `/bilder/${id}/${made}-${width}.${endingOf[format]}`;
}
