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
    picture_renditions: RenditionRow;
  }
}
