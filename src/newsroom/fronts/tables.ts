import type { Generated, JSONColumnType } from 'kysely';

export interface FrontRow {
  id: string;
  slots: JSONColumnType<readonly string[]>;
  fill: Generated<boolean>;
  version: Generated<number>;
  changed_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    fronts: FrontRow;
  }
}
