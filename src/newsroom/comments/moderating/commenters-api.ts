/** Those who write, and the words that deserve a look, over JSON. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Actor, Tools } from '../../../platform/feature.ts';
import { jsonAnswer, jsonBody } from '../../../platform/http/api.ts';
import { problem, refusal } from '../../../platform/http/problem.ts';
import type { Refused } from '../../../platform/result.ts';
import { isRefused } from '../../../platform/result.ts';
import type { Parts } from './parts.ts';
import { moderatingStatuses } from './parts.ts';
import { readCommenter } from './reading.ts';
import { aboutBody, commenterSchema, idParam, newWordBody, suspensionBody, trustBody, wordSchema, wordsQuery } from './schemas.ts';
import { banCommenter, liftCommenter, noteCommenter, suspendCommenter, trustCommenter, warnCommenter } from './standing.ts';
import { listWord, unlistWord } from './words.ts';
import { selectWords } from './words-store.ts';

export function addCommenters(parts: Parts): void {
  const { house, app, operation } = parts;
  app.openapi(operation({
    method: 'get', path: '/commenters/{id}', act: 'comment.read', summary: 'Somebody who writes: what they wrote, and what was done about it', request: { params: idParam }, responses: { 200: jsonAnswer(commenterSchema, 'As moderators know them') },
  }), async (c) => {
    const commenter = await readCommenter(house.db, c.req.valid('param').id);
    return commenter === null ? problem(c, { status: 404, name: 'commenter-unknown' }) : c.json(commenter, 200);
  });
  step(parts, { path: 'note', act: 'commenter.note', summary: 'Note something for colleagues', schema: aboutBody, go: noteCommenter });
  step(parts, { path: 'warn', act: 'commenter.warn', summary: 'Warn them: what they write is looked at first', schema: aboutBody, go: warnCommenter });
  step(parts, { path: 'suspend', act: 'commenter.suspend', summary: 'Suspend them for some days', schema: suspensionBody, go: suspendCommenter });
  step(parts, { path: 'ban', act: 'commenter.ban', summary: 'Ban them', schema: aboutBody, go: banCommenter });
  step(parts, { path: 'lift', act: 'commenter.suspend', summary: 'End a suspension or a ban', schema: aboutBody, go: liftCommenter });
  step(parts, { path: 'trust', act: 'commenter.trust', summary: 'Trust them, or watch them', schema: trustBody, go: trustCommenter });
}

interface Step<Schema extends z.ZodType> {
  readonly path: string;
  readonly act: 'commenter.note' | 'commenter.warn' | 'commenter.suspend' | 'commenter.ban' | 'commenter.trust';
  readonly summary: string;
  readonly schema: Schema;
  go(tools: Tools, about: z.infer<Schema> & { readonly reader: string }): Promise<unknown>;
}

/** What a handler is given, whatever the step: the compiler cannot follow a schema that varies. */
type Asked = Context<{ Variables: { who: Actor } }> & { req: { valid(where: 'param' | 'json'): unknown } };

/** One thing that is done about a writer; answers the writer as they are then. */
function step<Schema extends z.ZodType>({ house, app, operation }: Parts, { path, act, summary, schema, go }: Step<Schema>): void {
  app.openapi(operation({
    method: 'post', path: `/commenters/{id}/${path}`, act, summary, request: { params: idParam, body: jsonBody(schema) }, responses: { 200: jsonAnswer(commenterSchema, 'As they stand now') },
  }) as never, (async (c: Asked) => {
    const { id } = c.req.valid('param') as { id: string };
    if ((await readCommenter(house.db, id)) === null) return problem(c, { status: 404, name: 'commenter-unknown' });
    const done = await house.act(c.var.who, (tools) => go(tools, { ...(c.req.valid('json') as z.infer<Schema> & object), reader: id }));
    if (isRefused(done)) return refusal(c, done as Refused<keyof typeof moderatingStatuses>, moderatingStatuses);
    return c.json((await readCommenter(house.db, id))!, 200);
  }) as never);
}

export function addWords({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'get', path: '/comment-words', act: 'comment.read', summary: 'Words that deserve a look', request: { query: wordsQuery }, responses: { 200: jsonAnswer(z.object({ items: z.array(wordSchema) }), 'By language and alphabet') },
  }), async (c) => c.json({ items: await selectWords(house.db, c.req.valid('query').language) }, 200));
  app.openapi(operation({
    method: 'post', path: '/comment-words', act: 'comments.words', summary: 'Add one: its other forms are found too', request: { body: jsonBody(newWordBody) }, responses: { 201: jsonAnswer(z.object({ id: z.string() }), 'Its name') },
  }), async (c) => {
    const listed = await house.act(c.var.who, (tools) => listWord(tools, c.req.valid('json')));
    return isRefused(listed) ? refusal(c, listed, moderatingStatuses) : c.json(listed, 201);
  });
  app.openapi(operation({
    method: 'delete', path: '/comment-words/{id}', act: 'comments.words', summary: 'Take one out', request: { params: idParam }, responses: { 204: { description: 'It is no longer looked for' } },
  }), async (c) => {
    const unlisted = await house.act(c.var.who, (tools) => unlistWord(tools, c.req.valid('param').id));
    return isRefused(unlisted) ? refusal(c, unlisted, moderatingStatuses) : c.body(null, 204);
  });
}
