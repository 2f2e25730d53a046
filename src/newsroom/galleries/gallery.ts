/** A gallery: pictures in an order, told as one. Several stories can show the same. */

export interface GalleryPicture {
  readonly id: string;
  /** What the gallery says of it; empty: the picture's own caption. */
  readonly caption: string;
}

/** What stories and pages need of a gallery: plain values. */
export interface GallerySummary {
  readonly id: string;
  readonly title: string;
  /** A sentence or two before the first picture; may be empty. */
  readonly lead: string;
  readonly language: string;
  /** In order, each picture once. */
  readonly pictures: readonly GalleryPicture[];
}
