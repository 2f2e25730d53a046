/** Reports and objections as the API tells them. */
import type { CommentState } from '../../comment.ts';
import type { Grounds, ObjectionOutcome, ReportOutcome } from '../../reporting/report.ts';

interface About {
  readonly id: string;
  readonly text: string;
  readonly writer: string;
  /** Null: an account that is no more. */
  readonly reader: string | null;
  readonly state: CommentState;
  readonly story: string;
  readonly headline: string;
}

export interface ReportLine {
  readonly id: string;
  readonly reference: string;
  readonly grounds: Grounds;
  readonly law: string;
  readonly words: string;
  readonly name: string;
  readonly mailed: boolean;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly outcome: ReportOutcome | null;
  readonly answer: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly together: number;
  readonly comment: About;
}

export interface ObjectionLine {
  readonly id: string;
  readonly reference: string;
  readonly words: string;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string;
  readonly reason: string;
  readonly reasonWords: string;
  readonly refusedBy: string;
  readonly comment: About;
}
