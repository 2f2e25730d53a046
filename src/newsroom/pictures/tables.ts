import type { Generated, JSONColumnType } from 'kysely';
import type { PictureMetadata } from '../../platform/images/metadata.ts';
import type { Format, PictureState, Shape } from './picture.ts';

export interface PictureRow {
  id: string;
  /** The object that holds the file as it came. */
  original: string;
  name: string;
  media_type: string;
  /** In pixels, upright. */
  width: number;
  height: number;
  bytes: number;
  colour: Generated<string>;
  caption: Generated<string>;
  credit: Generated<string>;
  alt: Generated<string>;
  language: string;
  metadata: JSONColumnType<Partial<PictureMetadata>>;
  state: Generated<PictureState>;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
  /** What the renditions were made from; empty while there are none. */
  made: Generated<string>;
  /** It shows nothing that must be said: it needs no alternative text. */
  decorative: Generated<boolean>;
  /** A term of the IPTC's digital source types; empty where nobody said. */
  source_type: Generated<string>;
  usable_until: Date | null;
  /** That instant has passed. */
  ended: Generated<boolean>;
  blocked_at: Date | null;
  block_reason: Generated<string>;
  /** The focal point that somebody has set, as `FocalPoint` says it; null where nobody has. */
  focal_x: number | null;
  focal_y: number | null;
  /** The one that was found. */
  guess_x: Generated<number>;
  guess_y: Generated<number>;
  /** More than one: an animation. */
  frames: Generated<number>;
  /** What its crops were made from; empty while there are none. */
  cropped: Generated<string>;
  /** 64 letters 0 and 1; null until the picture is decoded. */
  perceptual_hash: string | null;
  /** As the file said it; `metadata` is what the newsroom makes of it. */
  stated: JSONColumnType<Partial<PictureMetadata>>;
  /** `role:editor`, `staff:k3f9bcdf`; empty: anybody. */
  usable_by: Generated<string[]>;
  /** Not in the archive after so many days. */
  days: number | null;
  /** The only thing that may show it: `story:k3f9bcdf`. */
  only_with: string | null;
  /** The day on which it was taken, YYYY-MM-DD. */
  taken_on: string | null;
  /** Whoever should know has been told that its right will end. */
  end_told: Generated<boolean>;
}

/** What a search looks into, kept by the store that searches. */
export interface PictureWordsRow {
  picture_id: string;
  words: string;
  search: string;
}

export interface PictureUseRow {
  picture_id: string;
  /** `story:k3f9bcdf` */
  used_by: string;
  title: string;
  /** In the desk. */
  path: string;
  public: boolean;
  since: Date | null;
  ends_at: Date | null;
  ended: Generated<boolean>;
  end_told: Generated<boolean>;
}

export interface CollectionRow {
  id: string;
  name: string;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
}

export interface CollectedRow {
  collection_id: string;
  picture_id: string;
  added_at: Date;
  added_by: string;
}

export interface RenditionRow {
  picture_id: string;
  shape: Generated<Shape>;
  format: Format;
  width: number;
  height: number;
  /** The object that holds it. */
  address: string;
  bytes: number;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    pictures: PictureRow;
    picture_words: PictureWordsRow;
    picture_renditions: RenditionRow;
    picture_uses: PictureUseRow;
    picture_collections: CollectionRow;
    collected_pictures: CollectedRow;
  }
}
