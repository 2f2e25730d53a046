import type { Generated } from 'kysely';

export interface AuthorRow {
  id: string;
  slug: string;
  name: string;
  about: Generated<string>;
  portrait_id: string | null;
  staff_id: string | null;
  version: Generated<number>;
  created_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    authors: AuthorRow;
  }
}
