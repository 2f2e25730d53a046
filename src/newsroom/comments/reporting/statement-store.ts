/** Statements of reasons and objections to them. */
import { sql } from 'kysely';
import './tables.ts';
import '../tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CommentState } from '../comment.ts';
import type { Objection, ObjectionOutcome, Statement } from './report.ts';

/** Keeps a statement; one decision has one. */
export async function insertStatement(tx: Tx, statement: Statement): Promise<void> {
  await tx.insertInto('comment_statements').values({
    id: statement.id, decision_id: statement.decision, comment_id: statement.comment, reader_id: statement.reader, grounds: statement.grounds, law: statement.law,
    found_by_machine: statement.foundByMachine, reported: statement.reported, created_at: statement.createdAt,
  }).onConflict((conflict) => conflict.column('decision_id').doNothing()).execute();
}

export interface RefusalFacts {
  readonly comment: string;
  readonly reader: string | null;
  readonly reason: string;
  readonly findings: readonly string[];
  readonly after: string;
  readonly at: Date;
}

/** A decision that keeps a comment from readers, with what pointed at it; null where it is another kind of decision. */
export async function readRefusal(db: Db, decision: number): Promise<RefusalFacts | null> {
  const { rows: [row] } = await sql<RefusalFacts>`
    select c.id as comment, c.reader_id as reader, d.reason, c.findings, d.after, d.at from comment_decisions as d join comments as c on c.id = d.comment_id
    where d.id = ${decision} and d.decision = 'refuse'`.execute(db);
  return row ?? null;
}

/** The law that the report behind a decision named. */
export async function lawReported(db: Db, report: string): Promise<{ grounds: 'rules' | 'law'; law: string } | null> {
  const row = await db.selectFrom('comment_reports').select(['grounds', 'law']).where('id', '=', report).executeTakeFirst();
  return row ?? null;
}

export interface StatementWhole extends Statement {
  readonly state: CommentState;
  readonly text: string;
  readonly writer: string;
  readonly language: string;
  readonly story: string;
  readonly headline: string;
  readonly reason: string;
  readonly words: string;
  /** The person: of a token, whoever made it. */
  readonly decidedBy: string;
  readonly objection: Objection | null;
}

/** In SQL: who made the token that decided, as the log of acts says; null where a person decided. */
const maker = sql`(select a.by_id from acts as a where d.by_kind = 'token' and a.subject = 'token:' || d.by_id and a.act = 'token.edit' order by a.id limit 1)`;

const whole = sql`
  select st.id, st.decision_id as decision, st.comment_id as comment, st.reader_id as reader, st.grounds, st.law, st.found_by_machine as "foundByMachine", st.reported, st.created_at as "createdAt",
    c.state, c.text, c.writer_name as writer, c.language, s.id as story, s.headline, d.reason, d.words, coalesce(${maker}, d.by_id) as "decidedBy",
    o.id as objection_id, o.number as objection_number, o.words as objection_words, o.created_at as objection_created_at, o.due_at as objection_due_at, o.outcome as objection_outcome, o.answer as objection_answer
  from comment_statements as st join comments as c on c.id = st.comment_id join stories as s on s.id = c.story_id join comment_decisions as d on d.id = st.decision_id
    left join comment_objections as o on o.statement_id = st.id`;

type WholeRow = Omit<StatementWhole, 'objection'> & {
  objection_id: string | null; objection_number: number; objection_words: string; objection_created_at: Date; objection_due_at: Date; objection_outcome: ObjectionOutcome | null; objection_answer: string;
};

/** The last statement about a comment. */
export async function readStatement(db: Db, comment: string): Promise<StatementWhole | null> {
  const { rows: [row] } = await sql<WholeRow>`${whole} where st.comment_id = ${comment} order by st.created_at desc, st.decision_id desc limit 1`.execute(db);
  return row === undefined ? null : statementOf(row);
}

/** The statement that an objection is about, the objection locked until the transaction ends. */
export async function lockObjection(tx: Tx, id: string): Promise<StatementWhole | null> {
  await tx.selectFrom('comment_objections').select('id').where('id', '=', id).forUpdate().execute();
  const { rows: [row] } = await sql<WholeRow>`${whole} where o.id = ${id}`.execute(tx);
  return row === undefined ? null : statementOf(row);
}

/** Objections as the desk lists them: open ones by what is due first, answered ones the newest first. */
export async function selectObjections(db: Db, { open, limit }: { open: boolean; limit: number }): Promise<StatementWhole[]> {
  const { rows } = await sql<WholeRow>`${whole} where ${open ? sql`o.id is not null and o.outcome is null order by o.due_at, o.id` : sql`o.outcome is not null order by o.decided_at desc, o.id desc`} limit ${limit}`.execute(db);
  return rows.map(statementOf);
}

/** What a reader has objected, and what came of it; the newest first. */
export async function objectionsOf(db: Db, reader: string): Promise<Pick<Objection, 'number' | 'words' | 'createdAt' | 'outcome' | 'answer'>[]> {
  return db.selectFrom('comment_objections as o').innerJoin('comment_statements as st', 'st.id', 'o.statement_id')
    .select(['o.number', 'o.words', 'o.created_at as createdAt', 'o.outcome', 'o.answer']).where('st.reader_id', '=', reader).orderBy('o.created_at', 'desc').execute();
}

/** Keeps an objection; answers its number, or null where the statement has one. */
export async function insertObjection(tx: Tx, { id, statement, words, createdAt, dueAt }: Pick<Objection, 'id' | 'statement' | 'words' | 'createdAt' | 'dueAt'>): Promise<number | null> {
  const made = await tx.insertInto('comment_objections').values({ id, statement_id: statement, words, created_at: createdAt, due_at: dueAt })
    .onConflict((conflict) => conflict.column('statement_id').doNothing()).returning('number').executeTakeFirst();
  return made?.number ?? null;
}

export async function closeObjection(tx: Tx, { id, outcome, answer, by, now }: { id: string; outcome: ObjectionOutcome; answer: string; by: { readonly id: string; readonly name: string }; now: Date }): Promise<void> {
  await tx.updateTable('comment_objections').set({ outcome, answer, decided_at: now, decided_by: by.id, decided_by_name: by.name }).where('id', '=', id).execute();
}

function statementOf(row: WholeRow): StatementWhole {
  const { objection_id, objection_number, objection_words, objection_created_at, objection_due_at, objection_outcome, objection_answer, ...statement } = row;
  const objection = objection_id === null ? null : {
    id: objection_id, number: objection_number, statement: statement.id, words: objection_words, createdAt: objection_created_at, dueAt: objection_due_at, outcome: objection_outcome, answer: objection_answer,
  };
  return { ...statement, objection };
}
