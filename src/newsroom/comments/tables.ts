import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Challenge, CommentState, DecisionName, Mode, Openness, Trust } from './comment.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Fixed<T> = ColumnType<T, never, never>;

export interface CommentSettingsRow {
  section_id: Nullable<string>;
  openness: Nullable<Openness>;
  hours: Nullable<number>;
  mode: Nullable<Mode>;
  challenge: Nullable<Challenge>;
  sentences: JSONColumnType<Record<string, string>>;
  version: Defaulted<number>;
  changed_at: Date;
}

export interface CommentThreadRow {
  story_id: string;
  openness: Nullable<Openness>;
  hours: Nullable<number>;
  mode: Nullable<Mode>;
  closed_at: Nullable<Date>;
  open_until: Nullable<Date>;
  sentence: Defaulted<string>;
  version: Defaulted<number>;
  approved: Defaulted<number>;
  told: Defaulted<number>;
  changed_at: Date;
}

export interface CommentRow {
  id: string;
  story_id: string;
  parent_id: Nullable<string>;
  answers_id: Nullable<string>;
  reader_id: Nullable<string>;
  staff_id: Nullable<string>;
  writer_name: string;
  text: string;
  language: string;
  state: CommentState;
  created_at: Date;
  state_at: Date;
  edited_at: Nullable<Date>;
  findings: Defaulted<string[]>;
  once_key: Nullable<string>;
  letters_key: Defaulted<string>;
  sketch: Defaulted<number[]>;
  network: Nullable<string>;
  came_from: Nullable<string>;
  chosen_at: Nullable<Date>;
  pinned_at: Nullable<Date>;
  recommendations: Defaulted<number>;
  replies: Defaulted<number>;
  shown: Fixed<boolean>;
}

export interface CommentDecisionRow {
  id: Generated<number>;
  comment_id: string;
  at: Date;
  by_kind: 'staff' | 'token' | 'program' | 'reader';
  by_id: string;
  by_name: string;
  decision: DecisionName;
  from_state: CommentState;
  to_state: CommentState;
  reason: Defaulted<string>;
  words: Defaulted<string>;
  after: string;
  undoes: Nullable<number>;
}

export interface CommentRecommendationRow {
  comment_id: string;
  reader_id: string;
  at: Date;
  network: Nullable<string>;
  counts: boolean;
  counted: Defaulted<boolean>;
  withdrawn: Defaulted<boolean>;
}

export interface CommentDraftRow {
  token_hash: string;
  comment_id: Nullable<string>;
  story_id: string;
  answers_id: Nullable<string>;
  text: string;
  created_at: Date;
  ends_at: Date;
}

export interface CommentKeyRow {
  name: string;
  starts_at: Date;
  secret: string;
}

export interface CommentRoundRow {
  name: string;
  at: Date;
}

export interface CommenterStandingRow {
  reader_id: string;
  trust: Defaulted<Trust>;
  suspended_until: Nullable<Date>;
  banned_at: Nullable<Date>;
  version: Defaulted<number>;
  changed_at: Date;
}

export interface CommenterMarkRow {
  id: Generated<number>;
  reader_id: string;
  at: Date;
  by_id: string;
  by_name: string;
  kind: 'note' | 'warning' | 'suspension' | 'ban' | 'lift' | 'trust';
  words: Defaulted<string>;
  until: Nullable<Date>;
  trust: Nullable<Trust>;
  comment_id: Nullable<string>;
}

export interface CommentWordRow {
  id: string;
  language: string;
  word: string;
  stems: ColumnType<string, never, never>;
  added_at: Date;
  added_by: string;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    comment_settings: CommentSettingsRow;
    comment_threads: CommentThreadRow;
    comments: CommentRow;
    comment_decisions: CommentDecisionRow;
    comment_recommendations: CommentRecommendationRow;
    comment_drafts: CommentDraftRow;
    comment_keys: CommentKeyRow;
    comment_rounds: CommentRoundRow;
    commenter_standings: CommenterStandingRow;
    commenter_marks: CommenterMarkRow;
    comment_words: CommentWordRow;
  }
}
