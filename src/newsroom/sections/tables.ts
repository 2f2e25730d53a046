import type { Generated, JSONColumnType } from 'kysely';
import type { SectionDefaults, SectionNames } from './section.ts';

export interface SectionRow {
  id: string;
  path: string;
  parent_id: string | null;
  names: JSONColumnType<SectionNames>;
  language: string;
  position: Generated<number>;
  defaults: JSONColumnType<SectionDefaults>;
  version: Generated<number>;
  created_at: Date;
}

/** An address that a section had before. */
export interface SectionPathRow {
  path: string;
  section_id: string;
  left_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    sections: SectionRow;
    section_paths: SectionPathRow;
  }
}
