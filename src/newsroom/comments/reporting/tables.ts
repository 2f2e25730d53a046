import type { ColumnType, Generated } from 'kysely';
import type { Grounds, ObjectionOutcome, ReportOutcome } from './report.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface CommentReportRow {
  id: string;
  number: Generated<number>;
  comment_id: string;
  grounds: Grounds;
  law: Defaulted<string>;
  words: string;
  name: Defaulted<string>;
  email: Defaulted<string>;
  language: string;
  created_at: Date;
  due_at: Date;
  network: Nullable<string>;
  once_key: string;
  receipt_hash: Nullable<string>;
  outcome: Nullable<ReportOutcome>;
  answer: Defaulted<string>;
  decided_at: Nullable<Date>;
  decided_by: Nullable<string>;
  decided_by_name: Nullable<string>;
  decision_id: Nullable<number>;
}

export interface CommentStatementRow {
  id: string;
  decision_id: number;
  comment_id: string;
  reader_id: Nullable<string>;
  grounds: Grounds;
  law: Defaulted<string>;
  found_by_machine: boolean;
  reported: boolean;
  created_at: Date;
}

export interface CommentObjectionRow {
  id: string;
  number: Generated<number>;
  statement_id: string;
  words: string;
  created_at: Date;
  due_at: Date;
  outcome: Nullable<ObjectionOutcome>;
  answer: Defaulted<string>;
  decided_at: Nullable<Date>;
  decided_by: Nullable<string>;
  decided_by_name: Nullable<string>;
}

declare module '../../../platform/database/database.ts' {
  interface Tables {
    comment_reports: CommentReportRow;
    comment_statements: CommentStatementRow;
    comment_objections: CommentObjectionRow;
  }
}
