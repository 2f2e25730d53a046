import type { Generated, JSONColumnType } from 'kysely';
import type { Actor } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { UploadState } from './rules.ts';

export interface UploadRow {
  id: string;
  kind: string;
  name: string;
  said: JSONColumnType<Record<string, unknown>>;
  bytes: number;
  state: Generated<UploadState>;
  subject: string | null;
  refusal: JSONColumnType<Refused> | null;
  by_id: string;
  by: JSONColumnType<Actor>;
  begun_at: Date;
  touched_at: Date;
  held_by: string | null;
  held_until: Date | null;
  wanted: Generated<boolean>;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    uploads: UploadRow;
  }
}
