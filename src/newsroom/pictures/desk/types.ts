/** Pictures as the API tells them. */
import type { Details } from '../details.ts';
import type { Origin } from '../picture.ts';
import type { MissingOfPicture, Rights } from '../rules.ts';

export interface Picture {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly language: string;
  readonly colour: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly version: number;
  readonly thumb: string | null;
  readonly renditions: readonly { readonly shape: string; readonly format: string; readonly width: number; readonly height: number; readonly url: string }[];
  /** As the newsroom has them. */
  readonly details: Details;
  /** What the file says of itself. */
  readonly metadata: Partial<Details> & { readonly caption?: string; readonly altText?: string; readonly extendedDescription?: string };
  readonly createdAt: string;
  readonly createdBy: string;
  readonly decorative: boolean;
  /** A term of the IPTC's digital source types. */
  readonly sourceType: string;
  readonly origin: Origin | null;
  readonly usableUntil: string | null;
  readonly usableBy: readonly string[];
  readonly days: number | null;
  readonly onlyWith: string | null;
  readonly focus: { readonly x: number; readonly y: number; readonly byHand: boolean };
  readonly rights: Rights;
  readonly blocked: { readonly at: string; readonly reason: string } | null;
  readonly missing: readonly { readonly name: MissingOfPicture; readonly field: string }[];
}

/** What may be said of a picture; what is absent stays. */
export type PictureChange = Partial<Pick<Picture, 'caption' | 'credit' | 'alt' | 'language' | 'decorative' | 'sourceType' | 'usableUntil' | 'usableBy' | 'days' | 'onlyWith'> & Details & { readonly focus: { readonly x: number; readonly y: number } | null }>;

export interface PictureUse {
  readonly usedBy: string;
  readonly title: string;
  readonly path: string;
  readonly public: boolean;
  readonly since: string | null;
  readonly endsAt: string | null;
  readonly ended: boolean;
}

export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** A JPEG of about this width, for the desk; the widest where none is as wide. Null while none is made. */
export function renditionNear(picture: Picture, width: number): string | null {
  const jpegs = picture.renditions.filter((one) => one.shape === 'whole' && one.format === 'jpeg').sort((a, b) => a.width - b.width);
  return (jpegs.find((one) => one.width >= width) ?? jpegs.at(-1))?.url ?? picture.thumb;
}

/** What lists call it. */
export function nameOf(picture: Picture): string {
  return picture.details.headline || picture.caption || picture.alt || picture.name;
}
