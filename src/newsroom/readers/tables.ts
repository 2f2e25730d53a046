import type { Generated } from 'kysely';
import type { Language } from '../../platform/words/words.ts';

export interface ReaderRow {
  id: string;
  email: string;
  name: string | null;
  name_key: string | null;
  name_changed_at: Date | null;
  language: Language;
  created_at: Date;
  verified_at: Date | null;
  seen_at: Date;
  told_at: Date | null;
  notice_key: string;
}

/** Written by platform/signin; read here together with whose it is. */
export interface ReaderSessionRow {
  id: string;
  token_hash: string;
  account_id: string;
  second_due: boolean;
  created_at: Date;
  seen_at: Date;
  ends_at: Date;
  agent: string;
}

export interface PasskeyRow {
  id: string;
  account_id: string;
  public_key: Buffer;
  counter: number;
  transports: Generated<string[]>;
  made_on: string;
  created_at: Date;
  used_at: Date | null;
}

export interface MutedRow {
  account_id: string;
  kind: string;
  muted_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    readers: ReaderRow;
    reader_sessions: ReaderSessionRow;
    reader_passkeys: PasskeyRow;
    reader_muted: MutedRow;
  }
}
