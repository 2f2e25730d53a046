/** Why a comment is kept from readers, told to its writer (article 17), and what the writer may object (article 20). */
import type { House, Tools } from '../../../platform/feature.ts';
import type { Refused } from '../../../platform/result.ts';
import { isRefused, refuse } from '../../../platform/result.ts';
import { newId } from '../../../platform/text/id.ts';
import { lines } from '../../../platform/text/plain.ts';
import { approveComment } from '../deciding.ts';
import type { DecisionRefusal } from '../rules.ts';
import { mailObjectionAnswer } from './mailing.ts';
import { objectionPath } from './paths.ts';
import type { ObjectionRefusal } from './rules.ts';
import { mayAnswerObjection, mayObject, objectionAnsweredWithin } from './rules.ts';
import { closeObjection, insertObjection, insertStatement, lawReported, lockObjection, readRefusal, readStatement } from './statement-store.ts';

/** Keeps the statement of a refusal, once; answers where its writer may object. Null: it is no refusal. */
export async function stateReasons(tools: Tools, { decision }: { readonly decision: number }): Promise<{ readonly path: string } | null> {
  const refusal = await readRefusal(tools.db, decision);
  if (refusal === null) return null;
  const report = refusal.after.startsWith('report:') ? await lawReported(tools.db, refusal.after.slice('report:'.length)) : null;
  const unlawful = refusal.reason === 'unlawful';
  await insertStatement(tools.db, {
    id: newId(), decision, comment: refusal.comment, reader: refusal.reader, grounds: unlawful ? 'law' : 'rules', law: unlawful ? (report?.law ?? '') : '',
    // Screening points at a comment; a person has decided, always.
    foundByMachine: refusal.findings.length > 0, reported: report !== null, createdAt: refusal.at,
  });
  return { path: objectionPath(refusal.comment) };
}

/** The writer objects to the last refusal of their comment. */
export async function objectTo(tools: Tools, { comment, reader, words }: { readonly comment: string; readonly reader: string; readonly words: string }): Promise<{ readonly number: number } | ObjectionRefusal | Refused<'not-your-comment'>> {
  const statement = await readStatement(tools.db, comment);
  if (statement === null || statement.reader !== reader) return refuse('not-your-comment');
  const said = lines(words);
  const wrong = mayObject({ words: said, statedAt: statement.createdAt, made: statement.objection !== null, state: statement.state }, tools.now);
  if (wrong !== null) return wrong;
  const id = newId();
  const number = await insertObjection(tools.db, { id, statement: statement.id, words: said, createdAt: tools.now, dueAt: new Date(tools.now.getTime() + objectionAnsweredWithin) });
  if (number === null) return refuse('objection-made');
  await tools.record({ act: 'comment.object', subject: `comment:${comment}`, detail: { objection: id } });
  await tools.announce({ event: 'objection.made', facts: { id, comment } });
  return { number };
}

export interface ObjectionVerdict {
  readonly id: string;
  readonly restore: boolean;
  /** For the writer. */
  readonly answer: string;
}

export type ObjectionVerdictRefusal = Refused<'no-such-objection' | 'objection-decided' | 'second-person-needed' | 'person-needed' | 'answer-missing' | 'comment-unknown'> | DecisionRefusal;

/** A second person answers; who refused the comment cannot. */
export async function answerObjection(house: House, tools: Tools, { id, restore, answer }: ObjectionVerdict): Promise<null | ObjectionVerdictRefusal> {
  const statement = await lockObjection(tools.db, id);
  if (statement?.objection == null) return refuse('no-such-objection');
  if (statement.objection.outcome !== null) return refuse('objection-decided', { outcome: statement.objection.outcome });
  const wrong = mayAnswerObjection(tools.by, statement.decidedBy);
  if (wrong !== null) return wrong;
  const said = lines(answer);
  if (said === '') return refuse('answer-missing');
  if (restore && statement.state === 'refused') {
    const restored = await approveComment(tools, { id: statement.comment, seen: 'refused', after: `objection:${id}` });
    if (isRefused(restored)) return restored;
  }
  const outcome = restore ? 'restored' : 'upheld';
  await closeObjection(tools.db, { id, outcome, answer: said, by: tools.by, now: tools.now });
  await mailObjectionAnswer(house, tools, { ...statement, outcome, answer: said });
  await tools.record({ act: 'objection.decide', subject: `objection:${id}`, detail: { outcome } });
  await tools.announce({ event: 'objection.decided', facts: { id, outcome } });
  return null;
}
