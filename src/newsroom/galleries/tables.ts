import type { ColumnType, Generated } from 'kysely';

export interface GalleryRow {
  id: string;
  title: string;
  lead: Generated<string>;
  language: string;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  changed_by: string;
  changed_by_name: string;
  /** Taken out of the list and off every page; can be brought back. */
  discarded_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface GalleryPictureRow {
  gallery_id: string;
  picture_id: string;
  position: number;
  caption: Generated<string>;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    galleries: GalleryRow;
    gallery_pictures: GalleryPictureRow;
  }
}
