import type { Generated, JSONColumnType } from 'kysely';

/** A line of the log of acts: who, what, when, about what. References, never content. */
export interface ActRow {
  id: Generated<number>;
  at: Date;
  by_kind: 'staff' | 'token' | 'program' | 'reader';
  by_id: string;
  by_name: string;
  act: string;
  subject: string;
  detail: JSONColumnType<Record<string, unknown>>;
}

declare module './database/database.ts' {
  interface Tables {
    acts: ActRow;
  }
}
