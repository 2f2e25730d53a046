import type { Generated } from 'kysely';

export interface AgencyRow {
  id: string;
  slug: string;
  name: string;
  short_name: string;
  credit: string;
  about: Generated<string>;
  url: string | null;
  version: Generated<number>;
  created_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    agencies: AgencyRow;
  }
}
