/** Galleries as the API tells them. */
import type { GalleryPicture } from '../gallery.ts';

export interface PlacedPicture extends GalleryPicture {
  readonly thumb: string | null;
  /** What is said of the picture itself. */
  readonly own: string;
  readonly alt: string;
  readonly credit: string;
  readonly missing: readonly ('rights' | 'credit' | 'alt')[];
}

export interface Gallery {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly pictures: readonly PlacedPicture[];
  readonly missing: readonly { readonly name: string; readonly values: Readonly<Record<string, string | number>> }[];
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: { readonly id: string; readonly name: string };
  readonly discarded: boolean;
}
