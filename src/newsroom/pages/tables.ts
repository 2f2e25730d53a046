import type { Generated, JSONColumnType } from 'kysely';
import type { DocumentJson } from '../stories/grammar.ts';
import type { PagePlace } from './page.ts';

export interface PageRow {
  id: string;
  slug: string;
  language: string;
  title: string;
  body: JSONColumnType<DocumentJson & object>;
  place: PagePlace;
  position: Generated<number>;
  public: Generated<boolean>;
  version: Generated<number>;
  changed_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    pages: PageRow;
  }
}
