import type { Role } from './roles.ts';
import type { Language } from '../../platform/words/words.ts';

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: Language;
  may_sign_in: boolean;
  invited_at: Date;
  joined_at: Date | null;
  suspended_at: Date | null;
}

/** Written by platform/signin; read here together with whose it is. */
export interface StaffSessionRow {
  id: string;
  token_hash: string;
  account_id: string;
  second_due: boolean;
  created_at: Date;
  seen_at: Date;
  ends_at: Date;
  agent: string;
}

export interface TokenRow {
  id: string;
  name: string;
  role: Role;
  token_hash: string;
  created_at: Date;
  created_by_name: string;
  ends_at: Date | null;
  last_used_at: Date | null;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    staff: StaffRow;
    staff_sessions: StaffSessionRow;
    tokens: TokenRow;
  }
}
