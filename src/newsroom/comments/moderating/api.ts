/** Moderation over JSON: the queue, holds, decisions. */
import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { House } from '../../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../../platform/http/api.ts';
import { problem, refusal } from '../../../platform/http/problem.ts';
import { isRefused } from '../../../platform/result.ts';
import { commentActs } from '../acts.ts';
import { approveComment, decideMany, refuseComment, undoDecision } from '../deciding.ts';
import { addReports } from '../reporting/api.ts';
import { addCommenters, addWords } from './commenters-api.ts';
import { freeComment, holdComment } from './holds.ts';
import type { Parts } from './parts.ts';
import { moderatingStatuses } from './parts.ts';
import { readNumbers, selectQueue } from './queue-store.ts';
import { queueItem, readWhole } from './reading.ts';
import { approveBody, decidedSchema, idParam, manyBody, manySchema, numbersSchema, queueItemSchema, queueQuery, refuseBody, undoBody, wholeSchema } from './schemas.ts';

/** Everything that moderators do, below /api/v1. */
export function moderationApi(house: House): OpenAPIHono {
  const parts: Parts = { house, ...createApi(house, commentActs) };
  addQueue(parts);
  addDecisions(parts);
  addCommenters(parts);
  addWords(parts);
  addReports(parts);
  return parts.app;
}

function addQueue({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'get', path: '/comments/queue', act: 'comment.read', summary: 'Comments in one state: those that wait, what waits longest first',
    request: { query: queueQuery }, responses: { 200: jsonAnswer(z.object({ items: z.array(queueItemSchema), next: z.string().nullable() }), 'Some of them') },
  }), async (c) => {
    const { limit, cursor, q, order, ...wish } = c.req.valid('query');
    const rows = await selectQueue(house.db, { ...wish, words: q, after: cursor, limit: limit + 1, order: order ?? (wish.state === 'pending' ? 'oldest' : 'newest') }, house.clock.now());
    const items = rows.slice(0, limit).map(queueItem);
    return c.json({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/comments/numbers', act: 'comment.read', summary: 'How many wait, for how long, and how fast they are decided',
    responses: { 200: jsonAnswer(numbersSchema, 'The last hour') },
  }), async (c) => {
    const { oldest, affectedDue, ...numbers } = await readNumbers(house.db, c.var.who.id, house.clock.now());
    return c.json({ ...numbers, oldest: oldest?.toISOString() ?? null, affectedDue: affectedDue?.toISOString() ?? null }, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/comments/{id}/whole', act: 'comment.read', summary: 'A comment with its thread, its history and its writer’s',
    request: { params: idParam }, responses: { 200: jsonAnswer(wholeSchema, 'Everything that is needed to decide') },
  }), async (c) => {
    const whole = await readWhole(house.db, c.req.valid('param').id, house.clock.now());
    return whole === null ? problem(c, { status: 404, name: 'comment-unknown' }) : c.json(whole, 200);
  });
  addHolds({ house, app, operation });
}

function addHolds({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'put', path: '/comments/{id}/hold', act: 'comment.read', summary: 'Hold a waiting comment while reading it, so that nobody else begins with it; ends by itself after a minute',
    request: { params: idParam }, responses: { 200: jsonAnswer(z.object({ until: z.string() }), 'It is held') },
  }), async (c) => {
    const held = await house.act(c.var.who, (tools) => holdComment(tools, c.req.valid('param').id));
    return isRefused(held) ? refusal(c, held, moderatingStatuses) : c.json({ until: held.until.toISOString() }, 200);
  });
  app.openapi(operation({
    method: 'delete', path: '/comments/{id}/hold', act: 'comment.read', summary: 'Let go of it', request: { params: idParam }, responses: { 204: { description: 'It is free' } },
  }), async (c) => {
    await house.act(c.var.who, (tools) => freeComment(tools, c.req.valid('param').id));
    return c.body(null, 204);
  });
}

function addDecisions({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'post', path: '/comments/{id}/approve', act: 'comment.approve', summary: 'Let readers see it', request: { params: idParam, body: jsonBody(approveBody) }, responses: { 200: jsonAnswer(decidedSchema, 'The decision') },
  }), async (c) => {
    const decided = await house.act(c.var.who, (tools) => approveComment(tools, { ...c.req.valid('param'), ...c.req.valid('json') }));
    return isRefused(decided) ? refusal(c, decided, moderatingStatuses) : c.json(decided, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comments/{id}/refuse', act: 'comment.refuse', summary: 'Keep it from readers, or take it away, with a reason', request: { params: idParam, body: jsonBody(refuseBody) }, responses: { 200: jsonAnswer(decidedSchema, 'The decision') },
  }), async (c) => {
    const decided = await house.act(c.var.who, (tools) => refuseComment(tools, { ...c.req.valid('param'), ...c.req.valid('json') }));
    return isRefused(decided) ? refusal(c, decided, moderatingStatuses) : c.json(decided, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comments/{id}/undo', act: 'comment.undo', summary: 'Take one’s own last decision back, within ten seconds', request: { params: idParam, body: jsonBody(undoBody) }, responses: { 200: jsonAnswer(decidedSchema, 'What it is again') },
  }), async (c) => {
    const decided = await house.act(c.var.who, (tools) => undoDecision(tools, { comment: c.req.valid('param').id, ...c.req.valid('json') }));
    return isRefused(decided) ? refusal(c, decided, moderatingStatuses) : c.json(decided, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comments/decide', act: 'comment.refuse', summary: 'Decide several at once; what was decided meanwhile is left and named', request: { body: jsonBody(manyBody) }, responses: { 200: jsonAnswer(manySchema, 'Each by itself') },
  }), async (c) => {
    const { comments, decision, reason, words } = c.req.valid('json');
    const many = await house.act(c.var.who, (tools) => decideMany(tools, comments, (tool, deciding) => decision === 'approve' ? approveComment(tool, deciding) : refuseComment(tool, { ...deciding, reason: reason!, words })));
    return c.json(many, 200);
  });
}
