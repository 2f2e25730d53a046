/** Reports and objections over JSON. */
import { z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody } from '../../../platform/http/api.ts';
import { refusal } from '../../../platform/http/problem.ts';
import { isRefused } from '../../../platform/result.ts';
import type { Parts } from '../moderating/parts.ts';
import { idParam } from '../moderating/schemas.ts';
import { referenceOf } from './report.ts';
import type { ReportLine } from './report-store.ts';
import { selectReports } from './report-store.ts';
import { decideReport } from './reporting.ts';
import { objectionSchema, objectionVerdictBody, reportSchema, reportsQuery, reportVerdictBody } from './schemas.ts';
import type { StatementWhole } from './statement-store.ts';
import { selectObjections } from './statement-store.ts';
import { answerObjection } from './statements.ts';

const statuses = {
  'no-such-report': 404, 'report-decided': 409, 'reason-missing': 422, 'reason-too-long': 422, 'comment-unknown': 404, 'decided-meanwhile': 409, 'edited-meanwhile': 409, 'not-decidable': 409,
  'no-such-objection': 404, 'objection-decided': 409, 'second-person-needed': 409, 'person-needed': 403, 'answer-missing': 422,
} as const;

export function addReports({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'get', path: '/comment-reports', act: 'comment.read', summary: 'What was reported: open ones by what is due first, or decided ones', request: { query: reportsQuery },
    responses: { 200: jsonAnswer(z.object({ items: z.array(reportSchema), next: z.string().nullable() }), 'Some of them') },
  }), async (c) => {
    const { open, cursor, limit } = c.req.valid('query');
    const lines = await selectReports(house.db, { open: open === '1', after: cursor, limit: limit + 1 });
    const items = lines.slice(0, limit).map(reportJson);
    return c.json({ items, next: lines.length > limit ? (items.at(-1)?.id ?? null) : null }, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comment-reports/{id}/decide', act: 'report.decide', summary: 'Remove the comment or keep it, and answer', request: { params: idParam, body: jsonBody(reportVerdictBody) },
    responses: { 200: jsonAnswer(z.object({ outcome: z.enum(['removed', 'kept', 'gone']), answered: z.number() }), 'What became of it') },
  }), async (c) => {
    const decided = await house.act(c.var.who, (tools) => decideReport(tools, { ...c.req.valid('param'), ...c.req.valid('json') }));
    return isRefused(decided) ? refusal(c, decided, statuses) : c.json(decided, 200);
  });
  addObjections({ house, app, operation });
}

function addObjections({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'get', path: '/comment-objections', act: 'comment.read', summary: 'Objections to refusals: open ones by what is due first, or answered ones', request: { query: reportsQuery.omit({ cursor: true }) },
    responses: { 200: jsonAnswer(z.object({ items: z.array(objectionSchema) }), 'Some of them') },
  }), async (c) => {
    const { open, limit } = c.req.valid('query');
    return c.json({ items: (await selectObjections(house.db, { open: open === '1', limit })).map(objectionJson) }, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comment-objections/{id}/decide', act: 'objection.decide', summary: 'Answer an objection, as a second person', request: { params: idParam, body: jsonBody(objectionVerdictBody) }, responses: { 204: { description: 'It is answered' } },
  }), async (c) => {
    const refused = await house.act(c.var.who, (tools) => answerObjection(house, tools, { ...c.req.valid('param'), ...c.req.valid('json') }));
    return refused === null ? c.body(null, 204) : refusal(c, refused, statuses);
  });
}

function reportJson(line: ReportLine): z.infer<typeof reportSchema> {
  const { id, number, grounds, law, words, name, email, outcome, answer, together } = line;
  return {
    id, reference: referenceOf('report', number), grounds, law, words, name, mailed: email !== '', outcome, answer, together, createdAt: line.createdAt.toISOString(), dueAt: line.dueAt.toISOString(),
    decidedAt: line.decidedAt?.toISOString() ?? null, decidedBy: line.decidedByName, comment: { id: line.comment, text: line.text, writer: line.writer, reader: line.reader, state: line.state, story: line.story, headline: line.headline },
  };
}

function objectionJson(statement: StatementWhole): z.infer<typeof objectionSchema> {
  const { id, number, words, createdAt, dueAt, outcome, answer } = statement.objection!;
  const { comment, text, writer, reader, state, story, headline } = statement;
  return {
    id, reference: referenceOf('objection', number), words, outcome, answer, createdAt: createdAt.toISOString(), dueAt: dueAt.toISOString(), reason: statement.reason, reasonWords: statement.words, refusedBy: statement.decidedBy,
    comment: { id: comment, text, writer, reader, state, story, headline },
  };
}
