/** A report, a statement of reasons, an objection: what those affected by a comment or by its removal may ask for. */

export const grounds = ['rules', 'law'] as const;
export type Grounds = (typeof grounds)[number];

/** `gone`: when it was looked at, the comment was no longer there. */
export type ReportOutcome = 'removed' | 'kept' | 'gone';
export type ObjectionOutcome = 'restored' | 'upheld';

export interface Report {
  readonly id: string;
  readonly number: number;
  readonly comment: string;
  readonly grounds: Grounds;
  readonly law: string;
  readonly words: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly outcome: ReportOutcome | null;
  readonly answer: string;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
}

/** Why a comment was kept from readers (article 17). */
export interface Statement {
  readonly id: string;
  readonly decision: number;
  readonly comment: string;
  readonly reader: string | null;
  readonly grounds: Grounds;
  readonly law: string;
  readonly foundByMachine: boolean;
  readonly reported: boolean;
  readonly createdAt: Date;
}

export interface Objection {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly words: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string;
}

/** What the person is told and may write on an envelope. */
export function referenceOf(kind: 'report' | 'objection', number: number): string {
  return `${kind === 'report' ? 'M' : 'E'}-${number}`;
}
